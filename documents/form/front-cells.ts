import type { FormField } from '#documents/formats';
import type { CellSpec, FitRule, HorizontalAlign, ValueContent } from './geometry.ts';

type Span = readonly [number, number];

const label = (rows: Span, columns: Span, lines: string[], stacked = false): CellSpec => ({
  rows,
  columns,
  content: { kind: 'label', lines, stacked },
});

const value = (
  rows: Span,
  columns: Span,
  field: FormField,
  fit: FitRule = 'short',
  align: HorizontalAlign = 'center',
): CellSpec => ({ rows, columns, content: { kind: 'value', field, fit, align, vertical: 'middle' } });

/** 学历 over 学位 (or their two schools): two rows of the grid without a rule between them. */
function pair(
  row: number,
  columns: Span,
  upper: FormField,
  lower: FormField,
  align: HorizontalAlign,
): CellSpec[] {
  const content = (field: FormField, place: 'upper' | 'lower'): ValueContent => ({
    kind: 'value',
    field,
    fit: 'plain',
    align,
    vertical: 'middle',
    pair: place,
  });
  return [
    { rows: [row, row], columns, content: content(upper, 'upper'), openBelow: true },
    { rows: [row + 1, row + 1], columns, content: content(lower, 'lower'), openAbove: true },
  ];
}

/** Page 1, in the columns of the A4 grid. Row 12 is the résumé; rows 9 to 11 may grow at its cost. */
export const frontCells: readonly CellSpec[] = [
  label([1, 1], [1, 2], ['姓　名']),
  value([1, 1], [3, 3], 'name'),
  label([1, 1], [4, 4], ['性　别']),
  value([1, 1], [5, 5], 'sex'),
  label([1, 1], [6, 6], ['出生年月', '（　岁）']),
  value([1, 1], [7, 7], 'birth', 'birth'),
  { rows: [1, 4], columns: [8, 8], content: { kind: 'photo' } },

  label([2, 2], [1, 2], ['民　族']),
  value([2, 2], [3, 3], 'ethnicGroup'),
  label([2, 2], [4, 4], ['籍　贯']),
  value([2, 2], [5, 5], 'nativePlace'),
  label([2, 2], [6, 6], ['出 生 地']),
  value([2, 2], [7, 7], 'birthPlace'),

  label([3, 3], [1, 2], ['入　党', '时　间']),
  value([3, 3], [3, 3], 'partyJoin', 'partyJoin'),
  label([3, 3], [4, 4], ['参加工', '作时间']),
  value([3, 3], [5, 5], 'workStart'),
  label([3, 3], [6, 6], ['健康状况']),
  value([3, 3], [7, 7], 'health'),

  label([4, 4], [1, 2], ['专业技', '术职务']),
  value([4, 4], [3, 4], 'technicalTitle', 'plain'),
  label([4, 4], [5, 5], ['熟悉专业', '有何专长']),
  value([4, 4], [6, 7], 'specialty', 'plain'),

  label([5, 8], [1, 2], ['学　历', '学　位']),
  label([5, 6], [3, 3], ['全日制', '教　育']),
  ...pair(5, [4, 5], 'ftEducation', 'ftDegree', 'center'),
  label([5, 6], [6, 6], ['毕业院校', '系及专业']),
  ...pair(5, [7, 8], 'ftEducationSchool', 'ftDegreeSchool', 'left'),
  label([7, 8], [3, 3], ['在　职', '教　育']),
  ...pair(7, [4, 5], 'isEducation', 'isDegree', 'center'),
  label([7, 8], [6, 6], ['毕业院校', '系及专业']),
  ...pair(7, [7, 8], 'isEducationSchool', 'isDegreeSchool', 'left'),

  label([9, 9], [1, 3], ['现　任　职　务']),
  value([9, 9], [4, 8], 'currentPost', 'post', 'left'),
  label([10, 10], [1, 3], ['拟　任　职　务']),
  value([10, 10], [4, 8], 'proposedPost', 'post', 'left'),
  label([11, 11], [1, 3], ['拟　免　职　务']),
  value([11, 11], [4, 8], 'proposedRemoval', 'post', 'left'),

  label([12, 12], [1, 1], ['简', '', '', '', '', '历'], true),
  {
    rows: [12, 12],
    columns: [2, 8],
    content: { kind: 'value', field: 'resume', fit: 'resume', align: 'left', vertical: 'top' },
  },
];

/** Rows of the front, from 1. */
export const postRows: readonly number[] = [9, 10, 11];
export const resumeRow = 12;
