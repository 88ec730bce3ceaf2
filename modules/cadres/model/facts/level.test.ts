import { describe, expect, it } from 'vitest';
import { factOf, type Records } from './test-people.ts';

const asOf = '2026-11-25';
const level = (records: Records, on = asOf) =>
  ['postLevel', 'postLevelSince', 'monthsAtLevel'].map((name) => factOf(name, records, on));
const rank = (records: Records, on = asOf) =>
  ['rank', 'rankSince', 'monthsAtRank'].map((name) => factOf(name, records, on));

const deputy = { kind: '0', levelOrRankCode: '1A42', approvedOn: '2012-05', endedOn: '2018-10' };
const chief = { kind: '0', levelOrRankCode: '1A41', approvedOn: '2018-10' };
const fourth = { kind: '1', levelOrRankCode: '1A', approvedOn: '2019-06', endedOn: '2022-06' };
const third = { kind: '1', levelOrRankCode: '19', approvedOn: '2022-06' };
const A05 = [deputy, chief, fourth, third];

describe('职务层次与职级', () => {
  it('是两条线，按截止时间取在任的', () => {
    expect(level({ A05 })).toEqual(['1A41', '2018-10', 97]);
    expect(rank({ A05 })).toEqual(['19', '2022-06', 53]);
    expect(level({ A05 }, '2018-09-30')).toEqual(['1A42', '2012-05', 76]);
    expect(rank({ A05 }, '2019-05-31')).toEqual([null, null, null]);
  });

  it.each([
    ['职务层次代码写成职级的仍是职务层次', { kind: '1', levelOrRankCode: '1A41' }, '1A41', null],
    ['职级代码写成职务层次的仍是职级', { kind: '0', levelOrRankCode: '1A' }, null, '1A'],
    ['警务职级看类别', { kind: '1', levelOrRankCode: '609' }, null, '609'],
    ['职员等级看类别', { kind: '0', levelOrRankCode: '908' }, '908', null],
  ])('%s', (_, row, expectedLevel, expectedRank) => {
    const records = { A05: [{ ...row, approvedOn: '2020-01' }] };
    expect([level(records)[0], rank(records)[0]]).toEqual([expectedLevel, expectedRank]);
  });

  it('同一层次相接的时间连续计算，重叠的只算一次', () => {
    const rows = [
      { ...deputy, approvedOn: '2010-01', endedOn: '2012-01' },
      { ...deputy, approvedOn: '2012-01', endedOn: '2015-01' },
      { ...deputy, approvedOn: '2014-01', endedOn: null },
    ];
    expect(level({ A05: rows }, '2016-01-01')).toEqual(['1A42', '2010-01', 72]);
  });

  it('中断的：任现层次时间从最近一次算，月数累计', () => {
    const rows = [
      { ...deputy, endedOn: '2014-05' },
      { ...deputy, approvedOn: '2016-05', endedOn: null },
    ];
    expect(level({ A05: rows }, '2017-05-01')).toEqual(['1A42', '2016-05', 36]);
  });

  describe('没有职务层次记录的看职务', () => {
    const post = { postTitle: '副局长', positionLevelCode: '1A42', tenureStatusCode: '1' };
    it.each<[string, Records[string], unknown[]]>([
      ['取职务的层次和任职时间', [{ ...post, appointedOn: '2020-01' }], ['1A42', '2020-01', 82]],
      [
        '写明任职务层次时间的用它',
        [{ ...post, appointedOn: '2020-01', positionLevelSince: '2016-11' }],
        ['1A42', '2016-11', 120],
      ],
      [
        '取最高的层次',
        [
          { ...post, appointedOn: '2020-01' },
          { ...post, appointedOn: '2022-01', positionLevelCode: '1A41' },
        ],
        ['1A41', '2022-01', 58],
      ],
      ['挂职不算', [{ ...post, appointedOn: '2020-01', changeReason: '挂职' }], [null, null, null]],
      [
        '前一职务同层次的连续计算',
        [
          { ...post, appointedOn: '2015-01', removedOn: '2020-01', tenureStatusCode: '0' },
          { ...post, appointedOn: '2020-01' },
        ],
        ['1A42', '2015-01', 142],
      ],
    ])('%s', (_, A02, expected) => {
      expect(level({ A02 })).toEqual(expected);
    });
  });

  describe('历史记录里没有的看基本情况登记的', () => {
    const A01 = { positionLevelCode: '1A41', positionLevelSince: '2020-05', rankCode: '18' };
    it('从登记的时间起算', () => {
      expect(level({ A01 })).toEqual(['1A41', '2020-05', 78]);
      expect(level({ A01 }, '2020-04-30')).toEqual([null, null, null]);
    });

    it('比历史记录新的才算', () => {
      const over = (endedOn: string) => ({ A01, A05: [{ ...deputy, endedOn }] });
      expect(level(over('2020-05'))[0]).toBe('1A41');
      expect(level(over('2021-03'))[0]).toBeNull();
      expect(level(over('2021-03'), '2020-12-31')[0]).toBe('1A42');
    });

    it('没有时间的，只在毫无历史记录时算', () => {
      expect(rank({ A01 })).toEqual(['18', null, null]);
      expect(rank({ A01, A05: [deputy] })).toEqual(['18', null, null]);
      expect(rank({ A01, A05: [third] }, '2020-01-01')).toEqual([null, null, null]);
    });

    it('离开的人没有现职务层次', () => {
      expect(level({ A01: { ...A01, personStatusCode: '21' } })).toEqual([null, null, null]);
    });
  });
});
