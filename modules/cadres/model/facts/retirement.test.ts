import { describe, expect, it } from 'vitest';
import { factOf, type Records } from './test-people.ts';

const asOf = '2026-11-25';
const retirement = (records: Records, on = asOf) => factOf('retirementDate', records, on);

describe('法定退休时间', () => {
  it.each([
    ['1964-12', '2024-12'],
    ['1965-01', '2025-02'],
    ['1965-05', '2025-07'],
    ['1972-09', '2034-09'],
    ['1976-08', '2039-07'],
    ['1976-09', '2039-09'],
    ['1990-03-15', '2053-03'],
  ])('男干部 %s 出生，%s 退休', (birthDate, month) => {
    expect(retirement({ A01: { birthDate, sexCode: '1' } })).toBe(month);
  });

  it.each([
    ['1969-12', '2024-12'],
    ['1970-01', '2025-02'],
    ['1971-04', '2026-08'],
    ['1981-09', '2039-09'],
  ])('女干部 %s 出生，%s 退休', (birthDate, month) => {
    expect(retirement({ A01: { birthDate, sexCode: '2', personCategoryCode: '1' } })).toBe(month);
  });

  it.each([
    ['1975-01', '2025-02'],
    ['1984-11', '2039-11'],
  ])('女工勤人员 %s 出生，%s 退休', (birthDate, month) => {
    expect(retirement({ A01: { birthDate, sexCode: '2', personCategoryCode: 'A0' } })).toBe(month);
    expect(retirement({ A01: { birthDate, sexCode: '2', staffingTypeCode: '4' } })).toBe(month);
  });

  const woman = { birthDate: '1976-09', sexCode: '2' };
  it.each<[string, Records, string]>([
    ['乡科级正职', { A05: [{ kind: '0', levelOrRankCode: '1A41', approvedOn: '2015-03' }] }, '2033-06'],
    ['县处级副职', { A05: [{ kind: '0', levelOrRankCode: '1A32', approvedOn: '2019-03' }] }, '2039-09'],
    ['四级调研员', { A05: [{ kind: '1', levelOrRankCode: '16', approvedOn: '2022-03' }] }, '2039-09'],
    ['一级主任科员', { A05: [{ kind: '1', levelOrRankCode: '17', approvedOn: '2022-03' }] }, '2033-06'],
    ['高级工程师', { A06: [{ titleCode: '082', acquiredOn: '2012-05' }] }, '2039-09'],
    ['工程师', { A06: [{ titleCode: '083', acquiredOn: '2012-05' }] }, '2033-06'],
  ])('1976年9月出生的女%s', (_, rows, month) => {
    expect(retirement({ A01: woman, ...rows })).toBe(month);
  });

  it('女干部按截止时间的身份计算', () => {
    const A05 = [
      { kind: '0', levelOrRankCode: '1A41', approvedOn: '2011-03', endedOn: '2019-03' },
      { kind: '0', levelOrRankCode: '1A32', approvedOn: '2019-03' },
    ];
    expect(retirement({ A01: woman, A05 }, '2018-12-31')).toBe('2033-06');
    expect(retirement({ A01: woman, A05 }, '2019-03-01')).toBe('2039-09');
  });

  it.each([
    ['只知出生年份', { birthDate: '1970', sexCode: '1' }],
    ['没有性别', { birthDate: '1970-01' }],
    ['没有出生日期', { sexCode: '1' }],
  ])('%s的算不出', (_, A01) => {
    expect(retirement({ A01 })).toBeNull();
  });

  it('距退休按月计算，过了为负', () => {
    const A01 = { birthDate: '1965-05', sexCode: '1' };
    const months = (on: string) => factOf('monthsToRetirement', { A01 }, on);
    expect([months('2024-07-31'), months('2025-07-01'), months('2025-09-30')]).toEqual([12, 0, -2]);
  });
});
