import { expect, test } from 'vitest';
import { firstScope, requestOf, type ExportWish } from './request.ts';

const wish: ExportWish = {
  scope: 'all',
  unit: null,
  subject: 'cadres',
  format: 'lrmx',
  variant: 'B5',
  set: 'A02',
};

test('a request names the scope and nothing that its format does not know', () => {
  expect(requestOf(wish, null)).toEqual({ format: 'lrmx', subject: 'cadres' });
  expect(requestOf({ ...wish, scope: 'unit', unit: 'u1' }, null)).toEqual({
    format: 'lrmx',
    subject: 'cadres',
    unit: 'u1',
  });
  expect(requestOf({ ...wish, scope: 'unplaced' }, null)).toMatchObject({ unit: 'none' });
  const named = requestOf({ ...wish, scope: 'chosen' }, { ids: ['a', 'b'], count: 2 });
  expect(named).toEqual({ format: 'lrmx', subject: 'cadres', ids: ['a', 'b'] });
});

test('printed forms have a paper size, a CSV has a set', () => {
  expect(requestOf({ ...wish, format: 'pdf' }, null)).toMatchObject({ variant: 'B5' });
  expect(requestOf({ ...wish, format: 'csv' }, null)).toEqual({
    format: 'csv',
    subject: 'cadres',
    set: 'A02',
  });
});

test('units go out as data only, and always all of them', () => {
  expect(
    requestOf({ ...wish, subject: 'units', format: 'jsonl', scope: 'chosen' }, { ids: ['a'], count: 1 }),
  ).toEqual({
    format: 'jsonl',
    subject: 'units',
  });
  expect(requestOf({ ...wish, subject: 'units', format: 'pdf' }, null)).toMatchObject({ subject: 'cadres' });
});

test('what is missing is said', () => {
  expect(requestOf({ ...wish, scope: 'unit' }, null)).toBe('请选择机构');
  expect(requestOf({ ...wish, scope: 'chosen' }, null)).toBe('请先在干部名单中选择人员');
  expect(requestOf({ ...wish, format: 'csv', set: '' }, null)).toBe('请选择信息集');
});

test('a whole list chosen elsewhere keeps its name, whatever its length', () => {
  expect(firstScope(null)).toEqual({ scope: 'all', unit: null });
  expect(firstScope({ count: 1_000_000 })).toEqual({ scope: 'all', unit: null });
  expect(firstScope({ unit: 'none', count: 30_000 })).toEqual({ scope: 'unplaced', unit: null });
  expect(firstScope({ unit: 'u1', count: 30_000 })).toEqual({ scope: 'unit', unit: 'u1' });
  expect(firstScope({ unit: 'u1', except: ['a'], count: 9 }).scope).toBe('chosen');
});
