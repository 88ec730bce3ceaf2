import { expect, it } from 'vitest';
import { keepSetting } from '#platform/server';
import { generateDistrict } from '#fixtures/district';
import { defaultTeamRules, saveTeamRules, type TeamRule } from '#modules/statistics';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { servingPeople } from '../test-naive.ts';
import { readTeamsFor } from './read-teams.ts';
import { teamRules } from './stored-rules.ts';

const persons = 200;
const asOf = '2026-06-30';
const clerk = actorOf('科员');
const teams = Map.groupBy(
  servingPeople([...generateDistrict({ persons, seed: 1 })], asOf).filter(({ team }) => team !== null),
  ({ team }) => team?.unit ?? '',
);
const [delivered] = defaultTeamRules;
if (!delivered) throw new Error('a rule is delivered');
const strict: TeamRule = {
  effectiveFrom: '2026-01-01',
  source: '区委组织部 2026 年规定',
  value: {
    fewestMembers: 1,
    fewestWomen: 50,
    youngAge: 30,
    fewestYoung: 50,
    mostAverageAge: 20,
    retiringInOneYear: 0,
  },
};

it('limits of the office measure its teams from the day on which they hold', async () => {
  const { store, tables } = await openQueryOffice(persons);
  const units = [...teams.keys()].slice(0, 3);
  const read = (day: string) => readTeamsFor(store, tables, clerk, { units, asOf: day });
  const before = await read(asOf);
  expect(before.rule).toEqual(delivered);
  await keepSetting(store.db, teamRules, clerk, [delivered, strict], 0);

  const after = await read(asOf);
  expect(after.rule).toEqual(strict);
  for (const [index, unit] of units.entries()) {
    const own = teams.get(unit) ?? [];
    const told = after.teams[index]?.advice.join('') ?? '';
    const women = own.filter(({ sex }) => sex === '2').length;
    const young = own.filter(({ age }) => age <= 30).length;
    expect(told).toContain(women === 0 ? '没有女干部。' : `女干部 ${women} 人，少于 50 人。`);
    expect(told).toContain(
      young === 0 ? '没有 30 岁以下的成员。' : `30 岁以下的成员 ${young} 人，少于 50 人。`,
    );
    expect(told).toContain('高于 20 岁。');
    expect(told).not.toContain('到龄退休');
  }
  expect((await read('2025-12-31')).rule).toEqual(delivered);
});

it('limits need a source, a day of their own and sensible numbers', () => {
  const accepts = (rules: unknown) => saveTeamRules.body?.safeParse({ version: 0, rules }).success;
  expect(accepts([delivered, strict])).toBe(true);
  expect(accepts([])).toBe(false);
  expect(accepts([strict, strict])).toBe(false);
  expect(accepts([{ ...strict, source: ' ' }])).toBe(false);
  expect(accepts([{ ...strict, value: { ...strict.value, youngAge: 7 } }])).toBe(false);
});
