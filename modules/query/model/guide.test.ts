import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  bandSetSchema,
  defaultBandSets,
  parseQuestion,
  sentenceOf,
  storedQuestionSchema,
} from '#platform/model';
import { testCatalogue } from './test-catalogue.ts';

const guide = readFileSync('docs/guide/查询条件.md', 'utf8');
const examples = [...guide.matchAll(/^### (\d+\. .+)$[^]*?^```json\n([^]*?)^```\n\n> (.+)$/gm)].map(
  ([, title = '', json = '', sentence = '']) => ({ title, value: JSON.parse(json) as unknown, sentence }),
);

/** The fields, sets and values of a condition, wherever they stand. */
function partsOf(value: unknown): { field?: string; set?: string; values?: (string | number)[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(partsOf)];
}

describe('the guide to questions', () => {
  it('has twenty worked questions and no other JSON', () => {
    expect(examples).toHaveLength(20);
    expect(guide.match(/```json/g)).toHaveLength(20);
  });

  it.each(examples)('$title: can be asked and is called what it says', ({ value, sentence }) => {
    expect(parseQuestion(value)).toEqual({ question: value });
    const { question } = storedQuestionSchema.parse({ version: 1, question: value });
    expect(sentenceOf(question, testCatalogue)).toBe(sentence);
    expect(unknownIn(value)).toEqual([]);
  });

  it('names a field of every row of its lists', () => {
    for (const [, name = ''] of guide.matchAll(
      /`((?:A\d\d\.)?[a-z][A-Za-z]*(?:Level|InPost|Date|Code|Held))`/g,
    ))
      expect(testCatalogue.field(name), name).toBeDefined();
  });
});

describe('the band sets of a new installation', () => {
  it.each(defaultBandSets)('$id is sound, over a field and codes that are there', (set) => {
    expect(bandSetSchema.parse(set)).toEqual(set);
    const values = set.heads?.flatMap((head) => head.values);
    expect(unknownIn({ field: set.field, ...(values && { values }) })).toEqual([]);
  });

  it('leave no gap between bands', () => {
    for (const { id, bands = [] } of defaultBandSets)
      for (const [index, { to }] of bands.slice(0, -1).entries())
        expect(Number(bands[index + 1]?.from), id).toBe(Number(to) + 1);
  });
});

/** What a value names that is not there. */
function unknownIn(value: unknown): string[] {
  return partsOf(value).flatMap(({ field: name, set, values = [] }) => {
    const field = name === undefined ? undefined : testCatalogue.field(name);
    const codes = field?.kind === 'code' ? values.map(String) : [];
    return [
      ...(set === undefined || testCatalogue.set(set) ? [] : [set]),
      ...(name === undefined || field ? [] : [name]),
      ...codes.filter((code) => testCatalogue.labelOf(field?.codes ?? '', code) === undefined),
    ];
  });
}
