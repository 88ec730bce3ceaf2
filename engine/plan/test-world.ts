import { lowerBound, monthIndex, monthsBetween } from '../column/date-key.ts';
import type { Fact } from '../facts/fact.ts';
import type { ColumnKind, ColumnSchema, DatasetSchema } from '../table/schema.ts';
import type { SourceUnit } from '../table/source.ts';

/** A small world with every kind of column in every place, for tests of questions. */
function columns(
  set: string,
  kinds: Readonly<Record<string, ColumnKind | Partial<ColumnSchema>>>,
): ColumnSchema[] {
  return Object.entries(kinds).map(([key, given]) => {
    const head = { name: `${set}.${key}`, label: `${set}的${key}` };
    return typeof given === 'string' ? { ...head, kind: given } : { ...head, kind: 'code', ...given };
  });
}

export const schema: DatasetSchema = {
  sets: [
    {
      name: 'P',
      label: '人员',
      repeating: false,
      columns: columns('P', {
        name: { kind: 'text', initials: true },
        sex: { codes: 'sex' },
        unit: 'unit',
        birth: 'date',
        score: 'number',
        note: 'paragraph',
        tag: 'code',
        secret: { kind: 'text', sensitive: true },
      }),
    },
    {
      name: 'E',
      label: '进入',
      repeating: false,
      visible: { from: 'E.entered', until: 'E.left' },
      columns: columns('E', {
        entered: 'date',
        left: 'date',
        kind: { codes: 'level' },
        points: 'number',
        unit: 'unit',
        nick: 'text',
        remark: 'paragraph',
      }),
    },
    {
      name: 'J',
      label: '职务',
      repeating: true,
      order: 'J.from',
      visible: { from: 'J.from' },
      span: { from: 'J.from', to: 'J.to', ended: { column: 'J.status', codes: ['0'] } },
      columns: columns('J', {
        level: { codes: 'level' },
        status: { codes: 'status' },
        unit: 'unit',
        from: 'date',
        to: 'date',
        title: 'text',
        pay: 'number',
        report: 'paragraph',
      }),
    },
    {
      name: 'Y',
      label: '考核',
      repeating: true,
      order: 'Y.year',
      visible: { from: 'Y.year', at: 'end' },
      columns: columns('Y', { year: 'date', result: { codes: 'result' } }),
    },
    {
      name: 'W',
      label: '培训',
      repeating: true,
      span: { from: 'W.from', to: 'W.to' },
      columns: columns('W', { from: 'date', to: 'date', kind: 'code' }),
    },
  ],
  codes: [
    {
      id: 'sex',
      entries: [
        { code: '1', label: '男' },
        { code: '2', label: '女' },
      ],
    },
    {
      id: 'level',
      entries: [
        { code: '9', label: '其他Level' },
        { code: '1', label: '局级' },
        { code: '11', label: '正局级', parent: '1' },
        { code: '12', label: '副局级', parent: '1' },
        { code: '121', label: '副局级以下', parent: '12' },
        { code: '2', label: '处级' },
        { code: '21', label: '正处级', parent: '2' },
      ],
    },
    {
      id: 'status',
      entries: [
        { code: '1', label: '在任' },
        { code: '11', label: '在任兼任', parent: '1' },
        { code: '0', label: '已免' },
      ],
    },
    {
      id: 'result',
      entries: [
        { code: 'A', label: '优秀' },
        { code: 'B', label: '称职' },
        { code: 'C', label: '不称职' },
      ],
    },
    {
      id: 'yes',
      entries: [
        { code: '1', label: '是' },
        { code: '0', label: '否' },
      ],
    },
  ],
};

/** `u1` has `u2` and `u3` below it, `u3` has `u4`. */
export const units: readonly SourceUnit[] = [
  { id: 'u1', name: '市委办公室', initials: 'swbgs', parent: null },
  { id: 'u2', name: '综合一处', initials: 'zhyc', parent: 'u1' },
  { id: 'u3', name: '机要局', initials: 'jyj', parent: 'u1' },
  { id: 'u4', name: '机要一处', initials: 'jyyc', parent: 'u3', abolished: true },
  { id: 'u5', name: '人事局A', initials: 'rsj|rsja', parent: null },
];

/** The same units in another order, with one more at the head. */
export const movedUnits: readonly SourceUnit[] = [
  { id: 'u9', name: '新设局', initials: 'xsj', parent: null },
  { id: 'u5', name: '人事局A', initials: 'rsj|rsja', parent: 'u9' },
  { id: 'u1', name: '市委办公室', initials: 'swbgs', parent: null },
  { id: 'u3', name: '机要局', initials: 'jyj', parent: 'u1' },
  { id: 'u4', name: '机要一处', initials: 'jyyc', parent: 'u3' },
  { id: 'u2', name: '综合一处', initials: 'zhyc', parent: 'u5' },
];

