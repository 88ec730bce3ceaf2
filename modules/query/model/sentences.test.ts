import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '#engine';
import { nodeSentence, sentenceOf } from '#platform/model';
import { expectedSentences } from './expected-sentences.ts';
import { testCatalogue } from './test-catalogue.ts';
import { all, is, not } from './test-conditions.ts';

const woman = is('A01.sexCode', '2');

describe('the sentence of a condition', () => {
  it.each(expectedSentences)('is %s', (sentence, condition) => {
    expect(nodeSentence(condition, testCatalogue)).toBe(sentence);
  });

  it('is the same when it is denied twice', () => {
    for (const [sentence, condition] of expectedSentences)
      expect(nodeSentence(not(not(condition)), testCatalogue)).toBe(sentence);
  });

  it('says every kind of node', () => {
    const ops = new Set(JSON.stringify(expectedSentences).match(/"op":"\w+"/g));
    expect(ops.size).toBe(18);
  });
});

describe('the sentence of a question', () => {
  it.each([
    ['全部在册人员', {}],
    ['全部在职人员', { population: 'serving' }],
    ['全部人员（含历史人员）', { population: 'all' }],
    ['性别为女', { where: woman, population: 'current' }],
    ['在职人员中，性别为女', { where: woman, population: 'serving' }],
    ['含历史人员，性别为女', { where: woman, population: 'all' }],
  ] as const)('is %s', (sentence, question) => {
    expect(sentenceOf(question, testCatalogue)).toBe(sentence);
  });

  it('shows what people typed as it is', () => {
    const said = nodeSentence(is('A01.name', '\u0001王”，或“李'), testCatalogue);
    expect(said).toBe('姓名为“王”，或“李”');
  });

  it('is there for every tree, of fields and sets that nobody knows too', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const sentence = nodeSentence(condition, testCatalogue);
        expect(sentence).not.toBe('');
        expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\u0001| {2}|，，|的的/);
      }),
      { numRuns: 500 },
    );
  });

  it('is there for trees as deep as the schema lets in', () => {
    let deep: Condition = woman;
    for (let level = 0; level < 100; level++)
      deep = level % 2 === 0 ? not(all(deep, woman)) : all(deep, woman);
    expect(nodeSentence(deep, testCatalogue)).toContain('性别');
  });
});

const field = fc.constantFrom('A01.sexCode', 'age', 'A01.birthDate', 'A01.name', 'mainUnit', 'A99.gone');
const distance = fc.integer({ min: -800, max: 800 });
const bound = fc.oneof(
  fc.integer({ min: 0, max: 99 }),
  fc.constantFrom('1972', '1972-11', '1972-11-05', ''),
  fc.record({ years: distance, months: distance, days: distance }, { requiredKeys: [] }),
);
const count = fc.option(fc.nat(20), { nil: undefined });

const { condition: conditions } = fc.letrec<{ condition: Condition; rows: Condition }>((tie) => {
  const leaf = fc.oneof(
    fc.record({
      op: fc.constant('in' as const),
      field,
      values: fc.array(fc.constantFrom('1', '2', 7), { maxLength: 3 }),
    }),
    fc.record(
      { op: fc.constant('between' as const), field, from: bound, to: bound },
      { requiredKeys: ['op', 'field'] },
    ),
    fc.record({
      op: fc.constantFrom('contains' as const, 'starts' as const, 'initials' as const),
      field,
      text: fc.constant('王'),
    }),
    fc.record({ op: fc.constant('empty' as const), field }),
  );
  const groups = (part: 'condition' | 'rows') => [
    fc.record({
      op: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie(part), { maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), of: tie(part) }),
  ];
  const set = fc.constantFrom('A02', 'A14', 'A15', 'A36', 'A99');
  return {
    rows: fc.oneof({ maxDepth: 3 }, leaf, ...groups('rows')),
    condition: fc.oneof(
      { maxDepth: 4 },
      leaf,
      ...groups('condition'),
      fc.record({
        op: fc.constantFrom('some' as const, 'every' as const, 'none' as const, 'count' as const),
        set,
        where: fc.option(tie('rows'), { nil: undefined }),
        atLeast: count,
        atMost: count,
      }),
      fc.record({
        op: fc.constantFrom('last' as const, 'first' as const),
        set,
        n: fc.integer({ min: 1, max: 9 }),
        where: tie('rows'),
        atLeast: count,
      }),
      fc.record({
        op: fc.constant('months' as const),
        spans: fc.array(fc.record({ set, where: fc.option(tie('rows'), { nil: undefined }) }), {
          maxLength: 2,
        }),
        atLeast: count,
        atMost: count,
      }),
    ),
  };
});
