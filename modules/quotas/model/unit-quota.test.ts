import { describe, expect, it } from 'vitest';
import { approvedOn, staffOn } from './approved.ts';
import { day } from './test-careers.ts';
import { gradeOn, isThere, nameOn, unitQuota } from './unit-quota.ts';

const head = { id: 'u', name: '区农业农村局', parent: -1, depth: 0, kindCode: '1' };
const unit = unitQuota(head, {
  B01: [{ id: 'b', name: '区农业农村局', levelCode: '109', chiefLeaderQuota: 1 }],
  UH01: [
    { id: 'a', changedOn: '2005-03', changeCode: '1', nameAfter: '区农业委员会' },
    { id: 'b', changedOn: '2019-03', changeCode: '2', nameBefore: '区农业委员会', nameAfter: '区农业农村局' },
    { id: 'c', changedOn: '2012-01', changeCode: '3', levelBefore: '110', levelAfter: '109' },
    { id: 'd', changedOn: '2026-01', changeCode: '6' },
  ],
});

describe('a unit in time', () => {
  it('has the name and the grade of the day', () => {
    expect(nameOn(unit, day('2018-06-30'))).toBe('区农业委员会');
    expect(nameOn(unit, day('2019-03-01'))).toBe('区农业农村局');
    expect(gradeOn(unit, day('2011-12-31'))).toBe('110');
    expect(gradeOn(unit, day('2012-01-01'))).toBe('109');
  });

  it('has no number of its own record before it was founded and after it ended', () => {
    const approved = (on: string) => approvedOn(unit, 'principal', day(on))?.approved ?? null;
    expect(['2005-02-28', '2005-03-01', '2025-12-31', '2026-01-01'].map(approved)).toEqual([
      null,
      1,
      1,
      null,
    ]);
    expect(isThere(unit, day('2026-06-30'))).toBe(false);
  });

  it('has no number of a document either, though nobody has ended that', () => {
    const numbers = unitQuota(head, {
      UH01: [
        { id: 'a', changedOn: '2020', changeCode: '1' },
        { id: 'b', changedOn: '2025-01-01', changeCode: '6' },
      ],
      QT01: [{ id: 'q', bucketCode: '11', approved: 1 }],
      HC01: [{ id: 'h', staffingTypeCode: '1', approved: 12 }],
    });
    const known = (on: string) => [approvedOn(numbers, 'principal', day(on)), staffOn(numbers, '1', day(on))];
    expect(known('2019-12-31')).toEqual([null, null]);
    expect(known('2024-12-31').map((each) => each?.approved)).toEqual([1, 12]);
    expect(known('2025-01-01')).toEqual([null, null]);
  });

  it('reads numbers that the exchange format keeps as texts', () => {
    const { staff } = unitQuota(head, {
      B01: [{ id: 'b', adminStaffing: 20, supportStaffing: '3', otherStaffing: '见文件' }],
    });
    expect(staff).toEqual({ '1': 20, '4': 3 });
  });
});
