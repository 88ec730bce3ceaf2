import type { Condition, Question } from '#engine';

/** Ids that a question of the field needs from the district asked. */
interface Places {
  /** A unit with others below it. */
  readonly unit: string;
  readonly people: readonly string[];
}

type Plain = Readonly<Record<string, unknown>>;

const all = (...of: Plain[]): Plain => ({ op: 'all', of });
const any = (...of: Plain[]): Plain => ({ op: 'any', of });
const not = (of: Plain): Plain => ({ op: 'not', of });
const is = (field: string, ...values: (string | number)[]): Plain => ({ op: 'in', field, values });
const exactly = (field: string, ...values: string[]): Plain => ({ op: 'in', field, values, exact: true });
const from = (field: string, low: unknown): Plain => ({ op: 'between', field, from: low });
const to = (field: string, high: unknown): Plain => ({ op: 'between', field, to: high });
const between = (field: string, low: unknown, high: unknown): Plain => ({
  op: 'between',
  field,
  from: low,
  to: high,
});
const contains = (field: string, text: string): Plain => ({ op: 'contains', field, text });
const starts = (field: string, text: string): Plain => ({ op: 'starts', field, text });
const empty = (field: string): Plain => ({ op: 'empty', field });
const rows = (op: string, set: string, where?: Plain, more: Plain = {}): Plain => ({
  op,
  set,
  ...(where ? { where } : {}),
  ...more,
});
const months = (set: string, where: Plain, bounds: Plain): Plain => ({
  op: 'months',
  spans: [{ set, where }],
  ...bounds,
});

const woman = is('A01.sexCode', '2');
const excellent = is('A15.resultCode', '1');

/** What an organization department asks, by hand. */
export function writtenQuestions({ unit, people }: Places): Question[] {
  const wheres: Plain[] = [
    all(woman, to('age', 35)),
    any(is('isMinority', '1'), is('isNonParty', '1')),
    all(to('age', 40), is('fullTimeEducation', '1', '2'), is('postLevel', '1A41')),
    all(is('postLevel', '1A41'), from('monthsInPost', 60)),
    between('retirementDate', {}, { months: 12 }),
    between('A01.birthDate', { years: -60 }, { years: -60, months: 12 }),
    rows('last', 'A15', excellent, { n: 3 }),
    rows('last', 'A15', excellent, { n: 5, atLeast: 2 }),
    all(rows('every', 'A15', is('A15.resultCode', '1', '2', '2B')), rows('some', 'A15')),
    months('A05', is('A05.levelOrRankCode', '1A42', '19', '1A'), { atLeast: 24 }),
    rows('some', 'A02', all(contains('A02.orgName', '镇'), is('A02.postTitle', '党委书记'))),
    all(woman, rows('some', 'A02', all(is('A02.isHeld', '1'), is('A02.teamMemberTypeCode', '1')))),
    is('mainUnit', unit),
    exactly('mainUnit', unit),
    all(rows('some', 'A02', is('A02.orgCode', unit)), not(is('mainUnit', unit))),
    rows('count', 'A02', is('A02.positionLevelCode', '1A41', '1A42'), { atLeast: 3 }),
    rows('first', 'A02', contains('A02.orgName', '镇'), { n: 1 }),
    rows('none', 'A14', all(is('A14.code', '02'), is('A14.isInEffect', '1'))),
    any(contains('A01.resumeText', '驻村'), contains('A01.resumeText', '扶贫')),
    all(is('A01.politicalStatusCode', '01', '02'), empty('A01.partyJoinDate')),
    { op: 'people', ids: people.slice(0, 20) },
    not({ op: 'people', ids: people.slice(0, 20) }),
    months('A02', is('A02.isHeld', '1'), { atLeast: 120 }),
    months('A02', is('A02.positionLevelCode', '1A42'), { atMost: 24 }),
    {
      op: 'months',
      spans: [
        { set: 'A02', where: contains('A02.orgName', '街道') },
        { set: 'A02', where: contains('A02.orgName', '镇') },
        { set: 'A17', where: contains('A17.text', '乡') },
      ],
      atLeast: 60,
    },
    { op: 'months', spans: [{ set: 'A17' }], atLeast: 240 },
    is('teamRole', '1'),
    all(is('teamUnit', unit), is('teamRole', '3')),
    is('isLeadershipPost', '1'),
    to('teamOrder', 2),
    between('age', 36, 40),
    from('age', 55),
    empty('age'),
    all(from('workYears', 20), to('partyYears', 5)),
    is('isParty', '0'),
    is('highestEducation', '1'),
    not(is('highestEducation', '1', '2')),
    is('fullTimeDegree', '3'),
    all(is('inServiceEducation', '1'), empty('fullTimeDegree')),
    is('highestDegree', '2', '3'),
    contains('posts', '局长'),
    starts('mainPost', '样板区'),
    to('postSince', '2015'),
    between('postLevelSince', '2018-06', '2021-06-30'),
    all(from('monthsAtLevel', 36), to('age', 45)),
    is('rank', '1A', '19'),
    all(from('monthsAtRank', 24), not(empty('rankSince'))),
    between('monthsToRetirement', 0, 24),
    to('monthsToRetirement', -1),
    is('lastAppraisal', '1'),
    from('excellentYears', 2),
    from('disciplineUntil', {}),
    rows('some', 'A36', from('A36.age', 80)),
    rows('count', 'A36', undefined, { atLeast: 4, atMost: 5 }),
    rows('every', 'A08', is('A08.educationTypeCode', '1')),
    rows('some', 'A02', between('A02.appointedOn', { years: -1 }, {})),
    rows('last', 'A02', from('A02.months', 36), { n: 2, atLeast: 1 }),
    rows('some', 'A05', all(is('A05.isHeld', '1'), from('A05.months', 48))),
    is('A01.birthDate', '1975', '1980-05'),
    starts('A01.name', '王'),
    contains('A01.ethnicCode', '回'),
    contains('mainUnit', '局'),
    is('postsToEnter', '1'),
    any(),
    all(not(rows('some', 'A15', all(excellent, between('A15.year', '2018', '2022')))), woman),
    any(all(woman, to('age', 35)), all(is('A01.sexCode', '1'), to('age', 40), not(empty('rank')))),
  ];
  const populations = ['current', 'serving', 'all', undefined] as const;
  return [
    {},
    { population: 'serving' },
    { population: 'all' },
    ...wheres.map((where, index): Question => {
      const population = populations[index % populations.length];
      return { where: where as unknown as Condition, ...(population ? { population } : {}) };
    }),
  ];
}
