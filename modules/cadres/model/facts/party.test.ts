import { describe, expect, it } from 'vitest';
import { defaultRules } from './default-rules.ts';
import { factOf } from './test-people.ts';

const asOf = '2026-11-25';
const facts = (A01: Record<string, string>, on = asOf) =>
  ['isParty', 'isNonParty', 'partyYears'].map((name) => factOf(name, { A01 }, on));

describe('中共党员与党外干部', () => {
  it.each([
    ['正式党员', { politicalStatusCode: '01', partyJoinDate: '1996-10' }, ['1', '0', 30]],
    ['预备党员', { politicalStatusCode: '02', partyJoinDate: '2026-06-20' }, ['1', '0', 0]],
    ['党员未填入党时间', { politicalStatusCode: '01' }, ['1', '0', null]],
    ['民盟盟员', { politicalStatusCode: '05', partyJoinDate: '2005-03' }, ['0', '1', null]],
    ['民盟盟员同时是中共党员', { politicalStatusCode: '05', secondPartyCode: '01' }, ['1', '0', null]],
    ['无党派人士', { politicalStatusCode: '12' }, ['0', '1', null]],
    ['群众', { politicalStatusCode: '13' }, ['0', '1', null]],
    ['共青团员不算党外干部', { politicalStatusCode: '03' }, ['0', '0', null]],
    ['未填政治面貌', {}, [null, null, null]],
  ])('%s', (_, person, expected) => {
    expect(facts(person)).toEqual(expected);
  });

  it('入党之前不是党员，当时的身份没有记载', () => {
    const member = { politicalStatusCode: '01', partyJoinDate: '1996-10' };
    expect(facts(member, '1996-09-30')).toEqual(['0', null, null]);
    expect(facts(member, '1996-10-01')).toEqual(['1', '0', 0]);
  });

  it('规则可以改为共青团员也算党外', () => {
    const nonParty = { ...defaultRules.nonParty, value: { leagueMembersCount: true } };
    const A01 = { politicalStatusCode: '03' };
    expect(factOf('isNonParty', { A01 }, asOf, { ...defaultRules, nonParty })).toBe('1');
  });
});

describe('少数民族', () => {
  it.each([
    ['汉族', '01', '0'],
    ['满族', '11', '1'],
    ['未编码的民族', undefined, null],
  ])('%s', (_, ethnicCode, expected) => {
    expect(factOf('isMinority', { A01: { ethnicCode } }, asOf)).toBe(expected);
  });
});
