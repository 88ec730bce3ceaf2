/** One row of 家庭主要成员及重要社会关系. Every value is text as the editor stores it. */
export interface FamilyRow {
  /** 称谓 */
  relation: string;
  /** 姓名 */
  name: string;
  /** 出生日期: YYYYMM, YYYYMMDD, YYYY or the text that was there. */
  birth: string;
  /** 政治面貌 */
  politicalStatus: string;
  /** 工作单位及职务 */
  workUnitAndPost: string;
}

/** The single-value fields of the form, in the editor's order. */
export interface FormTexts {
  /** 姓名 */
  name: string;
  /** 性别, 男 or 女 */
  sex: string;
  /** 出生年月 */
  birth: string;
  /** 民族, in full */
  ethnicGroup: string;
  /** 籍贯 */
  nativePlace: string;
  /** 出生地 */
  birthPlace: string;
  /** 入党时间, in the editor's form: `200203；民盟` */
  partyJoin: string;
  /** 参加工作时间 */
  workStart: string;
  /** 健康状况 */
  health: string;
  /** 专业技术职务 */
  technicalTitle: string;
  /** 熟悉专业有何专长 */
  specialty: string;
  /** 全日制教育 学历 */
  ftEducation: string;
  /** 全日制教育 学位 */
  ftDegree: string;
  /** 全日制教育 毕业院校系及专业（学历行） */
  ftEducationSchool: string;
  /** 全日制教育 毕业院校系及专业（学位行） */
  ftDegreeSchool: string;
  /** 在职教育 学历 */
  isEducation: string;
  /** 在职教育 学位 */
  isDegree: string;
  /** 在职教育 毕业院校系及专业（学历行） */
  isEducationSchool: string;
  /** 在职教育 毕业院校系及专业（学位行） */
  isDegreeSchool: string;
  /** 现任职务 */
  currentPost: string;
  /** 拟任职务 */
  proposedPost: string;
  /** 拟免职务 */
  proposedRemoval: string;
  /** 简历; lines are separated by LF */
  resume: string;
  /** 奖惩情况 */
  rewardsPenalties: string;
  /** 年度考核结果 */
  assessments: string;
  /** 任免理由 */
  reason: string;
  /** 呈报单位 */
  reportingOrg: string;
  /** 计算年龄时间 */
  ageReference: string;
  /** 填表时间 */
  filledOn: string;
  /** 填表人 */
  filledBy: string;
  /** 身份证号 */
  nationalId: string;
  /** 到龄年月, only in files of the newer edition */
  retirementMonth: string;
  /** 改革前任职年龄界限, only in files of the newer edition */
  ageLimitText: string;
}

export type FormField = keyof FormTexts;

/**
 * The values of one 干部任免审批表 in canonical spelling (dates YYYYMM, 民族 in full, 入党时间 in editor form, LF line
 * ends). An empty string is an empty cell. What the form means for the records is not known here.
 */
export interface ApprovalForm extends FormTexts {
  /** 家庭主要成员及重要社会关系, without blank rows */
  family: FamilyRow[];
  /** 照片: the picture file's bytes as they came, in its own format; null when there is none */
  photo: Uint8Array | null;
  /** The editor's program version that the file names; empty when it names none. */
  version: string;
  /** Elements that the format does not know, as XML text, in the order in which they came. */
  unknownElements: string[];
}

/** An empty form, to start from. */
export function emptyForm(): ApprovalForm {
  return {
    name: '',
    sex: '',
    birth: '',
    ethnicGroup: '',
    nativePlace: '',
    birthPlace: '',
    partyJoin: '',
    workStart: '',
    health: '',
    technicalTitle: '',
    specialty: '',
    ftEducation: '',
    ftDegree: '',
    ftEducationSchool: '',
    ftDegreeSchool: '',
    isEducation: '',
    isDegree: '',
    isEducationSchool: '',
    isDegreeSchool: '',
    currentPost: '',
    proposedPost: '',
    proposedRemoval: '',
    resume: '',
    rewardsPenalties: '',
    assessments: '',
    reason: '',
    reportingOrg: '',
    ageReference: '',
    filledOn: '',
    filledBy: '',
    nationalId: '',
    retirementMonth: '',
    ageLimitText: '',
    family: [],
    photo: null,
    version: '',
    unknownElements: [],
  };
}
