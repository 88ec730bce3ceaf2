import { describe, expect, it } from 'vitest';
import { defaultQuotaRules } from './rules/default-rules.ts';
import { cadre, lifeOf, told, toolsOf } from './test-careers.ts';

const rank = (code: string, from: string, to?: string) => ({
  kind: '1',
  levelOrRankCode: code,
  approvedOn: from,
  ...(to === undefined ? { statusCode: '1' } : { endedOn: to, statusCode: '0' }),
});
const staff = { post: '预算科 科员' };

describe('the place of a rank', () => {
  it('is in the group that shares the number, in the legal unit of the main post', () => {
    expect(told(cadre([staff], { A05: rank('18', '2021-03') }))).toEqual(['财政局 rank:principalStaff12']);
    expect(told(cadre([staff], { A05: rank('17', '2021-03') }))).toEqual(['财政局 rank:principalStaff12']);
    expect(told(cadre([staff], { A05: rank('1A', '2021-03') }))).toEqual(['财政局 rank:principalStaff34']);
    expect(told(cadre([staff], { A05: rank('15', '2021-03') }))).toEqual(['财政局 rank:consultant34']);
    expect(told(cadre([staff], { A05: rank('14', '2021-03') }))).toEqual(['财政局 rank:consultant2']);
  });

  it('is none for 科员, whose number is not limited', () => {
    expect(told(cadre([staff], { A05: rank('1B', '2021-03') }))).toEqual([]);
  });

  it('is in 统计关系所在单位 for who holds no post', () => {
    const career = cadre([], { A01: { statisticalOrgCode: '民政局' }, A05: rank('19', '2021-03') });
    expect(told(career)).toEqual(['民政局 rank:principalStaff34']);
  });

  it('is what A01 registers where there is no history', () => {
    const career = cadre([staff], { A01: { rankCode: '19', rankSince: '2022-01' } });
    expect(told(career, '2021-12-31')).toEqual([]);
    expect(told(career, '2022-01-01')).toEqual(['财政局 rank:principalStaff34']);
  });

  it('moves from group to group with promotion', () => {
    const career = cadre([{ ...staff, from: '2015-01' }], {
      A05: [rank('19', '2019-06', '2021-08'), rank('18', '2021-08', '2024-02'), rank('17', '2024-02')],
    });
    expect(lifeOf(career)).toEqual([
      '财政局 rank:principalStaff34 2019-06-01 2021-08-01',
      '财政局 rank:principalStaff12 2021-08-01 2024-02-01',
      '财政局 rank:principalStaff12 2024-02-01 …',
    ]);
  });

  it('counts beside a leading post, unless the office decided otherwise', () => {
    const deputy = cadre([{ post: '财政局 副局长', role: '副职' }], { A05: rank('18', '2021-03') });
    expect(told(deputy)).toEqual(['财政局 deputy', '财政局 rank:principalStaff12']);
    const { concurrentRanks } = defaultQuotaRules;
    const tools = toolsOf({ concurrentRanks: { ...concurrentRanks, value: { count: false } } });
    expect(told(deputy, '2024-06-30', tools)).toEqual([
      '财政局 deputy',
      '财政局 rank:principalStaff12 concurrentRank',
    ]);
  });

  it('does not count for 军转干部 while it is that of the first conversion', () => {
    const soldier = cadre([staff], {
      A29: { entryTypeCode: '军转干部安置' },
      A05: [rank('18', '2020-09', '2024-01'), rank('17', '2024-01')],
    });
    expect(told(soldier, '2023-12-31')).toEqual(['财政局 rank:principalStaff12 exMilitary']);
    expect(told(soldier, '2024-01-01')).toEqual(['财政局 rank:principalStaff12']);
  });

  it('does not count for members of the district team', () => {
    const leader = cadre([{ post: '区政府 副区长', role: '副职', positionLevelCode: '1A32' }], {
      A05: rank('15', '2021-03'),
    });
    expect(told(leader)).toEqual(['区政府 deputy', '区政府 rank:consultant34 districtTeam']);
  });

  it('ends with retirement', () => {
    const career = cadre([staff], {
      A05: rank('17', '2021-03'),
      A30: { exitMethodCode: '11', exitedOn: '2024-05-20' },
    });
    expect(lifeOf(career)).toEqual(['财政局 rank:principalStaff12 2021-03-01 2024-05-20']);
  });
});