/** Initials of the names that occur. */
export function initials(text: string): string {
  const readings: Readonly<Record<string, string>> = { 王: 'w', 单: 's|d', 曾: 'z|c', 明: 'm', 一: 'y' };
  const all = Array.from(text).reduce<readonly string[]>(
    (heads, letter) =>
      (readings[letter] ?? letter.toLowerCase()).split('|').flatMap((one) => heads.map((head) => head + one)),
    [''],
  );
  return [...new Set(all)].join('|');
}

export const facts: readonly Fact[] = [
  {
    of: 'person',
    name: 'age',
    label: '年龄',
    kind: 'number',
    bind(reader, asOf) {
      const birth = reader.dates('P.birth');
      return (person) => {
        const born = birth(person);
        return born === null ? null : Math.floor((monthIndex(asOf) - monthIndex(born)) / 12);
      };
    },
  },
  {
    of: 'person',
    name: 'ageTwice',
    label: '年龄两倍',
    kind: 'number',
    bind(reader) {
      const age = reader.fact('age');
      return (person) => {
        const years = age(person);
        return years === null ? null : Number(years) * 2 - 20;
      };
    },
  },
  {
    of: 'person',
    name: 'isCurrent',
    label: '在册',
    kind: 'code',
    codes: 'yes',
    stepwise: true,
    bind(reader) {
      const isOther = reader.isAmong('E.kind', ['9', '121']);
      return (person) => (isOther(person) ? '0' : '1');
    },
  },
  {
    of: 'person',
    name: 'isServing',
    label: '在职',
    kind: 'code',
    codes: 'yes',
    stepwise: true,
    bind(reader) {
      const isCurrent = reader.fact('isCurrent');
      const jobs = reader.fact('jobs');
      return (person) => (isCurrent(person) === '1' && Number(jobs(person)) > 0 ? '1' : '0');
    },
  },
  {
    of: 'person',
    name: 'jobs',
    label: '职务数',
    kind: 'number',
    stepwise: true,
    bind(reader) {
      const eachJob = reader.eachRow('J');
      return (person) => {
        let jobs = 0;
        eachJob(person, () => jobs++);
        return jobs;
      };
    },
  },
  {
    of: 'person',
    name: 'longJobs',
    label: '长期职务数',
    kind: 'number',
    bind(reader) {
      const eachJob = reader.eachStoredRow('J');
      const isLong = reader.rows('J').fact('J.isLong');
      return (person) => {
        let jobs = 0;
        // Rows that are not visible are walked through too: their facts are not known.
        eachJob(person, (row) => {
          if (isLong(row) === '1') jobs++;
        });
        return jobs;
      };
    },
  },
  {
    of: 'person',
    name: 'since',
    label: '最早任职',
    kind: 'date',
    stepwise: true,
    sensitive: true,
    bind(reader) {
      const eachJob = reader.eachRow('J');
      const from = reader.rows('J').dates('J.from');
      const entered = reader.storedDates('E.entered');
      return (person) => {
        let since: number | null = null;
        eachJob(person, (row) => (since ??= from(row)));
        return since ?? entered(person);
      };
    },
  },
  {
    of: 'person',
    name: 'mainTitle',
    label: '主要职务',
    kind: 'text',
    stepwise: true,
    bind(reader) {
      const eachJob = reader.eachRow('J');
      const title = reader.rows('J').strings('J.title');
      const nick = reader.strings('E.nick');
      return (person) => {
        let last: string | null = null;
        eachJob(person, (row) => {
          last = title(row);
        });
        return last ?? nick(person);
      };
    },
  },
  {
    of: 'person',
    name: 'mainUnit',
    label: '主要单位',
    kind: 'unit',
    stepwise: true,
    bind(reader) {
      const eachJob = reader.eachRow('J');
      const unit = reader.rows('J').strings('J.unit');
      const own = reader.strings('P.unit');
      return (person) => {
        let last: string | null = null;
        eachJob(person, (row) => {
          last = unit(row);
        });
        return last ?? own(person);
      };
    },
  },
  {
    of: 'row',
    set: 'J',
    name: 'J.months',
    label: '任职月数',
    kind: 'number',
    bind(reader, asOf) {
      const from = reader.dates('J.from');
      const to = reader.dates('J.to');
      return (row) => {
        const begin = from(row);
        return begin === null ? null : monthsBetween(lowerBound(begin), Math.min(asOf, to(row) ?? asOf));
      };
    },
  },
  {
    of: 'row',
    set: 'J',
    name: 'J.isLong',
    label: '长期',
    kind: 'code',
    codes: 'yes',
    bind(reader) {
      const months = reader.fact('J.months');
      return (row) => {
        const long = months(row);
        return long === null ? null : Number(long) >= 12 ? '1' : '0';
      };
    },
  },
];
