import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKey, dayKey, monthsBetween } from '../column/date-key.ts';
import { Bench, bitsFor, kinds } from './test-kernel.ts';

/** Parents whose rows lie together, in any order of parents and with dead rows between, some with very many rows. */
const family = fc
  .array(
    fc.record({
      rows: fc.oneof(
        { weight: 8, arbitrary: fc.nat({ max: 12 }) },
        { weight: 1, arbitrary: fc.integer({ min: 30, max: 200 }) },
      ),
      gap: fc.nat({ max: 3 }),
      place: fc.nat(),
    }),
    { maxLength: 150, size: 'max' },
  )
  .map((parents) => {
    const start = parents.map(() => 0);
    let rows = 0;
    for (const index of [...parents.keys()].toSorted(
      (a, b) => (parents[a]?.place ?? 0) - (parents[b]?.place ?? 0),
    )) {
      rows += parents[index]?.gap ?? 0;
      start[index] = rows;
      rows += parents[index]?.rows ?? 0;
    }
    return { start, length: parents.map((parent) => parent.rows), rows };
  });

type Family = typeof family extends fc.Arbitrary<infer Value> ? Value : never;

const families = family.chain((parents) =>
  fc.record({
    parents: fc.constant(parents),
    visible: bitsFor(parents.rows),
    wanted: bitsFor(parents.rows),
    chosen: bitsFor(parents.start.length),
  }),
);

function rowsOf({ start, length }: Family, parent: number): number[] {
  return Array.from({ length: length[parent] ?? 0 }, (_, i) => (start[parent] ?? 0) + i);
}

