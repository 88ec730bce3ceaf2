import type { CatalogueField, FieldCatalogue } from '#platform/model';

/** Labels that offices use for facts whose own label says more. */
const officeNames: Readonly<Record<string, string>> = {
  姓名: 'A01.name',
  性别: 'A01.sexCode',
  民族: 'A01.ethnicCode',
  籍贯: 'A01.nativePlaceText',
  出生年月: 'A01.birthDate',
  出生日期: 'A01.birthDate',
  入党时间: 'A01.partyJoinDate',
  参加工作时间: 'A01.workStartDate',
  政治面貌: 'A01.politicalStatusCode',
  公民身份号码: 'A01.nationalId',
  身份证号: 'A01.nationalId',
  单位: 'mainUnit',
  工作单位: 'mainUnit',
  职务: 'posts',
  现任职务: 'posts',
  主职务: 'mainPost',
  职务层次: 'postLevel',
  任现职务层次时间: 'postLevelSince',
  任现职时间: 'postSince',
  职级: 'rank',
  任现职级时间: 'rankSince',
  年龄: 'age',
  学历: 'highestEducation',
  学位: 'highestDegree',
  全日制学历: 'fullTimeEducation',
  全日制学位: 'fullTimeDegree',
  在职学历: 'inServiceEducation',
  在职学位: 'inServiceDegree',
  法定退休时间: 'retirementDate',
};

/** The names that a pattern or template may use without knowing the registry. */
export const officeFieldNames: readonly string[] = Object.keys(officeNames);

/** The field that an office name (职务), or a name of the catalogue (`A01.name`) means. */
export function fieldNamed(name: string, catalogue: FieldCatalogue): CatalogueField | undefined {
  return catalogue.field(officeNames[name] ?? name);
}
