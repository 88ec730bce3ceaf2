const steps = (numbers: string, names: string): string[] =>
  names.split(' ').flatMap((name) => Array.from(numbers, (number) => `${number}级${name}`));

/** 职级 since 2019 and the grades of police, judges and prosecutors: they run beside posts and are kept in A05. */
export const rankWords: readonly string[] = [
  ...steps('一二', '巡视员 科员'),
  ...steps('一二三四', '调研员 主任科员 高级主管 主管 高级主办 主办 高级警长 警长 高级法官 高级检察官'),
  ...steps('一二三四五', '法官 检察官'),
  ...steps('一二', '警员 警务专员 总监 行政执法员'),
  ...steps('一二三四五', '法官助理 检察官助理 书记员'),
  '专业技术员',
];

/** 级别 words and the label of 职务层次 (ZB09) that each of them means. */
export const levelWords: Readonly<Record<string, string>> = {
  国家级正职: '国家级正职',
  国家级副职: '国家级副职',
  正部级: '省部级正职',
  正省级: '省部级正职',
  省部级正职: '省部级正职',
  副部级: '省部级副职',
  副省级: '省部级副职',
  省部级副职: '省部级副职',
  正厅级: '厅局级正职',
  正厅局级: '厅局级正职',
  正地级: '厅局级正职',
  厅局级正职: '厅局级正职',
  副厅级: '厅局级副职',
  副厅局级: '厅局级副职',
  副地级: '厅局级副职',
  厅局级副职: '厅局级副职',
  正处级: '县处级正职',
  正县级: '县处级正职',
  正县处级: '县处级正职',
  县处级正职: '县处级正职',
  副处级: '县处级副职',
  副县级: '县处级副职',
  副县处级: '县处级副职',
  县处级副职: '县处级副职',
  正科级: '乡科级正职',
  正乡科级: '乡科级正职',
  正乡级: '乡科级正职',
  乡科级正职: '乡科级正职',
  副科级: '乡科级副职',
  副乡科级: '乡科级副职',
  副乡级: '乡科级副职',
  乡科级副职: '乡科级副职',
};
