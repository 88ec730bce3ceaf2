import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asking } from './ask.ts';
import { createEngine, type Engine } from './engine.ts';
import type { Kernel } from './kernel/kernel.ts';
import type { Condition } from './plan/question.ts';
import { naiveIds, type NaiveData } from './plan/test-naive.ts';
import { asOf, condition, question, savedQuestions, scope, somePeople } from './plan/test-questions.ts';
import { facts, initials, movedUnits, schema, units } from './plan/test-world.ts';
import type { MutableDataset } from './table/mutable-dataset.ts';
import type { SourcePerson, SourceUnit } from './table/source.ts';
import { testDataset } from './table/test-dataset.ts';

const kernels: readonly Kernel['name'][] = ['simd', 'plain'];
const populations = { current: 'isCurrent', serving: 'isServing' };
const scopeColumn = 'P.unit';

function world(
  kernel: Kernel['name'],
  people: readonly SourcePerson[],
  derivedBytes?: number,
): { readonly engine: Engine; readonly dataset: MutableDataset } {
  const dataset = testDataset(schema, people, { kernel, units, initials });
  return { dataset, engine: createEngine(dataset, facts, { scopeColumn, populations, derivedBytes }) };
}

function data(people: readonly SourcePerson[], with_: readonly SourceUnit[] = units): NaiveData {
  return { schema, people, units: with_, facts, initials, scopeColumn, populations };
}

function ids(engine: Engine, asking: Asking): readonly string[] {
  return engine.ask(asking, (found) => {
    const all = found.ids([], 0, found.count);
    expect(all.length).toBe(found.count);
    return all.toSorted();
  });
}

const asking: fc.Arbitrary<Asking> = fc.record({
  question,
  asOf,
  scope,
  hideSensitive: fc.constant(false),
  saved: fc.constant((id: string) => savedQuestions[id]),
});

describe.each(kernels)('the engine on the %s kernel', (kernel) => {
  it('answers any question as a naive evaluation does', () => {
    fc.assert(
      fc.property(
        somePeople(0, 30),
        fc.array(asking, { minLength: 1, maxLength: 8 }),
        (people, questions) => {
          const { engine } = world(kernel, people);
          for (const one of questions) {
            expect(ids(engine, one)).toEqual(naiveIds(data(people), one).toSorted());
          }
        },
      ),
      { seed: 20_260_101, numRuns: 800 },
    );
  });

  it('answers as well with many people, whose rows fill many words', () => {
    fc.assert(
      fc.property(
        somePeople(0, 400),
        fc.array(asking, { minLength: 6, maxLength: 12 }),
        (people, questions) => {
          const { engine } = world(kernel, people);
          for (const one of questions) {
            expect(ids(engine, one)).toEqual(naiveIds(data(people), one).toSorted());
          }
        },
      ),
      { seed: 20_260_102, numRuns: 8 },
    );
  });

  it('answers after patches as if it had been built from the people as they are', () => {
    fc.assert(
      fc.property(
        somePeople(0, 20),
        fc.array(fc.tuple(somePeople(10, 14), fc.array(fc.nat(30), { maxLength: 3 }), fc.boolean()), {
          maxLength: 3,
        }),
        fc.array(asking, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(undefined, 0, 2000, 12_000),
        (people, patches, questions, derivedBytes) => {
          const { engine, dataset } = world(kernel, people, derivedBytes);
          let now = new Map(people.map((person) => [person.id, person]));
          let unitsNow: readonly SourceUnit[] = units;
          for (const one of questions) ids(engine, one);
          for (const [changed, gone, moves] of patches) {
            const removed = [...now.keys()].filter((_, at) => gone.includes(at));
            if (moves) unitsNow = unitsNow === units ? movedUnits : units;
            dataset.patch({ changed, removed, units: moves ? unitsNow : undefined });
            now = new Map([...now, ...changed.map((person) => [person.id, person] as const)]);
            for (const id of removed) now.delete(id);
            const naive = data([...now.values()], unitsNow);
            for (const one of questions) {
              expect(ids(engine, one)).toEqual(naiveIds(naive, one).toSorted());
            }
          }
          const rebuilt = testDataset(schema, now.values(), { kernel, units: unitsNow, initials });
          const fresh = createEngine(rebuilt, facts, { scopeColumn, populations });
          for (const one of questions) expect(ids(engine, one)).toEqual(ids(fresh, one));
        },
      ),
      { seed: 20_260_103, numRuns: 300 },
    );
  });

  it('counts what each condition of a tree finds by itself', () => {
    fc.assert(
      fc.property(somePeople(0, 30), asking, (people, one) => {
        const { engine } = world(kernel, people);
        const counts = engine.counts(one);
        const { where } = one.question;
        const alone = (part: Condition | undefined): number =>
          naiveIds(data(people), { ...one, question: { ...one.question, where: part } }).length;
        const parts: [string, Condition | undefined][] = [['', undefined]];
        if (where) parts.push(['where', where]);
        if (where?.op === 'all' || where?.op === 'any') {
          parts.push(...where.of.map((part, at): [string, Condition] => [`where.of[${at}]`, part]));
        }
        if (where && 'set' in where && where.where) {
          parts.push(['where.where', { op: 'some', set: where.set, where: where.where }]);
        }
        expect(parts.map(([path]) => counts.get(path))).toEqual(parts.map(([, part]) => alone(part)));
      }),
      { seed: 20_260_104, numRuns: 150 },
    );
  });

  it('takes a condition and its negation apart: nobody is in both or in neither', () => {
    fc.assert(
      fc.property(somePeople(0, 30), condition, asking, (people, where, one) => {
        const { engine } = world(kernel, people);
        const ask = (asked: Asking['question']): readonly string[] =>
          ids(engine, { ...one, question: asked });
        const met = ask({ where, population: 'all' });
        const unmet = ask({ where: { op: 'not', of: where }, population: 'all' });
        expect(ask({ where: { op: 'not', of: { op: 'not', of: where } }, population: 'all' })).toEqual(met);
        expect([...met, ...unmet].toSorted()).toEqual(ask({ population: 'all' }));
      }),
      { seed: 20_260_105, numRuns: 100 },
    );
  });
});
