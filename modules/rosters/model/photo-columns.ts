import type { RosterColumn } from './roster.ts';

const column = (heading: string, content: RosterColumn['content']): RosterColumn => ({
  heading,
  width: 20,
  align: 'center',
  content,
});

/** What stands below a photo of the photo roster; the first is the name. */
export const photoColumns: readonly RosterColumn[] = [
  column('姓名', { kind: 'field', field: 'A01.name' }),
  column('基本情况', { kind: 'pattern', pattern: '{性别}，{出生年月}' }),
  column('职务', { kind: 'field', field: 'posts' }),
];
