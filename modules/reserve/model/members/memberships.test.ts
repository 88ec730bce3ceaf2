import { describe, expect, it } from 'vitest';
import { countsOn, isInOrComing, withExit, withPoolRenamed, withReview } from './memberships.ts';

const rows = [
  { id: '1', poolName: '后备正职', enteredOn: '2022-03', exitedOn: '2024-05-01' },
  { id: '2', poolName: '后备正职', enteredOn: '2025-01-10', remark: '原有备注' },
  { id: '3', poolName: '女干部', enteredOn: '2020-01-01' },
];

describe('a membership', () => {
  it('counts from the first day of its entry up to the day before it ends', () => {
    const counted = (day: string) => rows.filter((row) => countsOn(row, day)).map(({ id }) => id);
    expect(counted('2022-02-28')).toEqual(['3']);
    expect(counted('2022-03-01')).toEqual(['1', '3']);
    expect(counted('2024-04-30')).toEqual(['1', '3']);
    expect(counted('2024-05-01')).toEqual(['3']);
  });

  it('to come keeps another from being made', () => {
    expect(isInOrComing(rows, '后备正职', '2024-06-01')).toBe(true);
    expect(isInOrComing(rows.slice(0, 1), '后备正职', '2024-06-01')).toBe(false);
  });

  it('ends on a day with the reason; others stay', () => {
    const end = { exitedOn: '2026-03-01', exitReasonCode: '2', remark: '到龄' };
    expect(withExit(rows, '后备正职', end)).toEqual([
      rows[0],
      { ...rows[1], exitedOn: '2026-03-01', exitReasonCode: '2', remark: '原有备注；到龄' },
      rows[2],
    ]);
    expect(withExit(rows, '选调生', end)).toBeNull();
  });

  it('takes another name of the pool', () => {
    expect(withPoolRenamed(rows, '女干部', '优秀女干部')?.map(({ poolName }) => poolName)).toEqual([
      '后备正职',
      '后备正职',
      '优秀女干部',
    ]);
    expect(withPoolRenamed(rows, '选调生', '选调干部')).toBeNull();
  });
});

describe('a review', () => {
  const of = { pool: '后备正职', year: '2026' };
  const said = { conclusionCode: '2', opinion: '加强基层历练', reviewedOn: '2026-12-10' };

  it('is written once a year and pool, and written anew in its place', () => {
    const first = withReview([], 'n', of, said) ?? [];
    expect(first).toEqual([{ id: 'n', poolName: '后备正职', year: '2026', ...said }]);
    expect(withReview(first, 'm', of, said)).toBeNull();
    const second = withReview(first, 'm', of, { ...said, opinion: '' });
    expect(second).toEqual([{ ...first[0], opinion: null }]);
  });

  it('is not made of nothing', () => {
    expect(
      withReview([], 'n', of, { conclusionCode: null, opinion: '', reviewedOn: '2026-12-10' }),
    ).toBeNull();
  });
});
