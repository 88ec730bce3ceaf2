import { describe, expect, it } from 'vitest';
import { generateDistrict } from '#fixtures/district';
import { runQueryFor } from '#modules/query/server';
import { drillQuestion } from '#modules/statistics';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { servingPeople, text } from '../test-naive.ts';
import { readTeamsFor } from './read-teams.ts';

const persons = 400;
const asOf = '2026-06-30';
const clerk = actorOf('科员');
const people = servingPeople([...generateDistrict({ persons, seed: 1 })], asOf);
const teams = [...Map.groupBy(people, ({ team }) => team?.unit)]
  .flatMap(([unit, own]) => (unit === undefined ? [] : [{ unit, own }]))
  .toSorted((a, b) => b.own.length - a.own.length)
  .slice(0, 6);

/** Months of age by hand. */
const months = (birth: string) => 2026 * 12 + 6 - Number(birth.slice(0, 4)) * 12 - Number(birth.slice(5, 7));

describe('the portrait of a team', () => {
  it('has its members, ages and structure as plain loops find them', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const answer = await readTeamsFor(store, tables, clerk, { units: teams.map(({ unit }) => unit), asOf });
    for (const [index, { own }] of teams.entries()) {
      const portrait = answer.teams[index];
      expect(portrait?.members.map(({ id }) => id).toSorted()).toEqual(own.map(({ id }) => id).toSorted());
      const sum = own.reduce((all, { birth }) => all + months(birth), 0);
      expect(portrait?.averageAge).toBe(Math.round((sum / own.length / 12) * 10) / 10);
      expect(portrait?.youngest?.age).toBe(Math.min(...own.map(({ age }) => age)));
      expect(portrait?.oldest?.age).toBe(Math.max(...own.map(({ age }) => age)));
      expect(portrait?.roles[0]?.count).toBe(own.filter(({ team }) => team?.role === '1').length);
      const women = portrait?.structures.find(({ id }) => id === 'sex')?.figures[1];
      expect(women).toMatchObject({ label: '女', count: own.filter(({ sex }) => sex === '2').length });
    }
    expect(answer.together?.members).toHaveLength(teams.reduce((all, { own }) => all + own.length, 0));
  });

  it('leads from every figure to as many names, and its structures add up', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const { teams: found } = await readTeamsFor(store, tables, clerk, {
      units: [teams[0]?.unit ?? ''],
      asOf,
    });
    const [portrait] = found;
    if (!portrait) throw new Error('the team is there');
    const { roles, structures, sources, retiring } = portrait;
    for (const { figures } of [...structures, { figures: sources }]) {
      expect(figures.reduce((all, { count }) => all + count, 0)).toBe(portrait.members.length);
      expect(figures.reduce((all, { share }) => all + (share ?? 0), 0)).toBeCloseTo(100, 6);
    }
    const figures = [...roles, ...structures.flatMap((each) => each.figures), ...sources, ...retiring];
    for (const { label, count, where } of figures) {
      const question = drillQuestion([portrait.where, where]);
      const names = await runQueryFor(store, tables, clerk, {
        question,
        asOf,
        from: 0,
        size: 0,
        counts: false,
      });
      expect(names.count, label).toBe(count);
    }
  });

  it('knows who holds a place in it beside another team, and does not miss a principal then', async () => {
    const { store, tables } = await openQueryOffice(persons);
    const { teams: found } = await readTeamsFor(store, tables, clerk, {
      units: teams.map(({ unit }) => unit),
      asOf,
    });
    const placed = (unit: string, roles: readonly string[]) =>
      people.filter(
        ({ team, held }) =>
          team?.unit !== unit &&
          held.some(
            (row) =>
              row['orgCode'] === unit &&
              row['isTeamMember'] !== '0' &&
              roles.includes(text(row, 'teamMemberTypeCode')),
          ),
      ).length;
    for (const {
      units: [unit = ''],
      concurrent,
      roles,
      advice,
    } of found) {
      expect(concurrent.count).toBe(placed(unit, ['1', '3', 'Z']));
      const principals = (roles[0]?.count ?? 0) + placed(unit, ['1']);
      expect(advice.includes('没有登记正职。')).toBe(principals === 0);
    }
  });

  it('is empty for who may not reach the unit, and refused for a unit that is not there', async () => {
    const { store, tables } = await openQueryOffice(60);
    const [unit = ''] = [...generateDistrict({ persons: 60, seed: 1 })].flatMap(({ kind, id }) =>
      kind === 'unit' ? [id] : [],
    );
    const elsewhere = actorOf('别处', [], { kind: 'units', units: ['nowhere'] });
    const { teams: found } = await readTeamsFor(store, tables, elsewhere, { units: [unit], asOf });
    expect(found[0]).toMatchObject({ members: [], averageAge: null, advice: ['没有登记班子成员。'] });
    await expect(readTeamsFor(store, tables, clerk, { units: ['nowhere'] })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
