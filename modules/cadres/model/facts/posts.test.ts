import { describe, expect, it } from 'vitest';
import type { SourceRow } from '#engine';
import { factOf, rowFactOf, type Records } from './test-people.ts';

const bureau = '019b76da-a802-7000-a491-000000000001';
const committee = '019b76da-a802-7000-a491-000000000002';
const asOf = '2026-11-25';
const factsOf = (names: readonly string[], records: Records, on = asOf) =>
  names.map((name) => factOf(name, records, on));

const secretary: SourceRow = {
  orgName: '样板区财政局',
  orgCode: bureau,
  postTitle: '党组书记',
  appointedOn: '2023-11-11',
  tenureStatusCode: '1',
  personalOrder: 1,
  teamOrder: 1,
};
const director: SourceRow = {
  ...secretary,
  postTitle: '局长',
  isPrimary: '1',
  personalOrder: 2,
  teamOrder: 2,
};
const member: SourceRow = {
  ...secretary,
  orgName: '样板区国资委',
  orgCode: committee,
  postTitle: '委员',
  appointedOn: '2024-02',
  personalOrder: 3,
  teamOrder: 9,
};
const deputy: SourceRow = {
  orgName: '样板区审计局',
  orgCode: committee,
  postTitle: '副局长',
  appointedOn: '2018-05',
  removedOn: '2023-11',
  tenureStatusCode: '0',
  isPrinted: '0',
};
const A02 = [deputy, secretary, director, member];

describe('现任职务', () => {
  it('同一机构的职务用顿号，不同机构的用逗号', () => {
    expect(factOf('posts', { A02 }, asOf)).toBe('样板区财政局党组书记、局长，样板区国资委委员');
    expect(factOf('mainPost', { A02 }, asOf)).toBe('样板区财政局党组书记、局长');
  });

  it('按截止时间：当日任职的算，当日免去的不算', () => {
    expect(factOf('posts', { A02 }, '2023-10-31')).toBe('样板区审计局副局长');
    expect(factOf('posts', { A02 }, '2023-11-01')).toBeNull();
    expect(factOf('posts', { A02 }, '2023-11-11')).toBe('样板区财政局党组书记、局长');
    expect(factOf('posts', { A02 }, '2018-04-30')).toBeNull();
  });

  it('不输出的现任职务不写入', () => {
    expect(factOf('posts', { A02: [director, { ...member, isPrinted: '0' }] }, asOf)).toBe(
      '样板区财政局局长',
    );
  });

  it('主职务决定机构、任职时间和集体内排序', () => {
    const names = ['mainUnit', 'postSince', 'monthsInPost', 'teamOrder'];
    expect(factsOf(names, { A02 })).toEqual([bureau, '2023-11-11', 36, 1]);
    expect(factsOf(names, { A02 }, '2020-05-31')).toEqual([committee, '2018-05', 24, null]);
    expect(factsOf(names, { A02 }, '2000-01-01')).toEqual([null, null, null, null]);
  });

  it.each<[string, SourceRow[], string]>([
    ['有主职务标识的', [secretary, director], '局长'],
    [
      '有标识的在先，排序无论怎样登记',
      [
        { ...member, personalOrder: -1 },
        { ...director, appointedOn: '2020', personalOrder: 1_000_000 },
      ],
      '局长',
    ],
    ['没有标识的取多职务排序在前的', [member, { ...director, isPrimary: null }], '局长'],
    ['排序相同的取后任的', [deputy, { ...secretary, personalOrder: null, appointedOn: '2020' }], '党组书记'],
  ])('主职务是%s', (_, rows, title) => {
    const open = rows.map((row) => ({ ...row, removedOn: null, tenureStatusCode: '1', isPrinted: '1' }));
    const apart = open.map((row, i) => ({ ...row, orgName: `机构${i}` }));
    expect(factOf('mainPost', { A02: apart }, asOf)).toMatch(new RegExp(`${title}$`));
  });

  it('是否担任领导职务', () => {
    const office = { ...member, isLeadershipPost: '0' };
    const leading = { ...director, isLeadershipPost: '1' };
    expect(factOf('isLeadershipPost', { A02: [office] }, asOf)).toBe('0');
    expect(factOf('isLeadershipPost', { A02: [office, leading] }, asOf)).toBe('1');
    expect(factOf('isLeadershipPost', { A02: [deputy] }, asOf)).toBeNull();
  });
});

