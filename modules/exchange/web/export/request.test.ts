import { expect, test } from 'vitest';
import { requestOf, type ExportWish } from './request.ts';

const wish: ExportWish = {
  scope: 'all',
  unit: null,
  subject: 'cadres',
  format: 'lrmx',
  variant: 'B5',
  set: 'A02',
};

test('a request names the scope and nothing that its format does not know', () => {
  expect(requestOf(wish, [])).toEqual({ format: 'lrmx', subject: 'cadres' });
  expect(requestOf({ ...wish, scope: 'unit', unit: 'u1' }, [])).toEqual({
    format: 'lrmx',
    subject: 'cadres',
    unit: 'u1',
  });
  expect(requestOf({ ...wish, scope: 'chosen' }, ['a', 'b'])).toMatchObject({ ids: ['a', 'b'] });
});

test('printed forms have a paper size, a CSV has a set', () => {
  expect(requestOf({ ...wish, format: 'pdf' }, [])).toMatchObject({ variant: 'B5' });
  expect(requestOf({ ...wish, format: 'csv' }, [])).toEqual({ format: 'csv', subject: 'cadres', set: 'A02' });
});

test('units go out as data only, and always all of them', () => {
  expect(requestOf({ ...wish, subject: 'units', format: 'jsonl', scope: 'chosen' }, ['a'])).toEqual({
    format: 'jsonl',
    subject: 'units',
  });
  expect(requestOf({ ...wish, subject: 'units', format: 'pdf' }, [])).toMatchObject({ subject: 'cadres' });
});

test('what is missing is said', () => {
  expect(requestOf({ ...wish, scope: 'unit' }, [])).toBe('请选择机构');
  expect(requestOf({ ...wish, scope: 'chosen' }, [])).toBe('请先在干部名单中选择人员');
  expect(requestOf({ ...wish, format: 'csv', set: '' }, [])).toBe('请选择信息集');
});
