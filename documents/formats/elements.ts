import type { FamilyRow, FormField } from './approval-form.ts';

/** The element of an .lrmx file that holds a field, and the field's Chinese name. */
interface FieldElement {
  field: FormField;
  element: string;
  label: string;
}

/** The fields before 家庭主要成员 in the order in which the editor writes them. */
export const elementsBeforeFamily: readonly FieldElement[] = [
  { field: 'name', element: 'XingMing', label: '姓名' },
  { field: 'sex', element: 'XingBie', label: '性别' },
  { field: 'birth', element: 'ChuShengNianYue', label: '出生年月' },
  { field: 'ethnicGroup', element: 'MinZu', label: '民族' },
  { field: 'nativePlace', element: 'JiGuan', label: '籍贯' },
  { field: 'birthPlace', element: 'ChuShengDi', label: '出生地' },
  { field: 'partyJoin', element: 'RuDangShiJian', label: '入党时间' },
  { field: 'workStart', element: 'CanJiaGongZuoShiJian', label: '参加工作时间' },
  { field: 'health', element: 'JianKangZhuangKuang', label: '健康状况' },
  { field: 'technicalTitle', element: 'ZhuanYeJiShuZhiWu', label: '专业技术职务' },
  { field: 'specialty', element: 'ShuXiZhuanYeYouHeZhuanChang', label: '熟悉专业有何专长' },
  { field: 'ftEducation', element: 'QuanRiZhiJiaoYu_XueLi', label: '全日制教育学历' },
  { field: 'ftDegree', element: 'QuanRiZhiJiaoYu_XueWei', label: '全日制教育学位' },
  {
    field: 'ftEducationSchool',
    element: 'QuanRiZhiJiaoYu_XueLi_BiYeYuanXiaoXi',
    label: '全日制教育毕业院校系及专业（学历）',
  },
  {
    field: 'ftDegreeSchool',
    element: 'QuanRiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
    label: '全日制教育毕业院校系及专业（学位）',
  },
  { field: 'isEducation', element: 'ZaiZhiJiaoYu_XueLi', label: '在职教育学历' },
  { field: 'isDegree', element: 'ZaiZhiJiaoYu_XueWei', label: '在职教育学位' },
  {
    field: 'isEducationSchool',
    element: 'ZaiZhiJiaoYu_XueLi_BiYeYuanXiaoXi',
    label: '在职教育毕业院校系及专业（学历）',
  },
  {
    field: 'isDegreeSchool',
    element: 'ZaiZhiJiaoYu_XueWei_BiYeYuanXiaoXi',
    label: '在职教育毕业院校系及专业（学位）',
  },
  { field: 'currentPost', element: 'XianRenZhiWu', label: '现任职务' },
  { field: 'proposedPost', element: 'NiRenZhiWu', label: '拟任职务' },
  { field: 'proposedRemoval', element: 'NiMianZhiWu', label: '拟免职务' },
  { field: 'resume', element: 'JianLi', label: '简历' },
  { field: 'rewardsPenalties', element: 'JiangChengQingKuang', label: '奖惩情况' },
  { field: 'assessments', element: 'NianDuKaoHeJieGuo', label: '年度考核结果' },
  { field: 'reason', element: 'RenMianLiYou', label: '任免理由' },
];

/** The fields after 家庭主要成员, before 照片. */
export const elementsAfterFamily: readonly FieldElement[] = [
  { field: 'reportingOrg', element: 'ChengBaoDanWei', label: '呈报单位' },
  { field: 'ageReference', element: 'JiSuanNianLingShiJian', label: '计算年龄时间' },
  { field: 'filledOn', element: 'TianBiaoShiJian', label: '填表时间' },
  { field: 'filledBy', element: 'TianBiaoRen', label: '填表人' },
  { field: 'nationalId', element: 'ShenFenZheng', label: '身份证号' },
];

/** Elements of the newer edition; their official position is not known, producers append them at the end. */
export const elementsOfNewEdition: readonly FieldElement[] = [
  { field: 'retirementMonth', element: 'DaoLingNianYue', label: '到龄年月' },
  { field: 'ageLimitText', element: 'GaiGeQianRenZhiNianLingJieXian', label: '改革前任职年龄界限' },
];

const allElements = [...elementsBeforeFamily, ...elementsAfterFamily, ...elementsOfNewEdition];

export const formFields: readonly FormField[] = allElements.map((each) => each.field);

export const fieldOfElement: ReadonlyMap<string, FormField> = new Map(
  allElements.map((each) => [each.element, each.field]),
);

/** The columns of a family row in the order in which the editor writes them. */
export const familyElements: readonly { key: keyof FamilyRow; element: string }[] = [
  { key: 'relation', element: 'ChengWei' },
  { key: 'name', element: 'XingMing' },
  { key: 'birth', element: 'ChuShengRiQi' },
  { key: 'politicalStatus', element: 'ZhengZhiMianMao' },
  { key: 'workUnitAndPost', element: 'GongZuoDanWeiJiZhiWu' },
];

export const familyKeyOfElement: ReadonlyMap<string, keyof FamilyRow> = new Map(
  familyElements.map((each) => [each.element, each.key]),
);

export const FAMILY = 'JiaTingChengYuan';
export const PHOTO = 'ZhaoPian';
export const VERSION = 'Version';

const labels = new Map<string, string>(allElements.map((each) => [each.field, each.label]));
labels.set('family', '家庭主要成员及重要社会关系').set('photo', '照片').set('file', '文件');

/** The Chinese name of a field (or of 家庭成员, 照片, 文件), as it stands on the form. */
export function fieldLabel(field: FormField | 'family' | 'photo' | 'file'): string {
  return labels.get(field) ?? field;
}
