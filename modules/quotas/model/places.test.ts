import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey, dayKey, plainReader, type DateKey, type SourcePerson } from '#engine';
import { createRegistry, datasetSchemaOf, type SubjectSets } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { cadreFacts, cadreSets, defaultRules } from '#modules/cadres';
import { generateDistrict } from '#fixtures/district';
import { careerFromRecords } from './career-from-records.ts';
import { placesOf, placesOn } from './places.ts';
import { balance } from './quota-lines.ts';
import { defaultQuotaRules } from './rules/default-rules.ts';
import { levelOn, rankOn } from './standing.ts';
import { cadre, codes, testUnits, toolsOf, type Held } from './test-careers.ts';

const tools = toolsOf();
const year = fc.integer({ min: 2018, max: 2024 });
const month = fc.integer({ min: 1, max: 12 });
const two = (number: number): string => String(number).padStart(2, '0');
/** Dates of every precision. */
const date = fc
  .record({ year, month, day: fc.integer({ min: 1, max: 28 }), precision: fc.integer({ min: 0, max: 2 }) })
  .map((parts) => {
    if (parts.precision === 0) return `${parts.year}`;
    const text = `${parts.year}-${two(parts.month)}`;
    return parts.precision === 1 ? text : `${text}-${two(parts.day)}`;
  });
const unit = fc.constantFrom(...testUnits.map(({ id }) => id), '外地');

const post: fc.Arbitrary<Held> = fc.record(
  {
    post: fc
      .tuple(unit, fc.constantFrom('局长', '副局长', '科员', '副局长（挂职）'))
      .map((parts) => parts.join(' ')),
    role: fc.constantFrom('正职' as const, '副职' as const, '其他' as const),
    from: date,
    to: date,
    main: fc.boolean(),
    occupiesHeadcount: fc.constantFrom('0', '1'),
    personalOrder: fc.integer({ min: 1, max: 3 }),
    positionLevelCode: fc.constantFrom('1A32', '1A41', '1A42'),
  },
  { requiredKeys: ['post', 'from'] },
);

const rank = fc.record({
  kind: fc.constant('1'),
  levelOrRankCode: fc.constantFrom('14', '15', '17', '18', '19', '1A', '1B'),
  approvedOn: date,
  endedOn: fc.option(date, { nil: undefined }),
  statusCode: fc.constantFrom('0', '1'),
});

const career = fc
  .record({
    posts: fc.array(post, { maxLength: 5 }),
    ranks: fc.array(rank, { maxLength: 3 }),
    left: fc.option(date, { nil: undefined }),
    registered: fc.option(date, { nil: undefined }),
    soldier: fc.boolean(),
  })
  .map(({ posts, ranks, left, registered, soldier }) =>
    cadre(posts, {
      A01: { statisticalOrgCode: '民政局', rankCode: '18', rankSince: registered },
      A05: ranks,
      ...(left === undefined ? {} : { A30: { exitMethodCode: '11', exitedOn: left } }),
      ...(soldier ? { A29: { entryTypeCode: '军转安置' } } : {}),
    }),
  );

/** The first, the second and the last day of every month, from before all dates to behind them. */
const days: DateKey[] = [];
for (let each = 2017; each <= 2026; each += 1)
  for (let at = 1; at <= 12; at += 1)
    for (const of of [1, 2, 3, 9, 15, 20, 28]) days.push(dayKey(each, at, of));

describe('the places of a life', () => {
  it('are on every day what is found on that day alone', () => {
    fc.assert(
      fc.property(career, (life) => {
        const places = placesOf(life, tools);
        for (const day of days) {
          const told = (
            list: readonly { unit: string; bucket: string; rank: string | null; reason: string | null }[],
          ) => list.map((each) => `${each.unit} ${each.bucket} ${each.rank} ${each.reason}`).toSorted();
          const scanned = places.filter(({ from, to }) => from <= day && day < to);
          expect(told(scanned)).toEqual(told(placesOn(life, day, tools)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are at most one in each bucket of a unit, last some time, and are none after the person left', () => {
    fc.assert(
      fc.property(career, (life) => {
        const places = placesOf(life, tools);
        for (const { from, to } of places) {
          expect(from).toBeLessThan(to);
          expect(from).toBeLessThan(life.leftOn);
        }
        for (const day of days) {
          const cells = places
            .filter(({ from, to }) => from <= day && day < to)
            .map((each) => `${each.unit} ${each.bucket}`);
          expect(new Set(cells).size).toBe(cells.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('have a balance: what is vacant or in excess makes up the difference, and never both', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (approved, filled) => {
        const { vacancy, excess } = balance(approved, filled);
        expect(Math.min(vacancy, excess)).toBe(0);
        expect(filled + vacancy - excess).toBe(approved);
        expect(balance(null, filled)).toEqual({ approved: null, vacancy: 0, excess: 0 });
      }),
    );
  });
});

describe('ranks and levels on a day', () => {
  it('are those of the facts, for the people of the sample district on days of twelve years', () => {
    const tables = loadCodeTables();
    const facts = cadreFacts(tables);
    const schema = datasetSchemaOf(createRegistry(cadreSets), tables, facts);
    const people = [...generateDistrict({ persons: 150, seed: 4 })].filter(({ kind }) => kind === 'person');
    for (const { id, sets } of people) {
      const life = careerFromRecords(sets as unknown as SubjectSets, {
        rules: defaultQuotaRules,
        book: defaultRules,
        codes,
      });
      for (const on of ['2014-03-01', '2019-06-15', '2021-01-01', '2023-11-30', '2026-06-30']) {
        const day = dateKey(on) ?? 0;
        const reader = plainReader(schema, { id, sets } as SourcePerson, day, facts);
        expect([rankOn(life, day), levelOn(life, day, codes)]).toEqual([
          reader.fact('rank')(0),
          reader.fact('postLevel')(0),
        ]);
        expect(day >= life.leftOn).toBe(reader.fact('isFormer')(0) === '1');
      }
    }
  });
});
