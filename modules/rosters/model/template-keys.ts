import { officeFieldNames } from './field-named.ts';
import type { ColumnContent, RosterColumn } from './roster.ts';

/** The list of a template: its rows stand between `{#人员}` and `{/人员}`. */
export const peopleLoop = '人员';

/** What a template may name outside of the rows. */
export const headKeys = ['标题', '副标题', '截止时间', '人数'] as const;
export type HeadKey = (typeof headKeys)[number];

const composed: Readonly<Record<string, ColumnContent>> = {
  序号: { kind: 'sequence' },
  出生年月年龄: { kind: 'birthWithAge' },
  全日制教育: { kind: 'education', of: 'fullTime' },
  在职教育: { kind: 'education', of: 'inService' },
  最高学历学位: { kind: 'education', of: 'highest' },
  职级及任职时间: { kind: 'rankSince' },
  照片: { kind: 'photo' },
};

/** What a template may name for a person. */
export const rowKeys: readonly string[] = [...Object.keys(composed), ...officeFieldNames];

/** The columns that a template is filled from; their headings are its placeholders. */
export const templateColumns: readonly RosterColumn[] = rowKeys.map((heading) => ({
  heading,
  width: 10,
  align: 'center',
  content: composed[heading] ?? { kind: 'pattern', pattern: `{${heading}}` },
}));