describe('职务行', () => {
  it.each<[string, SourceRow, [string, number | null]]>([
    ['在任', { appointedOn: '2020-01-10', tenureStatusCode: '1' }, ['1', 82]],
    ['已免', { appointedOn: '2020-01', removedOn: '2021-03', tenureStatusCode: '0' }, ['0', 14]],
    ['免职时间未到', { appointedOn: '2020-01', removedOn: '2026-12' }, ['1', 82]],
    ['已免而没有免职时间', { appointedOn: '2020-01', tenureStatusCode: '0' }, ['0', null]],
    ['没有任职时间而在任', { tenureStatusCode: '1' }, ['1', null]],
    ['没有任职时间而已免', { removedOn: '2027-01' }, ['0', null]],
  ])('%s', (_, row, expected) => {
    const records = { A02: [row] };
    expect([...rowFactOf('A02.isHeld', records, asOf), ...rowFactOf('A02.months', records, asOf)]).toEqual(
      expected,
    );
  });

  it('截止时间以后才任的看不到', () => {
    expect(rowFactOf('A02.isHeld', { A02: [{ appointedOn: '2026-12' }] }, asOf)).toEqual([]);
  });
});

describe('班子成员', () => {
  const inTeam = (teamMemberTypeCode: string, row: SourceRow): SourceRow => ({
    ...row,
    teamMemberTypeCode,
    isTeamMember: '1',
  });
  it.each<[string, SourceRow[], [string | null, string | null]]>([
    ['主职务在班子里', [inTeam('1', director), inTeam('3', member)], ['1', bureau]],
    ['主职务不在班子里的取最高的', [director, inTeam('Z', member)], ['Z', committee]],
    ['内设机构负责人不是班子成员', [{ ...inTeam('1', director), isTeamMember: '0' }], [null, null]],
    ['已免的不算', [inTeam('3', deputy)], [null, null]],
  ])('%s', (_, rows, expected) => {
    expect(factsOf(['teamRole', 'teamUnit'], { A02: rows })).toEqual(expected);
  });
});

describe('职务尚未录入的人', () => {
  const A01 = { currentPostFull: '样板区财政局局长', statisticalOrgCode: bureau };
  const A17 = [
    { startedOn: '2010-07', endedOn: '2023-11', text: '样板区审计局科员' },
    { startedOn: '2023-11', text: '样板区财政局局长' },
  ];
  const names = ['posts', 'mainPost', 'mainUnit', 'postSince', 'isServing', 'postsToEnter'];

  it('现任职务从简历最后一段开始的时间起算', () => {
    const { currentPostFull: text } = A01;
    expect(factsOf(names, { A01, A17 })).toEqual([text, text, bureau, null, '1', '1']);
    expect(factsOf(names, { A01, A17 }, '2023-10-31')).toEqual([null, null, null, null, '0', '1']);
  });

  it('写明任职时间的从该时间起算', () => {
    const written = { ...A01, currentPostSince: '2024.03' };
    expect(factsOf(['posts', 'postSince'], { A01: written, A17 })).toEqual([A01.currentPostFull, '2024-03']);
    expect(factOf('posts', { A01: written, A17 }, '2024-02-29')).toBeNull();
  });

  it('录入了职务的，以职务为准', () => {
    expect(factsOf(names, { A01, A17, A02: [deputy] })).toEqual([null, null, null, null, '0', '0']);
  });

  it('离开的没有现任职务', () => {
    expect(factOf('posts', { A01, A17, A30: { exitedOn: '2025-01' } }, asOf)).toBeNull();
  });
});