describe.each(kinds)('lifting of the %s kernel', (kind) => {
  it('tells of a parent whether any row is set, how many are, and the first and last of them', () => {
    fc.assert(
      fc.property(families, ({ parents, wanted }) => {
        const bench = new Bench(kind);
        const many = parents.start.length;
        const [start, length, rows] = [
          bench.column(4, parents.start),
          bench.column(2, parents.length),
          bench.bitmap(wanted, true),
        ];
        const set = parents.start.map((_, parent) =>
          rowsOf(parents, parent).filter((row) => wanted[row] === true),
        );
        const any = bench.bitmap(parents.start.map(() => true));
        bench.kernel.liftAny(start, length, many, rows, any);
        expect(bench.bits(any, many)).toEqual(set.map((own) => own.length > 0));
        const counts = bench.block(many * 2);
        bench.kernel.liftCount(start, length, many, rows, counts);
        expect(bench.numbers(2, counts, many)).toEqual(set.map((own) => own.length));
        const found = bench.block(many * 4);
        bench.kernel.liftRow(start, length, many, rows, 1, found);
        expect(bench.numbers(4, found, many)).toEqual(set.map((own) => (own.at(-1) ?? -1) + 1));
        bench.kernel.liftRow(start, length, many, rows, 0, found);
        expect(bench.numbers(4, found, many)).toEqual(set.map((own) => (own.at(0) ?? -1) + 1));
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  it('looks at the last or first rows that can be seen', () => {
    const newest = fc.constantFrom<0 | 1>(0, 1);
    fc.assert(
      fc.property(families, fc.nat({ max: 6 }), fc.nat({ max: 6 }), newest, (input, take, atLeast, end) => {
        const { parents, visible, chosen } = input;
        const wanted = input.wanted.map((bit, row) => bit && visible[row] === true);
        const bench = new Bench(kind);
        const many = parents.start.length;
        const out = bench.bitmap(chosen);
        bench.kernel.liftSequence(
          bench.column(4, parents.start),
          bench.column(2, parents.length),
          many,
          bench.bitmap(visible, true),
          bench.bitmap(wanted, true),
          take,
          atLeast,
          end,
          bench.bitmap(chosen, true),
          out,
        );
        const expected = parents.start.map((_, parent) => {
          const seen = rowsOf(parents, parent).filter((row) => visible[row] === true);
          const looked = end === 1 ? seen.toReversed().slice(0, take) : seen.slice(0, take);
          return chosen[parent] === true && looked.filter((row) => wanted[row] === true).length >= atLeast;
        });
        expect(bench.bits(out, many)).toEqual(expected);
      }),
      { seed: 22, numRuns: 250 },
    );
  });

  it('goes from parents to all of their rows', () => {
    fc.assert(
      fc.property(families, ({ parents, wanted, chosen }) => {
        const bench = new Bench(kind);
        const out = bench.bitmap(wanted);
        const [start, length] = [bench.column(4, parents.start), bench.column(2, parents.length)];
        bench.kernel.lower(start, length, parents.start.length, bench.bitmap(chosen, true), out);
        const lowered = new Set(chosen.flatMap((bit, parent) => (bit ? rowsOf(parents, parent) : [])));
        expect(bench.bits(out, parents.rows)).toEqual(wanted.map((bit, row) => bit || lowered.has(row)));
      }),
      { seed: 23, numRuns: 100 },
    );
  });
});

const date = fc.oneof(
  fc.constant(null),
  fc
    .record({
      year: fc.integer({ min: 2000, max: 2006 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      precision: fc.nat({ max: 2 }),
    })
    .map(({ year, month, day, precision }) => {
      const parts = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
      return dateKey(parts.slice(0, precision + 1).join('-'));
    }),
);

/** Time by days: every day that a row covers is marked, the stretches of marked days are added up. */
function naiveMonths(
  rows: readonly { from: number | null; to: number | null; lasting: boolean }[],
  asOf: number,
): number {
  const firstDay = (key: number): number => (key % 64 < 2 ? key - (key % 64) + 2 : key);
  const marked = new Set<number>();
  for (const { from, to, lasting } of rows) {
    const end = to === null ? (lasting ? asOf : 0) : Math.min(asOf, firstDay(to));
    if (from === null) continue;
    for (let day = firstDay(from); day < end; day += 1) marked.add(day);
  }
  let months = 0;
  for (const day of marked) {
    if (marked.has(day - 1)) continue;
    let end = day;
    while (marked.has(end)) end += 1;
    months += monthsBetween(day, end);
  }
  return months;
}

describe.each(kinds)('months of the %s kernel', (kind) => {
  const row = fc.record({ from: date, to: date, lasting: fc.boolean(), wanted: fc.boolean() });
  const parent = fc.record({
    rows: fc.array(row, { maxLength: 7 }),
    sorted: fc.boolean(),
    chosen: fc.boolean(),
  });
  const people = fc.array(parent, { maxLength: 80, size: 'max' });

  it('are those that the rows last together, shared time once', () => {
    fc.assert(
      fc.property(
        people,
        fc.integer({ min: 2001, max: 2007 }),
        fc.integer({ min: 1, max: 31 }),
        (persons, year, day) => {
          const bench = new Bench(kind);
          const asOf = dayKey(year, 5, day);
          const own = persons.map(({ rows, sorted }) =>
            sorted ? rows.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0)) : rows,
          );
          const all = own.flat();
          const column = (keys: readonly (number | null)[]) => ({
            months: bench.column(
              2,
              keys.map((key) => (key === null ? 0 : key >>> 6)),
            ),
            parts: bench.column(
              1,
              keys.map((key) => (key === null ? 0 : (key & 63) ^ 1)),
            ),
          });
          const out = bench.block(persons.length * 2);
          let next = 0;
          const start = own.map((rows) => (next += rows.length) - rows.length);
          bench.kernel.liftMonths(
            bench.column(4, start),
            bench.column(
              2,
              own.map((rows) => rows.length),
            ),
            persons.length,
            bench.bitmap(all.map(({ wanted }) => wanted)),
            column(all.map(({ from }) => from)),
            column(all.map(({ to }) => to)),
            bench.bitmap(all.map(({ lasting }) => lasting)),
            asOf,
            bench.bitmap(persons.map(({ chosen }) => chosen)),
            out,
          );
          const expected = persons.map(({ chosen }, person) =>
            chosen
              ? naiveMonths(
                  (own[person] ?? []).filter(({ wanted }) => wanted),
                  asOf,
                )
              : 0,
          );
          expect(bench.numbers(2, out, persons.length)).toEqual(expected);
        },
      ),
      { seed: 24, numRuns: 150 },
    );
  });

  it('need no parts, and no ends', () => {
    const bench = new Bench(kind);
    const months = bench.column(2, [2401, 2413]);
    const out = bench.block(2);
    const none = { months: 0, parts: 0 };
    const all = bench.bitmap([true, true]);
    const one = bench.bitmap([true]);
    const [start, length] = [bench.column(4, [0]), bench.column(2, [2])];
    const asOf = dayKey(2001, 6, 15);
    bench.kernel.liftMonths(start, length, 1, all, { months, parts: 0 }, none, all, asOf, one, out);
    expect(bench.numbers(2, out, 1)).toEqual([17]);
    bench.kernel.liftMonths(start, length, 1, all, none, { months, parts: 0 }, all, asOf, one, out);
    expect(bench.numbers(2, out, 1)).toEqual([0]);
  });
});
