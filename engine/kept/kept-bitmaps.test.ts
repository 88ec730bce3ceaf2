import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asking } from '../ask.ts';
import { dayKey } from '../column/date-key.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Condition } from '../plan/question.ts';
import { asOf, question, savedQuestions, scope, somePeople } from '../plan/test-questions.ts';
import { facts, initials, movedUnits, schema, units } from '../plan/test-world.ts';
import type { SourcePerson } from '../table/source.ts';
import { testDataset, testId, testPerson } from '../table/test-dataset.ts';

const kernels: readonly Kernel['name'][] = ['simd', 'plain'];
const options = { populations: { current: 'isCurrent', serving: 'isServing' }, scopeColumn: 'P.unit' };

const asking: fc.Arbitrary<Asking> = fc.record({
  question,
  asOf,
  scope,
  hideSensitive: fc.constant(false),
  saved: fc.constant((id: string) => savedQuestions[id]),
});

/** A few people change or go, now and then units move or the tables are tidied up, and some questions are asked again. */
const step = fc.record({
  changed: fc.nat(30).chain((first) => somePeople(first, 3)),
  removed: fc.array(fc.nat(30), { maxLength: 1 }),
  moves: fc.nat(11).map((number) => number === 0),
  maintains: fc.boolean(),
  asked: fc.array(fc.nat(5), { maxLength: 4 }),
});

function rows(engine: Engine, one: Asking): readonly number[] {
  return engine.ask(one, (found) => found.rows([], 0, found.count));
}

function askOf(where: Condition): Asking {
  const asOf = dayKey(2020, 6, 30);
  return { question: { where, population: 'all' }, asOf, scope: null, hideSensitive: false };
}

describe.each(kernels)('kept bitmaps on the %s kernel', (kernel) => {
  it('find after any number of changes whom the columns find', () => {
    fc.assert(
      fc.property(
        somePeople(0, 30),
        fc.array(step, { maxLength: 12 }),
        fc.array(asking, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(undefined, 3000, 20_000),
        (people, steps, questions, derivedBytes) => {
          const dataset = testDataset(schema, people, { kernel, units, initials });
          const keeping = createEngine(dataset, facts, { ...options, derivedBytes });
          const reading = createEngine(dataset, facts, { ...options, derivedBytes: 0 });
          let isMoved = false;
          for (const one of questions) rows(keeping, one);
          for (const { changed, removed, moves, maintains, asked } of steps) {
            isMoved = moves ? !isMoved : isMoved;
            dataset.patch({
              changed,
              removed: removed.map(testId),
              units: moves ? (isMoved ? movedUnits : units) : undefined,
            });
            if (maintains) for (const _step of dataset.maintain());
            for (const one of questions.filter((_, at) => asked.includes(at))) {
              expect(rows(keeping, one)).toEqual(rows(reading, one));
            }
          }
          for (const one of questions) expect(rows(keeping, one)).toEqual(rows(reading, one));
        },
      ),
      { seed: 20_260_106, numRuns: 400 },
    );
  });

  it('follow rows that move, columns that widen, numbers that fall below all before, and more rows', () => {
    const person = (number: number, score: number, jobs: number): SourcePerson =>
      testPerson(number, {
        P: [{ score, tag: `t${number % 3}` }],
        J: Array.from({ length: jobs }, (_, at) => ({ from: `201${at}-0${1 + (number % 9)}`, level: '11' })),
      });
    const people = Array.from({ length: 300 }, (_, number) => person(number, number % 7, 2));
    const dataset = testDataset(schema, people, { kernel, units, initials });
    const keeping = createEngine(dataset, facts, options);
    const reading = createEngine(dataset, facts, { ...options, derivedBytes: 0 });
    const job: Condition = { op: 'between', field: 'J.from', from: '2011-02', to: '2013-05' };
    const conditions: readonly Condition[] = [
      { op: 'between', field: 'P.score', from: 3, to: 90_000 },
      { op: 'in', field: 'P.score', values: [1, 5, 300] },
      { op: 'in', field: 'P.tag', values: ['t1'] },
      { op: 'empty', field: 'P.birth' },
      {
        op: 'some',
        set: 'J',
        where: { op: 'all', of: [job, { op: 'in', field: 'J.level', values: ['1'] }] },
      },
      { op: 'last', set: 'J', n: 2, where: { op: 'between', field: 'J.months', from: 12 } },
    ];
    const asks = conditions.map(askOf);
    const layout = (): number => dataset.child('J')?.layout ?? 0;
    const layoutBefore = layout();
    for (const one of asks) rows(keeping, one);
    const scores = [3, 300, 70_000, -50, 5, -90_000, 0];
    for (let round = 0; round < 40; round++) {
      const changed = Array.from({ length: 30 }, (_, at) => {
        const number = (round * 37 + at * 11) % (300 + round * 8);
        return person(number, (scores[(round + at) % 7] ?? 0) + at, (round + at) % 8);
      });
      dataset.patch({ changed, removed: [testId(round * 5)] });
      if (round % 4 === 3) for (const _step of dataset.maintain());
      for (const one of asks.filter((_, at) => (round + at) % 3 !== 0)) {
        expect(rows(keeping, one)).toEqual(rows(reading, one));
      }
    }
    expect(layout()).toBeGreaterThan(layoutBefore);
    for (const one of asks) expect(rows(keeping, one)).toEqual(rows(reading, one));
  });

  it('are not taken for those of other values that have got the same keys, nor for shorter ones', () => {
    const people = Array.from({ length: 40 }, (_, number) =>
      testPerson(number, {
        P: [{ score: number, unit: `u${1 + (number % 5)}` }],
        J: [{ from: '2015-03', level: '11' }],
      }),
    );
    const dataset = testDataset(schema, people, { kernel, units, initials });
    const keeping = createEngine(dataset, facts, options);
    const reading = createEngine(dataset, facts, { ...options, derivedBytes: 0 });
    const numbers = Array.from({ length: 80 }, (_, at) => at - 40);
    const asks = [
      ...numbers.map((from): Condition => ({ op: 'between', field: 'P.score', from })),
      ...units.map(({ id }): Condition => ({ op: 'in', field: 'P.unit', values: [id], exact: true })),
      { op: 'some', set: 'J', where: { op: 'between', field: 'J.from', from: '2016' } } as const,
    ].map(askOf);
    const agree = (): void => {
      for (const one of asks) expect(rows(keeping, one)).toEqual(rows(reading, one));
    };
    agree();
    dataset.patch({ changed: [testPerson(3, { P: [{ score: -10 }] })], removed: [] });
    agree();
    dataset.patch({ changed: [], removed: [], units: movedUnits });
    agree();
    // More rows than a bitmap has room for, of few people.
    for (const number of [7, 8, 9]) {
      const jobs = Array.from({ length: 3000 }, (_, at) => ({ from: at % 2 === 0 ? '2014-01' : '2017-02' }));
      dataset.patch({ changed: [testPerson(number, { J: jobs })], removed: [] });
      agree();
    }
  });
});
