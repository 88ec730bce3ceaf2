import { describe, expect, it } from 'vitest';
import type { RecordRow, SubjectSets } from '#platform/model';
import { outcomeOf, promotionsOf } from './promotion.ts';
import { byBatch, byYear, useFigures } from './use-figures.ts';

const level = (levelOrRankCode: string, approvedOn: string, endedOn: string | null = null): RecordRow => ({
  id: `${levelOrRankCode} ${approvedOn}`,
  levelOrRankCode,
  approvedOn,
  endedOn,
});
const deputyThenPrincipal: SubjectSets = {
  A05: [level('1A42', '2020-05', '2024-03'), level('1A41', '2024-03')],
};
const entry = (given: Partial<RecordRow> = {}): RecordRow => ({
  id: 'r',
  poolName: '后备正职',
  batch: '2022 年',
  enteredOn: '2022-01-15',
  ...given,
});

const firstOf = (sets: SubjectSets, base: string, until: string) =>
  promotionsOf(sets, base, until)[0] ?? null;

describe('a promotion', () => {
  it('is the first higher leading level that begins after the base day', () => {
    expect(firstOf(deputyThenPrincipal, '2022-01-15', '2026-06-30')).toEqual({
      on: '2024-03',
      level: '1A41',
    });
    const twice = { A05: [...(deputyThenPrincipal['A05'] ?? []), level('1A32', '2025-08')] };
    expect(firstOf(twice, '2022-01-15', '2026-06-30')?.on).toBe('2024-03');
  });

  it.each([
    ['before it', '2024-03-02', '2026-06-30'],
    ['after the day asked for', '2022-01-15', '2024-02-29'],
  ])('is none that begins %s', (_when, base, until) => {
    expect(firstOf(deputyThenPrincipal, base, until)).toBeNull();
  });

  it('is the first leading level of all, but no level beside or below', () => {
    const first = { A05: [level('1A42', '2023-06')] };
    expect(firstOf(first, '2022-01-15', '2026-06-30')?.level).toBe('1A42');
    const beside = { A05: [level('1A42', '2020-05', '2023-01'), level('908', '2023-01')] };
    expect(firstOf(beside, '2022-01-15', '2026-06-30')).toBeNull();
    const down = { A05: [level('1A41', '2020-05', '2023-01'), level('1A42', '2023-01')] };
    expect(firstOf(down, '2022-01-15', '2026-06-30')).toBeNull();
    const ranks = { A05: [level('1A42', '2020-05'), { ...level('A', '2023-01'), kind: '1' }] };
    expect(firstOf(ranks, '2022-01-15', '2026-06-30')).toBeNull();
  });

  it('is none when the same level is given again after a gap', () => {
    const gap = {
      A05: [level('1A42', '2018-01', '2021-12'), level('1A42', '2022-03'), level('1A41', '2025-01')],
    };
    expect(firstOf(gap, '2022-01-15', '2026-06-30')).toEqual({ on: '2025-01', level: '1A41' });
  });

  it('is read from the posts of those who have no history of levels', () => {
    const posts: SubjectSets = {
      A02: [
        { id: '1', positionLevelCode: '1A42', appointedOn: '2019-01', removedOn: '2023-05' },
        { id: '2', positionLevelCode: '1A41', appointedOn: '2023-05' },
      ],
    };
    expect(firstOf(posts, '2022-01-15', '2026-06-30')?.on).toBe('2023-05');
  });
});

describe('promotions one after another', () => {
  const thrice: SubjectSets = {
    A05: [
      ...(deputyThenPrincipal['A05'] ?? []),
      level('1A32', '2025-08', '2025-12'),
      level('1A31', '2025-12'),
    ],
  };

  it('are counted each, those after the first against the level reached', () => {
    expect(promotionsOf(thrice, '2022-01-15', '2026-06-30')).toEqual([
      { on: '2024-03', level: '1A41' },
      { on: '2025-08', level: '1A32' },
      { on: '2025-12', level: '1A31' },
    ]);
    expect(promotionsOf(thrice, '2022-01-15', '2025-11-30')).toHaveLength(2);
  });

  it('are none when a level comes back that was held before', () => {
    const back = {
      A05: [level('1A42', '2020-05', '2023-01'), level('1A41', '2023-01', '2024-01')].concat(
        level('1A42', '2024-01', '2025-01'),
        level('1A41', '2025-01'),
      ),
    };
    expect(promotionsOf(back, '2022-01-15', '2026-06-30')).toEqual([{ on: '2023-01', level: '1A41' }]);
  });
});

describe('levels that begin on one day', () => {
  it.each([
    ['the lower first', [level('1A41', '2018-03'), level('1A32', '2018-03')]],
    ['the higher first', [level('1A32', '2018-03'), level('1A41', '2018-03')]],
    ['the lower ended the same month', [level('1A41', '2018-03', '2018-03'), level('1A32', '2018-03')]],
  ])('are one promotion, to the highest: %s', (_order, reached) => {
    const sets = { A05: [level('1A42', '2010-01', '2018-03'), ...reached] };
    expect(promotionsOf(sets, '2015-01-01', '2026-01-01')).toEqual([{ on: '2018-03', level: '1A32' }]);
  });
});

