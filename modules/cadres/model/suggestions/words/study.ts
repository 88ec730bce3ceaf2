/** How the name of a school ends. */
export const schoolSuffixes: readonly string[] = (
  '大学 学院 学校 党校 师范 中学 小学 一中 二中 三中 四中 五中 六中 七中 八中 高中 初中 电大 夜大 职大 业大 函大 中专 技校 职高 卫校 农校 师专 医专 农专 ' +
  '专科学校 职教中心 研究生院 研究院 科学院 社科院 分校 军校 校 进修学院 干部学院 管理学院'
).split(' ');

/** 系、院: below a school, before the major. */
export const departmentSuffixes: readonly string[] = '系 学部 学院 院 分校 所 部 教学点 函授站'.split(' ');

/** What a line of study ends with. */
export const studyEndings: readonly string[] =
  '学习 读书 就读 上学 求学 进修 深造 毕业 学生 本科生 大学生 大专生 研究生 硕士生 博士生 硕士研究生 博士研究生 在职研究生 专业 研究生班 本科 专科 大专 函授 自考 自学 学业 攻读 预科 班'.split(
    ' ',
  );

/** Courses that give no education: they belong to A11. */
export const trainingWords: readonly string[] =
  '培训 中青班 进修班 轮训 研讨班 培训班 青干班 研修班 主体班 专题班 任职班 短训班 集训 青年干部班 年轻干部班 干部班'.split(
    ' ',
  );

/** Words of 在职教育. */
export const inServiceWords: readonly string[] =
  '在职 函授 自考 自学考试 夜大 电大 业余 网络教育 远程教育 成人教育 成人高考 党校 干部专修科 业大 职大 函大 广播电视大学 继续教育 开放大学 非全日制'.split(
    ' ',
  );

/** Words of 全日制教育. */
export const fullTimeWords: readonly string[] = '全日制 统招 脱产'.split(' ');

/** 学历 words as they stand in a line of study, the longest first. */
export const educationWords: readonly string[] =
  '中央党校研究生 中央党校大学 省委党校研究生 省委党校大学 省委党校大专 博士研究生 硕士研究生 研究生班 研究生 大学本科 大学专科 本科 专科 大专 中专 中技 高中 初中 小学'.split(
    ' ',
  );

/** Steps of a degree, by which a degree is known: 法学学士, 公共管理硕士. */
export const degreeSteps: readonly string[] = '学士 硕士 博士'.split(' ');
