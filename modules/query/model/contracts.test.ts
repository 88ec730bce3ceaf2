import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '#platform/model';
import * as contracts from './contracts.ts';
import * as saved from './saved-contracts.ts';
import { runStatistics } from './statistics-contract.ts';

const operations: Operation[] = [...Object.values<Operation>({ ...contracts, ...saved }), runStatistics];

describe('the contracts of queries', () => {
  it('let nothing personal into a URL: no query strings, and ids of saved things at most', () => {
    for (const { path, query } of operations) {
      expect(query, path).toBeUndefined();
      expect(path.match(/:\w+/g) ?? [], path).toEqual(path.startsWith('/query/saved/') ? [':id'] : []);
    }
  });

  it.each(operations.map((operation) => [operation.id, operation] as const))(
    'describe themselves without gaps: %s',
    (_, { body, response }) => {
      for (const [schema, io] of [[body, 'input'] as const, [response, 'output'] as const]) {
        if (!schema) continue;
        const text = JSON.stringify(z.toJSONSchema(schema, { io }));
        expect(text).not.toMatch(/(?<!"properties"):\{\}/);
      }
    },
  );

  it('refuse what they do not know', () => {
    expect(contracts.runQuery.body?.safeParse({ where: [] }).success).toBe(false);
    expect(contracts.runQuery.body?.safeParse({ size: 501 }).success).toBe(false);
    expect(contracts.runQuery.body?.safeParse({ asOf: '2020-02-30' }).success).toBe(false);
    expect(contracts.runQuery.body?.parse({})).toEqual({ question: {}, from: 0, size: 50, counts: false });
  });

  it('count by one to three keys', () => {
    const age = { field: 'age', bands: 'age:standard' };
    const accepts = (rows: unknown[], columns: unknown[]) =>
      runStatistics.body?.safeParse({ rows, columns }).success;
    expect(accepts([age], [])).toBe(true);
    expect(accepts([age], [age, { field: 'A01.sexCode' }])).toBe(true);
    expect(accepts([], [])).toBe(false);
    expect(accepts([age, age], [age, age])).toBe(false);
    expect(accepts([{ ...age, heads: [{ label: '女', values: ['2'] }] }], [])).toBe(false);
  });

  it('answer a question as it was stored', () => {
    const question = { where: { op: 'not', of: { op: 'empty', field: 'age' } } };
    const answer = { at: '2026-01-01T00:00:00Z', question, sentence: '年龄已填写' };
    expect(z.encode(saved.listRecentQueries.response, { recents: [answer] } as never)).toEqual({
      recents: [answer],
    });
  });
});
