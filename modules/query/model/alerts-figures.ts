import type { Condition } from '#engine';

/** A figure at the top of the home page: how many of those 在册 meet a condition, or the average of a number. */
export interface KeyFigure {
  readonly id: string;
  readonly label: string;
  readonly where?: Condition;
  /** A number field of which the average is shown. */
  readonly average?: string;
}

const isIn = (field: string, ...values: string[]): Condition => ({ op: 'in', field, values });

/** 主要数字, in the order in which they stand. */
export const keyFigures: readonly KeyFigure[] = [
  { id: 'everybody', label: '在册人数' },
  { id: 'women', label: '女干部', where: isIn('A01.sexCode', '2') },
  { id: 'minority', label: '少数民族', where: isIn('isMinority', '1') },
  { id: 'non-party', label: '党外干部', where: isIn('isNonParty', '1') },
  { id: 'average-age', label: '平均年龄', average: 'age' },
  { id: 'young', label: '35岁以下', where: { op: 'between', field: 'age', to: 35 } },
  { id: 'leaders', label: '担任领导职务', where: isIn('isLeadershipPost', '1') },
  { id: 'degree', label: '大学以上学历', where: isIn('highestEducation', '1', '2') },
];
