import { describe, expect, it } from 'vitest';
import { defaultRules } from './default-rules.ts';
import { factOf, rowFactOf } from './test-people.ts';

describe('年龄', () => {
  it.each([
    ['生日当月即满周岁', '1972-11', '2026-11-01', 54],
    ['生日前一个月未满', '1972-11', '2026-10-31', 53],
    ['按月计算，不看日', '1972-11-30', '2026-11-01', 54],
    ['只知年份的按年计算', '1972', '2026-01-01', 54],
    ['截止时间在出生之前', '1972-11', '1970-01-01', null],
    ['没有出生日期', undefined, '2026-11-25', null],
  ])('%s', (_, birthDate, asOf, age) => {
    expect(factOf('age', { A01: { birthDate } }, asOf)).toBe(age);
  });

  it.each([
    ['生日当天未满', '1972-11-25', '2026-11-25', 53],
    ['生日第二天满', '1972-11-25', '2026-11-26', 54],
    ['不知道日的按月', '1972-11', '2026-11-01', 54],
  ])('规则改为按日计算时，%s', (_, birthDate, asOf, age) => {
    const rules = { ...defaultRules, age: { ...defaultRules.age, value: { precision: 'day' } as const } };
    expect(factOf('age', { A01: { birthDate } }, asOf, rules)).toBe(age);
  });

  it('家庭成员的年龄按行计算', () => {
    const A36 = [{ birthDate: '1950' }, { birthDate: '2001-12' }, { name: '不详' }];
    expect(rowFactOf('A36.age', { A36 }, '2026-11-25')).toEqual([76, 24, null]);
  });
});

describe('工龄', () => {
  it.each([
    ['满一年的当月', '1995-07', '1996-07-01', 1],
    ['不满一年', '1995-07', '1996-06-30', 0],
    ['尚未参加工作', '1995-07', '1995-06-30', null],
  ])('%s', (_, workStartDate, asOf, years) => {
    expect(factOf('workYears', { A01: { workStartDate } }, asOf)).toBe(years);
  });
});
