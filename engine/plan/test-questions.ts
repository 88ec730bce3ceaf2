import fc from 'fast-check';
import { dayKey } from '../column/date-key.ts';
import type { SourcePerson, SourceRow } from '../table/source.ts';
import { testId, testPerson } from '../table/test-dataset.ts';
import type { Bound, Condition, Question } from './question.ts';

/** Few values, so that they meet. */
const two = (value: number): string => String(value).padStart(2, '0');
const year = fc.integer({ min: 2014, max: 2021 }).map(String);
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`);
const day = fc.tuple(month, fc.constantFrom('01', '02', '15', '28')).map(([m, d]) => `${m}-${d}`);
const date = fc.oneof(year, { weight: 4, arbitrary: month }, day);
const level = fc.constantFrom('9', '1', '11', '12', '121', '2', '21');
const unit = fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5');
const sex = fc.constantFrom('1', '2');
const status = fc.constantFrom('1', '11', '0');
const result = fc.constantFrom('A', 'A', 'B', 'C');
const tag = fc.constantFrom('red', 'green', 'x1', 'x2');
const number = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.constantFrom(-40_000, 300, 70_000, 2_000_000_000),
);
const name = fc.constantFrom('王明', '王一', '单明', '曾一明', '王Ab', '王ａB１', '明');
const words = fc.constantFrom(
  '曾在机要局工作',
  '工作',
  '在市委办公室任Secretary',
  '局',
  'ab工作Ab',
  '2018年ＡＢ',
  '２０１８年工作',
);
const term = fc.constantFrom(
  '王',
  '明',
  '一',
  '局',
  '工作',
  'a',
  'AB',
  'ab',
  '机要',
  '在',
  '曾在机要局工作',
  'z',
  '副局',
  'SECRETARY',
  '１',
  '2018',
  '018年a',
);
const initialTerm = fc.constantFrom('w', 'WM', 's', 'dm', 'c', 'z', 'jy', 'rsja', 'm', 'q');
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4, nil: null });

function row(values: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<SourceRow> {
  return fc.record(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, some(value)])));
}

const sets = fc.record({
  P: fc.array(row({ name, sex, unit, birth: date, score: number, note: words, tag, secret: name }), {
    maxLength: 1,
  }),
  E: fc.array(
    row({ entered: date, left: date, kind: level, points: number, unit, nick: name, remark: words }),
    {
      maxLength: 1,
    },
  ),
  J: fc.array(row({ level, status, unit, from: date, to: date, title: name, pay: number, report: words }), {
    maxLength: 6,
  }),
  Y: fc.array(row({ year: fc.oneof({ weight: 5, arbitrary: year }, date), result }), { maxLength: 5 }),
  W: fc.array(row({ from: date, to: date, kind: tag }), { maxLength: 3 }),
});

/** People with the numbers from `first` on. */
export function somePeople(first: number, most: number): fc.Arbitrary<readonly SourcePerson[]> {
  return fc
    .array(sets, { maxLength: most, size: 'max' })
    .map((all) => all.map((given, at) => testPerson(first + at, given)));
}

export const asOf = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: 2013, max: 2022 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => dayKey(y, m, d)),
  fc.constantFrom(dayKey(2016, 2, 29), dayKey(2018, 12, 31), dayKey(2019, 2, 28), dayKey(2020, 6, 30)),
);

export const scope = fc.option(fc.array(fc.oneof(unit, fc.constant('nowhere')), { maxLength: 2 }), {
  nil: null,
});

type Fields = Readonly<Record<'code' | 'unit' | 'date' | 'number' | 'text' | 'paragraph', readonly string[]>>;

const ofPeople: Fields = {
  code: ['P.sex', 'P.tag', 'E.kind', 'isCurrent'],
  unit: ['P.unit', 'E.unit', 'mainUnit'],
  date: ['P.birth', 'E.entered', 'since'],
  number: ['P.score', 'E.points', 'age', 'ageTwice', 'jobs', 'longJobs'],
  text: ['P.name', 'E.nick', 'mainTitle'],
  paragraph: ['P.note', 'E.remark'],
};

const ofRows: Readonly<Record<string, Fields>> = {
  J: {
    code: ['J.level', 'J.status', 'J.isLong'],
    unit: ['J.unit'],
    date: ['J.from', 'J.to'],
    number: ['J.pay', 'J.months'],
    text: ['J.title'],
    paragraph: ['J.report'],
  },
  Y: { code: ['Y.result'], unit: [], date: ['Y.year'], number: [], text: [], paragraph: [] },
  W: { code: ['W.kind'], unit: [], date: ['W.from', 'W.to'], number: [], text: [], paragraph: [] },
};

const codesOf: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'P.sex': sex,
  'P.tag': tag,
  'E.kind': level,
  isCurrent: fc.constantFrom('1', '0'),
  'J.level': level,
  'J.status': status,
  'J.isLong': fc.constantFrom('1', '0'),
  'Y.result': result,
  'W.kind': tag,
};

const relative = fc.record(
  {
    years: fc.integer({ min: -4, max: 2 }),
    months: fc.integer({ min: -14, max: 14 }),
    days: fc.integer({ min: -40, max: 40 }),
  },
  { requiredKeys: [] },
);

function between(field: string, bound: fc.Arbitrary<Bound>): fc.Arbitrary<Condition> {
  return fc.tuple(bound, bound, fc.constantFrom('from', 'to', 'both')).map(([from, to, which]) => ({
    op: 'between',
    field,
    ...(which === 'to' ? {} : { from }),
    ...(which === 'from' ? {} : { to }),
  }));
}

function oneOf(field: string, value: fc.Arbitrary<string | number>): fc.Arbitrary<Condition> {
  const values = fc.array(value, { minLength: 1, maxLength: 5 });
  return fc
    .tuple(values, fc.boolean())
    .map(([wanted, exact]) => ({ op: 'in', field, values: wanted, exact }));
}

function text(field: string, withInitials: boolean): fc.Arbitrary<Condition> {
  const plain = fc
    .tuple(fc.constantFrom('contains', 'starts'), term)
    .map(([op, wanted]): Condition => ({ op: op === 'starts' ? 'starts' : 'contains', field, text: wanted }));
  const initials = initialTerm.map((wanted): Condition => ({ op: 'initials', field, text: wanted }));
  return withInitials ? fc.oneof(plain, initials) : plain;
}

/** A condition on one field. */
function ofField(fields: Fields): fc.Arbitrary<Condition> {
  const made = [
    ...fields.code.flatMap((field) => [oneOf(field, codesOf[field] ?? tag), text(field, false)]),
    ...fields.unit.flatMap((field) => [oneOf(field, unit), text(field, true)]),
    ...fields.date.flatMap((field) => [oneOf(field, date), between(field, fc.oneof(date, relative))]),
    ...fields.number.flatMap((field) => [oneOf(field, number), between(field, number)]),
    ...fields.text.flatMap((field) => [oneOf(field, name), text(field, field === 'P.name')]),
    ...fields.paragraph.map((field) => text(field, false)),
    fc.constantFrom(...Object.values(fields).flat()).map((field): Condition => ({ op: 'empty', field })),
  ];
  return fc.oneof(...made);
}

/** Groups of conditions, not too deep. */
function tree(leaf: fc.Arbitrary<Condition>, depth: number): fc.Arbitrary<Condition> {
  if (depth === 0) return leaf;
  const inner = tree(leaf, depth - 1);
  const of = fc.array(inner, { maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    of.map((parts): Condition => ({ op: 'all', of: parts })),
    of.map((parts): Condition => ({ op: 'any', of: parts })),
    inner.map((part): Condition => ({ op: 'not', of: part })),
  );
}

const rowSet = fc.constantFrom('J', 'Y', 'W');
const rowCondition = (set: string): fc.Arbitrary<Condition> => tree(ofField(ofRows[set] ?? ofPeople), 1);
const few = fc.integer({ min: 0, max: 4 });
const bounds = fc.oneof(
  few.map((atLeast) => ({ atLeast })),
  few.map((atMost) => ({ atMost })),
  fc.tuple(few, few).map(([atLeast, atMost]) => ({ atLeast, atMost })),
);
const monthBounds = bounds.map((given) =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value * 7])),
);

const ofRowsOfSet: fc.Arbitrary<Condition> = rowSet.chain((set) => {
  const where = fc.option(rowCondition(set), { nil: undefined });
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('some', 'every', 'none'), where)
      .map(([op, given]) => ({ op, set, where: given }) as Condition),
    fc
      .tuple(where, bounds)
      .map(([given, counted]): Condition => ({ op: 'count', set, where: given, ...counted })),
    fc
      .tuple(
        fc.constantFrom('last', 'first'),
        fc.integer({ min: 1, max: 4 }),
        rowCondition(set),
        fc.nat(4),
        fc.boolean(),
      )
      .map(([op, n, given, least, all]) => {
        const atLeast = all ? undefined : Math.min(least, n);
        return { op, set, n, where: given, atLeast } as Condition;
      }),
  );
});

const span = fc
  .constantFrom('J', 'W')
  .chain((set) => fc.option(rowCondition(set), { nil: undefined }).map((where) => ({ set, where })));
const months = fc
  .tuple(fc.array(span, { minLength: 1, maxLength: 3 }), monthBounds)
  .map(([spans, counted]): Condition => ({ op: 'months', spans, ...counted }));

const people = fc
  .array(fc.integer({ min: 0, max: 30 }).map(testId), { maxLength: 10 })
  .map((ids): Condition => ({ op: 'people', ids }));

const saved = fc.constantFrom('women', 'chief', 'nested').map((id): Condition => ({ op: 'saved', id }));

export const savedQuestions: Readonly<Record<string, Question>> = {
  women: { where: { op: 'in', field: 'P.sex', values: ['2'] } },
  chief: {
    where: { op: 'some', set: 'J', where: { op: 'in', field: 'J.level', values: ['1'] } },
    population: 'serving',
  },
  nested: {
    where: {
      op: 'any',
      of: [
        { op: 'saved', id: 'women' },
        { op: 'not', of: { op: 'saved', id: 'chief' } },
      ],
    },
  },
};

export const condition: fc.Arbitrary<Condition> = tree(
  fc.oneof(
    { weight: 4, arbitrary: ofField(ofPeople) },
    { weight: 3, arbitrary: ofRowsOfSet },
    { weight: 2, arbitrary: months },
    people,
    saved,
  ),
  3,
);

export const question: fc.Arbitrary<Question> = fc.record(
  { where: condition, population: fc.constantFrom('current', 'serving', 'all') },
  { requiredKeys: [] },
);
