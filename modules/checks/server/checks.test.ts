import { describe, expect, it } from 'vitest';
import { applyChange, keepSetting, readMany, rowsOf, undoChange, type Database } from '#platform/server';
import type { Question } from '#engine';
import { defaultSettings, type QuestionRule } from '#modules/checks';
import { runQueryIdsFor } from '#modules/query/server';
import { actorOf, openQueryOffice } from '../../query/server/test-office.ts';
import { CheckBoard } from './check-board.ts';
import { checkPart, countingFaults } from './check-people.ts';
import { completeness } from './completeness.ts';
import { dismissFault, recallDismissals } from './dismissals.ts';
import { listFaultsFor } from './list-faults.ts';
import { dismissedFor } from './list-dismissed.ts';
import { boardFor } from './people-in-reach.ts';
import { requireAskable } from './question-rules.ts';
import { repairAll, repairOne } from './repair.ts';
import { splitPeople } from './split-people.ts';
import { faultsOfPerson } from './show-faults.ts';
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
    const questions = [ruleNaming('何其芳', '{A01.name}生于{出生日期}，{A01.health}')];
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

describe('checking everybody', () => {
  it('reads less than all records and finds the same', async () => {
    const { store, board } = await office();
    const { basis, byPerson } = await board.current();
    const people = await store.db.selectFrom('subjects').select('id').where('kind', '=', 'person').execute();
    const ids = people.map(({ id }) => id);
    const stored = await readMany(store.db, ids);
    for (const id of ids) {
      const whole = countingFaults(basis, id, rowsOf(stored.get(id) ?? {})).map(({ rule }) => rule);
      expect(byPerson.get(id) ?? []).toEqual(whole);
    }
  });

  it('in parts is the same as at once', async () => {
    const { store, board } = await office();
    const { byPerson, basis } = await board.current();
    const { people, parts } = await splitPeople(store, 3, 1);
    expect(people).toBe(61);
    expect(parts).toHaveLength(3);
    const together = new Map<string, readonly string[]>();
    for (const part of parts)
      for await (const found of checkPart(store, basis, part))
        for (const [id, rules] of found.people) together.set(id, rules);
    expect(together).toEqual(new Map(byPerson));
  });
});

