import { describe, expect, it } from 'vitest';
import { factOf, rowFactOf, type Records } from './test-people.ts';

const appraisals = (results: Readonly<Record<string, string>>) => ({
  A15: Object.entries(results).map(([year, resultCode]) => ({ year, resultCode })),
});

describe('年度考核', () => {
  const records = appraisals({ 2022: '1', 2023: '1', 2024: '2', 2025: '1' });

  it.each([
    ['年度结束以前看不到当年的', '2025-12-30', '2', 2],
    ['年度结束当日看得到', '2025-12-31', '1', 2],
    ['近三年按已结束的年度计算', '2027-01-01', '1', 1],
    ['三年都没有考核', '2030-01-01', '1', null],
    ['还没有考核', '2022-12-30', null, null],
  ])('%s', (_, asOf, result, excellent) => {
    expect([factOf('lastAppraisal', records, asOf), factOf('excellentYears', records, asOf)]).toEqual([
      result,
      excellent,
    ]);
  });

  it('同一年度两条的只算一次', () => {
    const twice: Records = {
      A15: [
        { year: '2025', resultCode: '1' },
        { year: '2025', resultCode: '1' },
      ],
    };
    expect(factOf('excellentYears', twice, '2026-11-25')).toBe(1);
  });
});

describe('奖惩', () => {
  const warning = { code: '02250', approvedOn: '2024-03', effectiveUntil: '2025-09' };
  const severe = { code: '02251', approvedOn: '2023-03', effectiveUntil: '2024-09' };
  const reward = { code: '01115', approvedOn: '2022-02' };

  it('影响期至取最晚的，撤销的不算', () => {
    expect(factOf('disciplineUntil', { A14: [warning, severe, reward] }, '2026-11-25')).toBe('2025-09');
    expect(factOf('disciplineUntil', { A14: [warning, severe] }, '2024-02-29')).toBe('2024-09');
    const revoked = { ...warning, revokedOn: '2025-01-10' };
    expect(factOf('disciplineUntil', { A14: [revoked] }, '2025-01-09')).toBe('2025-09');
    expect(factOf('disciplineUntil', { A14: [revoked] }, '2025-01-10')).toBeNull();
  });

  it('影响期到当月最后一天，没有影响期的处分不知道', () => {
    const A14 = [warning, { code: '02250', approvedOn: '2024-05' }, reward];
    expect(rowFactOf('A14.isInEffect', { A14 }, '2025-09-30')).toEqual(['1', '1', null]);
    expect(rowFactOf('A14.isInEffect', { A14 }, '2025-10-01')).toEqual(['1', '0', null]);
  });
});
