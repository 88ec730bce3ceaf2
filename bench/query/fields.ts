/** The columns of a person beside the unit and the texts, by kind; codes count from 1, dates are month numbers. */
export const codeFields = {
  gender: 2,
  ethnic: 56,
  native: 3000,
  birthplace: 3000,
  party: 13,
  health: 4,
  edu: 9,
  degree: 6,
  ftEdu: 9,
  school: 1000,
  major: 600,
  title: 40,
  grade: 27,
  zj: 12,
  deptType: 8,
  postType: 12,
  category: 10,
  region: 400,
  source: 12,
  marital: 4,
  blood: 4,
  lang: 20,
  f1: 1,
  f2: 1,
  f3: 1,
  f4: 1,
  f5: 1,
  f6: 1,
} as const satisfies Readonly<Record<string, number>>;

export const dateFields = ['birth', 'joined', 'workStart', 'gradeSince', 'left'] as const;

export type CodeField = keyof typeof codeFields;
export type DateField = (typeof dateFields)[number];

export const codeFieldNames = Object.keys(codeFields) as readonly CodeField[];

/** Not shown to those without the right to sensitive fields. */
export const sensitiveFields: readonly string[] = ['marital', 'blood', 'lang'];

/** The columns of each child table, codes and numbers of months alike. */
export const rowFields = {
  posts: ['unit', 'level', 'postType', 'from', 'to'],
  education: ['edu', 'degree', 'school', 'major', 'from', 'to', 'fullTime'],
  appraisals: ['year', 'result'],
  family: ['relation', 'birth', 'party', 'work'],
  awards: ['kind', 'level', 'on'],
  ranks: ['rank', 'from', 'to'],
} as const;

export type RowTable = keyof typeof rowFields;

/** The number of a month: years and months in one count. 0 is not known. */
export function monthOf(year: number, month: number): number {
  return year * 12 + month - 1;
}

/** The reference date of all questions and its month. */
export const today = '2026-06-30';
export const thisMonth = monthOf(2026, 6);
/** The same ten years back. */
export const tenYearsBack = '2016-06-30';