describe('one person', () => {
  it('is shown what the results of everybody count', async () => {
    const { store, tables, board, person, rulesOf } = await office();
    const shown = await faultsOfPerson(store, tables, board, clerk, person);
    expect(shown.map(({ rule }) => rule)).toEqual(await rulesOf());
  });

  it('without the right to sensitive fields is not shown', async () => {
    const { store, tables, board } = await office();
    await expect(
      dismissedFor(store, tables, board, actorOf('查阅', ['cadre:sensitive'])),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('确认无误', () => {
  it('is not lost while the checks are being prepared', async () => {
    const opened = await office();
    const { store, person } = opened;
    const fault = await faultOf(opened, 'post-ended-still-held');
    const { slowDb, hasRead, goOn } = withSlowDecisions(store.db);
    const board = new CheckBoard({ ...store, db: slowDb }, null);
    const reading = board.basis();
    await hasRead;
    await dismissFault(store, clerk, person, fault, '已核对');
    const deciding = board.decided(person);
    goOn();
    await Promise.all([reading, deciding]);
    expect((await board.basis()).dismissed.get(person)?.size).toBe(1);
  });

  it('hides a fault, touches nobody else, and can be taken back', async () => {
    const opened = await office();
    const { store, tables, board, person, rulesOf } = opened;
    const before = new Map((await board.current()).byPerson);
    const fault = await faultOf(opened, 'post-ended-still-held');
    await dismissFault(store, clerk, person, fault, '已核对');
    await board.decided(person);
    expect(await rulesOf()).not.toContain('post-ended-still-held');
    const { byPerson } = await board.current();
    before.delete(person);
    for (const [id, rules] of before) expect(byPerson.get(id)).toBe(rules);
    const { decisions } = await dismissedFor(store, tables, board, clerk);
    expect(decisions).toMatchObject([{ person, name: '何其芳', reason: '已核对', by: '干部科' }]);
    await recallDismissals(store, person, 'post-ended-still-held');
    await board.decided(person);
    expect(await rulesOf()).toContain('post-ended-still-held');
  });

  it('of a question rule holds until what it says changes', async () => {
    const { store, tables, board, person, faults } = await office();
    const questions = [ruleNaming('何其芳')];
    await keepSetting(store.db, checkSettings, clerk, { ...defaultSettings, questions }, 0);
    const [fault] = (await faults('q-x')).flatMap(({ faults: own }) => own);
    if (!fault) throw new Error('nobody breaks q-x');
    await dismissFault(store, clerk, person, fault, '已核对');
    await board.decided(person);
    expect(await faults('q-x')).toEqual([]);
    expect(await faultsOfPerson(store, tables, board, clerk, person)).not.toContainEqual(fault);
    const A01 = (await readMany(store.db, [person])).get(person)?.['A01'];
    const rows = (A01?.rows ?? []).map((row) => ({ ...row, health: '健康' }));
    await applyChange(store, { actor: clerk, origin: 'web', summary: '试' }, [
      {
        subject: person,
        kind: 'person',
        event: 'update',
        sets: { A01: { expectedVersion: A01?.version ?? 0, rows } },
      },
    ]);
    expect((await faults('q-x')).map(({ faults: [own] }) => own?.message)).toEqual(['何其芳，健康']);
  });
});

describe('a question rule', () => {
  it('that cannot be asked any more is told and does not stop the others', async () => {
    const { store, tables, board } = await office();
    const where = { op: 'in', field: 'A01.gone', values: ['1'] } as const;
    const gone = { ...ruleNaming('何其芳'), id: 'q-gone', question: { where } };
    const questions = [gone, ruleNaming('何其芳')];
    await keepSetting(store.db, checkSettings, clerk, { ...defaultSettings, questions }, 0);
    const summary = await summarize(store, tables, board, clerk);
    expect(summary.unaskable).toEqual(['试']);
    expect(summary.rules).toContainEqual(expect.objectContaining({ id: 'q-x', people: 1 }));
  });

  it.each<[string, Partial<QuestionRule>]>([
    ['without a condition', { question: {} }],
    ['that refers to a saved question', { question: { where: { op: 'saved', id: 'x' } } }],
    ['whose message names what there is not', { message: '{没有这一项}' }],
    ['that asks for what there is not', { question: { where: { op: 'empty', field: 'A01.gone' } } }],
  ])('%s is refused', async (_what, change) => {
    const { store, tables } = await office();
    const wrong = requireAskable(store, tables, clerk, [{ ...ruleNaming('何其芳'), ...change }]);
    await expect(wrong).rejects.toMatchObject({ status: 400 });
  });

  it('of those that come with the program can be asked', async () => {
    const { store, tables } = await office();
    await expect(requireAskable(store, tables, clerk, defaultSettings.questions)).resolves.toBeUndefined();
  });
});

describe('the reach', () => {
  it('is that of the units of whoever looks', async () => {
    const { store, tables, board } = await office();
    const all = await boardFor(store, tables, board, clerk);
    const [unit = ''] = all.faulty.map((person) => person.unit).filter((own) => own !== '');
    const scoped = actorOf('单位', [], { kind: 'units', units: [unit] });
    const own = await boardFor(store, tables, board, scoped);
    const within = new Set(all.units.within(unit));
    expect(own.faulty).toEqual(all.faulty.filter((person) => within.has(person.unit)));
    expect(own.faulty).toEqual((await boardFor(store, tables, board, clerk, unit)).faulty);
    expect(own.faulty.length).toBeGreaterThan(0);
    expect(own.faulty.length).toBeLessThan(all.faulty.length);
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
    const before = await repairAll(store, clerk, reached, 'post-ended-still-held', '试', null);
    expect(before).toMatchObject({ people: 2 });
    expect(before.change).toBeUndefined();
    await repairAll(store, clerk, reached, 'post-ended-still-held', '试', before.fingerprint);
    expect(await faults('post-ended-still-held')).toEqual([]);
    const stored = await readMany(store.db, [person, other]);
    for (const sets of stored.values())
      expect(rowsOf(sets)['A02']?.[0]).toMatchObject({ tenureStatusCode: '0' });
  });

  it('is refused when somebody who was shown has changed since, or somebody else has come', async () => {
    const { store, tables, board, person, add } = await office();
    const rule = 'post-ended-still-held';
    const repair = async (expected: string | null) =>
      repairAll(store, clerk, await boardFor(store, tables, board, clerk), rule, '试', expected);
    const shown = await repair(null);
    const posts = (await readMany(store.db, [person], ['A02'])).get(person)?.['A02'];
    const rows = (posts?.rows ?? []).map((row) => ({ ...row, removedOn: '2024-06' }));
    const sets = { A02: { expectedVersion: posts?.version ?? 0, rows } };
    await applyChange(store, { actor: clerk, origin: 'web', summary: '修改' }, [
      { subject: person, kind: 'person', event: 'update', sets },
    ]);
    await expect(repair(shown.fingerprint)).rejects.toMatchObject({ code: 'repair-outdated', status: 409 });
    const again = await repair(null);
    await add({
      A01: [{ name: '何一' }],
      A02: [{ orgName: '区财政局', removedOn: '2024-05', tenureStatusCode: '1' }],
    });
    await expect(repair(again.fingerprint)).rejects.toMatchObject({ code: 'repair-outdated' });
    const kept = (await readMany(store.db, [person], ['A02'])).get(person);
    expect(kept?.['A02']?.rows).toMatchObject([{ tenureStatusCode: '1' }]);
    expect((await repair((await repair(null)).fingerprint)).change).toBeDefined();
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

  it('finds with its question those who miss a field', async () => {
    const { store, tables } = await office();
    const board = await completeness(store, tables, clerk);
    for (const { filled, missing } of board.fields) {
      const found = await runQueryIdsFor(store, tables, clerk, { question: missing as Question });
      expect(found.count).toBe(board.people - filled);
    }
  });
});

/** A question rule that finds a name. */
function ruleNaming(name: string, message = '{姓名}，{A01.health}'): QuestionRule {
  const question = { where: { op: 'in', field: 'A01.name', values: [name] }, population: 'all' } as const;
  const head = { id: 'q-x', label: '试', level: 'hint', enabled: true, effectiveFrom: '2020-01-01' } as const;
  return { ...head, source: '', question, message };
}

/** A person's fault of a rule. */
async function faultOf({ board, store, person }: Awaited<ReturnType<typeof office>>, rule: string) {
  const { basis } = await board.current();
  const sets = rowsOf((await readMany(store.db, [person])).get(person) ?? {});
  const fault = countingFaults(basis, person, sets).find((each) => each.rule === rule);
  if (!fault) throw new Error(`nobody breaks ${rule}`);
  return { person, ...fault };
}

/** The same database, whose first answer about decisions arrives when it is let go on. */
function withSlowDecisions(db: Database) {
  const read = Promise.withResolvers<void>();
  const wait = Promise.withResolvers<void>();
  const asked = new WeakSet<object>();
  const slowDb = db.withPlugin({
    transformQuery({ node, queryId }) {
      if (JSON.stringify(node).includes('check_dismissals')) asked.add(queryId);
      return node;
    },
    async transformResult({ queryId, result }) {
      if (asked.has(queryId)) {
        read.resolve();
        await wait.promise;
      }
      return result;
    },
  });
  return { slowDb, hasRead: read.promise, goOn: wait.resolve };
}
