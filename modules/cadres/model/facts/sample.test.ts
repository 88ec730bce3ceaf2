import { describe, expect, it } from 'vitest';
import { dateText, type FactValue } from '#engine';
import { generateDistrict, type SampleRow, type SampleSubject } from '#fixtures/district';
import { testFacts, testSchema } from './test-people.ts';
import { factsOfRecords } from './test-reader.ts';

/*
 * Some facts of an invented district worked out a second time, in the plainest way there is: dates are texts cut to
 * months and compared as texts, and everything is looked for in all rows of a person.
 */

const people = [...generateDistrict({ persons: 600, seed: 7 })].filter(({ kind }) => kind === 'person');
const dates = ['2010-03-31', '2020-06-30', '2026-11-25'];

type Rows = readonly SampleRow[];
const rowsOf = (person: SampleSubject, set: string): Rows => person.sets[set] ?? [];
function text(row: SampleRow | undefined, key: string): string {
  const value = row?.[key];
  return typeof value === 'string' ? value : '';
}
const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || '1') - 1;
/** A month counts as its first day. */
const firstDay = (date: string): string => date + '-01-01'.slice(date.length - 4);

function isHeld(row: SampleRow, from: string, to: string, asOf: string): boolean {
  const end = text(row, to);
  return firstDay(text(row, from)) <= asOf && (end === '' || firstDay(end) > asOf);
}

function isCurrent(person: SampleSubject, asOf: string): boolean {
  const left = [...rowsOf(person, 'A30'), ...rowsOf(person, 'A31')]
    .map((row) => text(row, 'exitedOn') || text(row, 'approvedOn'))
    .toSorted();
  const begun = text(rowsOf(person, 'A01')[0], 'workStartDate');
  return firstDay(begun) <= asOf && (left[0] === undefined || firstDay(left[0]) > asOf);
}

function current(person: SampleSubject, asOf: string): string {
  return isCurrent(person, asOf) ? '1' : '0';
}

function serving(person: SampleSubject, asOf: string): string {
  const posts = rowsOf(person, 'A02').some((row) => isHeld(row, 'appointedOn', 'removedOn', asOf));
  const levels = rowsOf(person, 'A05').some((row) => isHeld(row, 'approvedOn', 'endedOn', asOf));
  return isCurrent(person, asOf) && (posts || levels) ? '1' : '0';
}

function age(person: SampleSubject, asOf: string): number {
  return Math.floor((months(asOf) - months(text(rowsOf(person, 'A01')[0], 'birthDate'))) / 12);
}

/** Steps of education from the words. */
function highestEducation(person: SampleSubject, asOf: string): string {
  const done = rowsOf(person, 'A08').filter((row) => firstDay(text(row, 'graduatedOn')) <= asOf);
  const words = done.map((row) => text(row, 'educationName'));
  return (
    ['研究生', '大学', '大专', '中专', '高中'].find((step) => words.some((word) => word.includes(step))) ?? ''
  );
}

function postLevel(person: SampleSubject, asOf: string): string {
  const held = rowsOf(person, 'A05')
    .filter((row) => row['kind'] === '0' && isHeld(row, 'approvedOn', 'endedOn', asOf))
    .toSorted((a, b) => months(text(a, 'approvedOn')) - months(text(b, 'approvedOn')));
  const posts = rowsOf(person, 'A02')
    .filter((row) => isHeld(row, 'appointedOn', 'removedOn', asOf))
    .map((row) => text(row, 'positionLevelCode'))
    .filter((code) => code !== '');
  return text(held.at(-1), 'levelOrRankCode') || (posts.toSorted()[0] ?? '');
}

/** Every month in which the present rank was held is put into a set. */
function monthsAtRank(person: SampleSubject, asOf: string): number | null {
  const ranks = rowsOf(person, 'A05').filter((row) => row['kind'] === '1');
  const now = ranks.findLast((row) => isHeld(row, 'approvedOn', 'endedOn', asOf));
  if (!now) return null;
  const held = new Set<number>();
  for (const row of ranks) {
    if (row['levelOrRankCode'] !== now['levelOrRankCode']) continue;
    const end = text(row, 'endedOn') === '' ? asOf : text(row, 'endedOn');
    for (let month = months(text(row, 'approvedOn')); month < Math.min(months(end), months(asOf)); month += 1)
      held.add(month);
  }
  return held.size;
}

/** Month after month is tried: one more month of delay whenever four more months of birth have gone by. */
function retirementOfMen(person: SampleSubject): string | null {
  const row = rowsOf(person, 'A01')[0];
  if (text(row, 'sexCode') !== '1') return null;
  const born = months(text(row, 'birthDate'));
  let delay = 0;
  for (let step = months('1965-01'); step <= born && delay < 36; step += 4) delay += 1;
  const month = born + 60 * 12 + delay;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function excellentYears(person: SampleSubject, asOf: string): number {
  const last = Number(asOf.slice(0, 4)) - 1;
  return rowsOf(person, 'A15').filter(
    (row) => row['resultCode'] === '1' && Number(row['year']) > last - 3 && Number(row['year']) <= last,
  ).length;
}

describe.each(dates)('the facts of an invented district on %s', (asOf) => {
  const computed = factsOfRecords(testSchema, testFacts, people, asOf);

  /** Whose fact differs. */
  function differing(
    name: string,
    expected: (person: SampleSubject, asOf: string) => FactValue,
    shown: (value: FactValue) => FactValue = (value) => value,
  ): unknown[] {
    const read = computed.person(name);
    return people.flatMap((person, row) => {
      const [value, wanted] = [shown(read(row)), expected(person, asOf)];
      return value === wanted ? [] : [{ person: person.id, value, wanted }];
    });
  }

  it('are the same worked out a second time', () => {
    expect(differing('isCurrent', current)).toEqual([]);
    expect(differing('isServing', serving)).toEqual([]);
    expect(differing('age', age, (value) => value ?? -1)).toEqual([]);
    expect(differing('postLevel', postLevel, (value) => value ?? '')).toEqual([]);
    expect(differing('monthsAtRank', monthsAtRank)).toEqual([]);
    expect(differing('excellentYears', excellentYears, (value) => value ?? 0)).toEqual([]);
    const steps: Readonly<Record<string, string>> = {
      1: '研究生',
      2: '大学',
      3: '大专',
      4: '中专',
      6: '高中',
    };
    const stepOf = (value: FactValue) => steps[String(value ?? '').charAt(0)] ?? '';
    expect(differing('highestEducation', highestEducation, stepOf)).toEqual([]);
  });

  it('say when men retire', () => {
    const read = computed.person('retirementDate');
    const men = people.flatMap((person, row) => {
      const wanted = retirementOfMen(person);
      const value = read(row);
      return wanted === null ? [] : [[typeof value === 'number' ? dateText(value) : value, wanted]];
    });
    expect(men.length).toBeGreaterThan(200);
    expect(men.filter(([value, wanted]) => value !== wanted)).toEqual([]);
  });
});

it('the posts held today are those that the form prints', () => {
  const asOf = '2026-11-25';
  const read = factsOfRecords(testSchema, testFacts, people, asOf).person('posts');
  const there = people
    .map((person, row) => [person, read(row)] as const)
    .filter(([person]) => isCurrent(person, asOf));
  expect(there.length).toBeGreaterThan(500);
  for (const [person, posts] of there) expect(posts).toBe(rowsOf(person, 'A01')[0]?.['currentPostFull']);
});
