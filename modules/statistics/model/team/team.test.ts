import { describe, expect, it } from 'vitest';
import { teamAdvice } from './advice.ts';
import { ageFigures } from './ages.ts';
import { defaultTeamRules, ruleOn, type TeamRule } from './rules.ts';

const limits = ruleOn(defaultTeamRules, '2026-06-30').value;

const plain = {
  members: 5,
  principals: 1,
  women: 1,
  young: 1,
  averageAge: 45.2,
  retiringTogether: null,
};

describe('ages of a team', () => {
  it('are averaged from full months', () => {
    const people = [
      { id: 'a', name: '甲', birth: '1976-06' },
      { id: 'b', name: '乙', birth: '1985-07-20' },
      { id: 'c', name: '丙', birth: '1980' },
      { id: 'd', name: '丁', birth: '' },
    ];
    expect(ageFigures(people, '2026-06-30')).toEqual({
      averageAge: 45.8,
      youngest: { id: 'b', name: '乙', age: 40 },
      oldest: { id: 'a', name: '甲', age: 50 },
    });
    expect(ageFigures([], '2026-06-30').averageAge).toBeNull();
  });
});

describe('remarks on a team', () => {
  it('are none where nothing is missing', () => expect(teamAdvice(plain, limits)).toEqual([]));

  it('say what is missing', () => {
    const poor = {
      members: 4,
      principals: 0,
      women: 0,
      young: 0,
      averageAge: 52.34,
      retiringTogether: { year: '2027', count: 3 },
    };
    expect(teamAdvice(poor, limits)).toEqual([
      '没有登记正职。',
      '没有女干部。',
      '没有 40 岁以下的成员。',
      '平均年龄 52.3 岁，高于 50 岁。',
      '2027 年有 3 人到龄退休。',
    ]);
  });

  it('do not measure a team of one or two', () => {
    expect(teamAdvice({ ...plain, members: 2, women: 0, young: 0 }, limits)).toEqual([]);
  });

  it('say how many are missing where one is not enough, and nothing where a limit is 0', () => {
    const strict = { ...limits, fewestWomen: 2, fewestYoung: 0, mostAverageAge: null, retiringInOneYear: 0 };
    const figures = { ...plain, young: 0, averageAge: 60, retiringTogether: { year: '2027', count: 5 } };
    expect(teamAdvice(figures, strict)).toEqual(['女干部 1 人，少于 2 人。']);
  });
});

describe('the rule of a day', () => {
  const rule = (effectiveFrom: string): TeamRule => ({ effectiveFrom, source: effectiveFrom, value: limits });
  const rules = [rule('2024-01-01'), rule('2020-01-01')];

  it.each([
    ['2019-12-31', '2020-01-01'],
    ['2020-01-01', '2020-01-01'],
    ['2023-12-31', '2020-01-01'],
    ['2024-01-01', '2024-01-01'],
  ])('on %s began on %s', (day, from) => expect(ruleOn(rules, day).source).toBe(from));
});
