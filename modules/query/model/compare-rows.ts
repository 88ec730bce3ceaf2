/** A row of the comparison: one field, or several whose texts stand together; the later ones in brackets. */
export interface CompareRow {
  readonly label: string;
  readonly group: string;
  readonly fields: readonly string[];
}

const row = (group: string, label: string, ...fields: string[]): CompareRow => ({ group, label, fields });

/** What a comparison shows, as the appointment form orders it. */
export const compareRows: readonly CompareRow[] = [
  row('基本情况', '性别', 'A01.sexCode'),
  row('基本情况', '出生年月（年龄）', 'A01.birthDate', 'age'),
  row('基本情况', '民族', 'A01.ethnicCode'),
  row('基本情况', '籍贯', 'A01.nativePlaceText'),
  row('基本情况', '政治面貌', 'A01.politicalStatusCode'),
  row('基本情况', '入党时间（党龄）', 'A01.partyJoinDate', 'partyYears'),
  row('基本情况', '参加工作时间（工龄）', 'A01.workStartDate', 'workYears'),
  row('学历学位', '全日制学历', 'fullTimeEducation', 'fullTimeDegree'),
  row('学历学位', '毕业院校系专业', 'A01.fullTimeEducationSchool'),
  row('学历学位', '在职学历', 'inServiceEducation', 'inServiceDegree'),
  row('学历学位', '在职毕业院校系专业', 'A01.inServiceEducationSchool'),
  row('职务职级', '现任职务', 'posts'),
  row('职务职级', '任现职时间', 'postSince', 'monthsInPost'),
  row('职务职级', '职务层次', 'postLevel'),
  row('职务职级', '任现职务层次时间', 'postLevelSince', 'monthsAtLevel'),
  row('职务职级', '职级', 'rank'),
  row('职务职级', '任现职级时间', 'rankSince', 'monthsAtRank'),
  row('考核', '最近一次年度考核', 'lastAppraisal'),
  row('考核', '近三年优秀次数', 'excellentYears'),
  row('考核', '处分影响期至', 'disciplineUntil'),
  row('退休', '法定退休时间', 'retirementDate'),
];