describe('a level that ended in the month of its beginning', () => {
  it('has been reached: the same level later is no promotion, a higher one is', () => {
    const short = [level('1A42', '2010-01'), level('1A41', '2018-03', '2018-03'), level('1A41', '2020-03')];
    expect(promotionsOf({ A05: short }, '2015-01-01', '2026-01-01')).toEqual([
      { on: '2018-03', level: '1A41' },
    ]);
    const higher = { A05: [...short, level('1A32', '2023-05')] };
    expect(promotionsOf(higher, '2015-01-01', '2026-01-01').map(({ on }) => on)).toEqual([
      '2018-03',
      '2023-05',
    ]);
  });
});

describe('what became of a membership', () => {
  it('counts full months from the entry to the promotion', () => {
    expect(outcomeOf('p', entry(), deputyThenPrincipal, '2026-06-30').months).toBe(25);
    expect(outcomeOf('p', entry(), deputyThenPrincipal, '2026-06-30', '2023-12-31').months).toBe(25);
  });

  it('ends with the membership, but not when a day was asked for', () => {
    const left = entry({ exitedOn: '2023-06-01', exitReasonCode: '3' });
    expect(outcomeOf('p', left, deputyThenPrincipal, '2026-06-30').promotion).toBeNull();
    const since = outcomeOf('p', left, deputyThenPrincipal, '2026-06-30', '2022-12-31');
    expect(since.promotion?.on).toBe('2024-03');
  });

  it('is a promotion when somebody left for it and no level says so', () => {
    const left = entry({ exitedOn: '2023-06-01', exitReasonCode: '1' });
    expect(outcomeOf('p', left, {}, '2026-06-30').promotion).toEqual({ on: '2023-06-01', level: null });
    expect(outcomeOf('p', left, {}, '2023-05-31').promotion).toBeNull();
  });
});

describe('figures of the use', () => {
  const outcomes = [
    outcomeOf('a', entry({ exitedOn: '2024-03-20', exitReasonCode: '1' }), deputyThenPrincipal, '2026-06-30'),
    outcomeOf('b', entry(), { A05: [level('1A42', '2020-05')] }, '2026-06-30'),
    outcomeOf('c', entry({ batch: '2025 年', enteredOn: '2025-02-01' }), {}, '2026-06-30'),
  ];

  it('count people once and give shares that add up', () => {
    expect(useFigures(outcomes)).toEqual({ people: 3, promoted: 1, share: 33.3, months: 25 });
    expect(useFigures([])).toEqual({ people: 0, promoted: 0, share: null, months: null });
  });

  it('stand by year', () => {
    const years = byYear(outcomes, '2026-06-30');
    expect(
      years.map(({ year, people, promoted, entered, exited, atEnd }) => [
        year,
        people,
        promoted,
        entered,
        exited,
        atEnd,
      ]),
    ).toEqual([
      ['2022', 2, 0, 2, 0, 2],
      ['2023', 2, 0, 0, 0, 2],
      ['2024', 2, 1, 0, 1, 1],
      ['2025', 2, 0, 1, 0, 2],
      ['2026', 2, 0, 0, 0, 2],
    ]);
  });

  it('count every promotion in its year, of people once a year', () => {
    const sets = {
      A05: [...(deputyThenPrincipal['A05'] ?? []), level('1A32', '2025-08'), level('1A31', '2025-12')],
    };
    const twice = outcomeOf('a', entry(), sets, '2026-06-30');
    const promoted = byYear([twice, outcomeOf('b', entry(), {}, '2026-06-30')], '2026-06-30');
    expect(promoted.map(({ year, promoted: count, share, months }) => [year, count, share, months])).toEqual([
      ['2022', 0, 0, null],
      ['2023', 0, 0, null],
      ['2024', 1, 50, 25],
      ['2025', 1, 50, 42],
      ['2026', 0, 0, null],
    ]);
    expect(useFigures([twice])).toMatchObject({ promoted: 1, months: 25 });
  });

  it('have a promotion after the exit too when a day was asked for', () => {
    const left = entry({ exitedOn: '2023-06-01', exitReasonCode: '3' });
    const outcome = outcomeOf('a', left, deputyThenPrincipal, '2026-06-30', '2022-12-31');
    const years = byYear([outcome], '2026-06-30');
    expect(years.map(({ year, people, promoted }) => [year, people, promoted])).toEqual([
      ['2022', 1, 0],
      ['2023', 1, 0],
      ['2024', 1, 1],
      ['2025', 0, 0],
      ['2026', 0, 0],
    ]);
  });

  it('stand by batch, the newest first', () => {
    expect(
      byBatch(outcomes).map(({ batch, people, stillIn, promoted }) => [batch, people, stillIn, promoted]),
    ).toEqual([
      ['2025 年', 1, 1, 0],
      ['2022 年', 2, 1, 1],
    ]);
  });
});
