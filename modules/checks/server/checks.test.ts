import { describe, expect, it } from 'vitest';
import { keepSetting, readMany, rowsOf, undoChange } from '#platform/server';
import { defaultSettings } from '#modules/checks';
import { actorOf, openQueryOffice } from '../../query/server/test-office.ts';
import { CheckBoard } from './check-board.ts';
import { countingFaults } from './check-people.ts';
import { completeness } from './completeness.ts';
import { listFaultsFor } from './list-faults.ts';
import { boardFor } from './people-in-reach.ts';
import { repairAll, repairOne } from './repair.ts';
import { checkSettings } from './stored-settings.ts';
import { summarize } from './summarize.ts';

const clerk = actorOf('干部科');
const all = { from: 0, size: 200 };

/** An office with somebody whose ended post is still held, and a board over it. */
async function office() {
  const opened = await openQueryOffice(60);
  const { store, tables } = opened;
  const add: typeof opened.add = (sets) => opened.add(sets);
  const board = new CheckBoard(store, null);
  const person = await add({
    A01: [{ name: '何其芳', birthDate: '1972-11', workStartDate: '1994-07' }],
    A02: [
      {
        orgName: '区财政局',
        postTitle: '局长',
        appointedOn: '2019-03',
        removedOn: '2024-05',
        tenureStatusCode: '1',
        isPrimary: '1',
      },
    ],
  });
  const rulesOf = async (id = person) => (await board.current()).byPerson.get(id) ?? [];
  const faults = async (rule: string) =>
    (await listFaultsFor(store, tables, board, clerk, { ...all, rule })).people;
  return { store, tables, board, person, add, rulesOf, faults };
}

describe('the results', () => {
  it('follow what is changed, added and removed', async () => {
    const opened = await office();
    const { store, board, rulesOf } = opened;
    expect(await rulesOf()).toContain('post-ended-still-held');
    const change = await repairOne(store, board, clerk, await faultOf(opened, 'post-ended-still-held'));
    expect(await rulesOf()).not.toContain('post-ended-still-held');
    await undoChange(store, { actor: clerk }, change);
    expect(await rulesOf()).toContain('post-ended-still-held');
  });

  it('are those of everybody checked anew', async () => {
    const { store, board } = await office();
    const kept = (await board.current()).byPerson;
    const anew = (await new CheckBoard(store, null).current()).byPerson;
    expect(new Map(kept)).toEqual(new Map(anew));
    expect(kept.size).toBeGreaterThan(3);
  });

  it('are counted by rule and unit, each person once', async () => {
    const { store, tables, board } = await office();
    const summary = await summarize(store, tables, board, clerk);
    expect(summary.people).toBe(61);
    expect(summary.units.reduce((sum, unit) => sum + unit.people, 0)).toBe(61);
    expect(summary.units.reduce((sum, unit) => sum + unit.faulty, 0)).toBe(summary.faulty);
  });

  it('are made anew when the office switches a rule off', async () => {
    const { store, rulesOf } = await office();
    expect(await rulesOf()).toContain('post-ended-still-held');
    const rules = { 'post-ended-still-held': { enabled: false } };
    await keepSetting(store.db, checkSettings, clerk, { ...defaultSettings, rules }, 0);
    expect(await rulesOf()).not.toContain('post-ended-still-held');
  });

  it('of a question rule name the values asked for', async () => {
    const { store, faults } = await office();
    const question = {
      where: { op: 'in', field: 'A01.name', values: ['何其芳'] },
      population: 'all',
    } as const;
    const rule = {
      id: 'q-x',
      label: '试',
      level: 'hint',
      enabled: true,
      effectiveFrom: '2020-01-01',
      source: '',
    } as const;
    const questions = [{ ...rule, question, message: '{A01.name}生于{A01.birthDate}，{A01.health}' }];
    await keepSetting(store.db, checkSettings, clerk, { ...defaultSettings, questions }, 0);
    expect((await faults('q-x')).flatMap(({ faults: own }) => own.map(({ message }) => message))).toEqual([
      '何其芳生于1972.11，（空）',
    ]);
  });

  it('are hidden from whoever may not see what they are about', async () => {
    const { store, tables, board } = await office();
    const asked = summarize(store, tables, board, actorOf('查阅', ['cadre:sensitive']));
    await expect(asked).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('putting a whole rule right', () => {
  it('is shown first and then one change', async () => {
    const { store, tables, board, person, add, faults } = await office();
    const other = await add({
      A01: [{ name: '何一', birthDate: '1980-01' }],
      A02: [
        {
          orgName: '区财政局',
          postTitle: '科员',
          appointedOn: '2019-03',
          removedOn: '2024-05',
          tenureStatusCode: '1',
        },
      ],
    });
    const reached = await boardFor(store, tables, board, clerk);
    const before = await repairAll(store, clerk, reached, 'post-ended-still-held', '试', true);
    expect(before).toMatchObject({ people: 2 });
    expect(before.change).toBeUndefined();
    await repairAll(store, clerk, reached, 'post-ended-still-held', '试', false);
    expect(await faults('post-ended-still-held')).toEqual([]);
    const stored = await readMany(store.db, [person, other]);
    for (const sets of stored.values())
      expect(rowsOf(sets)['A02']?.[0]).toMatchObject({ tenureStatusCode: '0' });
  });
});

describe('completeness', () => {
  it('agrees with the records one by one', async () => {
    const { store, tables } = await office();
    const board = await completeness(store, tables, clerk);
    const held = board.fields.find(({ set, field }) => set === 'A36' && field === 'name');
    expect(board.people).toBeGreaterThan(20);
    expect(held?.filled).toBeGreaterThan(0);
    expect(board.units.reduce((sum, { people }) => sum + people, 0)).toBe(board.people);
    for (const { people, complete } of board.units)
      for (const count of complete) expect(count).toBeLessThanOrEqual(people);
  });
});

/** A person's fault of a rule. */
async function faultOf({ board, store, person }: Awaited<ReturnType<typeof office>>, rule: string) {
  const { basis } = await board.current();
  const sets = rowsOf((await readMany(store.db, [person])).get(person) ?? {});
  const fault = countingFaults(basis, person, sets).find((each) => each.rule === rule);
  if (!fault) throw new Error(`nobody breaks ${rule}`);
  return { person, ...fault };
}
