import type { ColumnContent, Roster, RosterColumn } from './roster.ts';

const column = (
  heading: string,
  width: number,
  content: ColumnContent,
  align: RosterColumn['align'] = 'center',
): RosterColumn => ({ heading, width, align, content });

const field = (name: string): ColumnContent => ({ kind: 'field', field: name });

const common = {
  subtitle: '',
  asOf: { kind: 'today' },
  notes: [],
} satisfies Partial<Roster>;

const head: readonly RosterColumn[] = [
  column('序号', 5, { kind: 'sequence' }),
  column('单位', 14, field('mainUnit'), 'left'),
  column('姓名', 9, field('A01.name')),
];

/** 干部名册, column by column as `domain-rules` 5.4 has it. */
const cadreBook: Roster = {
  ...common,
  name: '干部名册',
  title: '干部名册',
  question: {},
  grouping: 'institution',
  catalogue: true,
  columns: [
    ...head,
    column('职务', 20, field('posts'), 'left'),
    column('性别', 4, field('A01.sexCode')),
    column('民族', 6, field('A01.ethnicCode')),
    column('出生年月（年龄）', 10, { kind: 'birthWithAge' }),
    column('籍贯', 9, field('A01.nativePlaceText')),
    column('全日制学历学位及院校', 18, { kind: 'education', of: 'fullTime' }),
    column('在职学历学位及院校', 18, { kind: 'education', of: 'inService' }),
    column('入党时间', 10, field('A01.partyJoinDate')),
    column('参加工作时间', 10, field('A01.workStartDate')),
    column('任现职务层次时间', 10, field('postLevelSince')),
    column('任现职时间', 10, field('postSince')),
    column('职级及任职时间', 13, { kind: 'rankSince' }),
    column('备注', 6, { kind: 'blank' }),
  ],
};

/** 花名册: the shortest that is still of use; the office chooses its own columns from here. */
const nameList: Roster = {
  ...common,
  name: '花名册',
  title: '干部花名册',
  question: {},
  grouping: 'none',
  catalogue: false,
  columns: [
    ...head,
    column('性别', 5, field('A01.sexCode')),
    column('出生年月', 9, field('A01.birthDate')),
    column('民族', 7, field('A01.ethnicCode')),
    column('政治面貌', 12, field('A01.politicalStatusCode')),
    column('学历', 12, field('highestEducation')),
    column('现任职务', 34, field('posts'), 'left'),
    column('备注', 12, { kind: 'blank' }),
  ],
};

/** 乡科级副职 and above, of the leadership levels (领导职务层次). */
const sectionLevels = [
  '1A01',
  '1A02',
  '1A11',
  '1A12',
  '1A21',
  '1A22',
  '1A31',
  '1A32',
  '1A41',
  '1A42',
] as const;

/** 副科级以上, by the level of the post. */
const sectionAndAbove: Roster = {
  ...common,
  name: '副科级以上干部一览',
  title: '副科级以上干部一览表',
  question: {
    where: { op: 'in', field: 'postLevel', values: [...sectionLevels] },
  },
  grouping: 'institution',
  catalogue: false,
  columns: [
    ...head,
    column('现任职务', 30, field('posts'), 'left'),
    column('性别', 5, field('A01.sexCode')),
    column('出生年月（年龄）', 10, { kind: 'birthWithAge' }),
    column('学历学位及院校', 24, { kind: 'education', of: 'highest' }),
    column('职务层次', 12, field('postLevel')),
    column('任现职务层次时间', 10, field('postLevelSince')),
    column('职级及任职时间', 14, { kind: 'rankSince' }),
  ],
};

/** The books that every office begins with. */
export const predefinedRosters: readonly Roster[] = [cadreBook, nameList, sectionAndAbove];
