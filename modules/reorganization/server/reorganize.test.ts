import { describe, expect, it } from 'vitest';
import { textOf, type Actor, type RecordRow } from '#platform/model';
import {
  applyChange,
  journalPosition,
  readMany,
  readSubject,
  rowsOf,
  undoChange,
  type TaskRunner,
} from '#platform/server';
import { readUnitTree, unitsAsOf } from '#modules/organization/server';
import {
  reorganizationPlan,
  type ReorganizationPlan,
  type ReorganizationStep,
  type ShownPost,
} from '#modules/reorganization';
import { actorOf, openQueryOffice } from '../../query/server/test-office.ts';
import { createDraft, listDrafts, markApplied, readDraft, saveDraft } from './plan-drafts.ts';
import { applyPlan, previewPlan } from './reorganize.ts';

const clerk = actorOf('科员');
const noTask: TaskRunner = () => Promise.reject(new Error('these plans are small'));

/** An office with the sample district, and ways to plan in it. */
async function openOffice() {
  const office = await openQueryOffice(600);
  const { store, tables } = office;
  const tree = await readUnitTree(store);
  const unit = (short: string): string => {
    const found = tree.units.find(({ shortName }) => shortName === short);
    if (!found) throw new Error(`the sample has no ${short}`);
    return found.id;
  };
  const plan = (steps: readonly ReorganizationStep[], more: Partial<ReorganizationPlan> = {}) =>
    reorganizationPlan.parse({ on: '2026-03-20', documentNo: '样委发〔2026〕5号', steps, ...more });
  return {
    ...office,
    unit,
    plan,
    preview: (wanted: ReorganizationPlan, actor: Actor = clerk) => previewPlan(store, tables, actor, wanted),
    apply: async (wanted: ReorganizationPlan, confirmed = true, actor: Actor = clerk) => {
      const { fingerprint } = await previewPlan(store, tables, actor, wanted);
      return applyPlan(store, tables, noTask, actor, { plan: wanted, fingerprint, confirmed });
    },
    /** Everything of everybody, as stored. */
    all: async () => {
      const ids = (await store.db.selectFrom('subjects').select('id').execute()).map(({ id }) => id);
      const found = await readMany(store.db, ids);
      return new Map([...found].map(([id, sets]) => [id, rowsOf(sets)]));
    },
  };
}

const found: ReorganizationStep = {
  kind: 'create',
  key: 'new-1',
  name: '样板区农业农村和水务局',
  shortName: '区农业水务局',
  parent: null,
  levelCode: '109',
  kindCode: '1',
};

function mergeOf(office: Awaited<ReturnType<typeof openOffice>>): ReorganizationPlan {
  const units = [office.unit('区农业农村局'), office.unit('区水务局')];
  return office.plan([found, { kind: 'merge', units, into: 'new-1', offices: 'move' }]);
}

describe('a reorganization', () => {
  it('moves units, people, posts and numbers as one change, and one undo brings all of it back', async () => {
    const office = await openOffice();
    const before = await office.all();
    const wanted = mergeOf(office);
    const preview = await office.preview(wanted);
    expect(preview.problems.filter(({ level }) => level === 'stop')).toEqual([]);
    expect(preview.people.length).toBeGreaterThan(5);
    expect(preview.after.find(({ state }) => state === 'new')?.name).toBe('样板区农业农村和水务局');
    expect(preview.before.filter(({ state }) => state === 'ended')).toHaveLength(2);
    expect(preview.numbers.find(({ code, set }) => set === 'QT01' && code === '11')).toMatchObject({
      unit: 'new-1',
      label: '正职',
      sum: 2,
    });
    const seq = await journalPosition(office.store.db);
    const done = await office.apply(wanted);
    expect(done.people).toBe(preview.counts.people);
    expect(await journalPosition(office.store.db)).toBe(seq + 1);
    const tree = await readUnitTree(office.store);
    const id = tree.units.find(({ name }) => name === '样板区农业农村和水务局')?.id ?? '';
    const moved = preview.people.filter(({ posts }) => posts.some((post) => post.after !== null));
    for (const { id: person } of moved) {
      const rows = rowsOf(await readSubject(office.store.db, person))['A02'] ?? [];
      const here = rows.filter((row) => tree.within(id).includes(textOf(row, 'orgCode')));
      expect(here.length, person).toBeGreaterThan(0);
    }
    const then = await unitsAsOf(office.store, '2026-03-19');
    expect(then.some((unit) => unit.id === id)).toBe(false);
    expect(then.find((unit) => unit.id === office.unit('区水务局'))?.abolished).toBeUndefined();
    await undoChange(office.store, { actor: clerk }, done.change);
    const after = await office.all();
    for (const [subject, sets] of before) {
      for (const [code, rows] of Object.entries(after.get(subject) ?? {}))
        expect(rows, `${subject} ${code}`).toEqual(sets[code] ?? []);
    }
    expect((await readUnitTree(office.store)).find(id)).toBeUndefined();
  });

  it('names single posts and titles as the plan says, and takes that back as well', async () => {
    const office = await openOffice();
    const wanted = mergeOf(office);
    const { slots, people } = await office.preview(wanted);
    const slot = slots.find(({ title }) => title.includes('副局长'));
    const isOrdinary = ({ before, after }: ShownPost) => after !== null && !before.title.includes('局长');
    const person = people.find(({ posts }) => posts.some(isOrdinary));
    const post = person?.posts.find(isOrdinary);
    if (!slot || !person || !post) throw new Error('the sample has no such posts');
    const chosen: ReorganizationPlan = {
      ...wanted,
      slots: [{ unit: slot.unit, slot: slot.slot, title: '党组成员、副局长（农业）', keep: true }],
      posts: [{ person: person.id, post: post.row, title: '农村科干部', keep: true }],
    };
    const done = await office.apply(chosen);
    const tree = await readUnitTree(office.store);
    const id = tree.units.find(({ name }) => name === '样板区农业农村和水务局')?.id ?? '';
    const titles = async (subject: string, set: string, key: string) =>
      (rowsOf(await readSubject(office.store.db, subject))[set] ?? []).map((row) => textOf(row, key));
    expect(await titles(id, 'PS01', 'title')).toContain('党组成员、副局长（农业）');
    expect(await titles(person.id, 'A02', 'postTitle')).toContain('农村科干部');
    await undoChange(office.store, { actor: clerk }, done.change);
    expect(await titles(person.id, 'A02', 'postTitle')).not.toContain('农村科干部');
    const elsewhere = { unit: office.unit('区民政局'), slot: 'none', title: '主任', keep: true };
    const narrow = actorOf('农口', [], {
      kind: 'units',
      units: [office.unit('区水务局'), office.unit('区农业农村局')],
    });
    const inside = office.plan(
      [{ kind: 'rename', unit: office.unit('区水务局'), name: '样板区水利局', shortName: '' }],
      { slots: [elsewhere] },
    );
    await expect(office.preview(inside, narrow)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('ends a post of the unit that takes others in, and takes that back as well', async () => {
    const office = await openOffice();
    const into = office.unit('区农业农村局');
    const units = [office.unit('区水务局')];
    const wanted = office.plan([{ kind: 'merge', units, into, offices: 'move' }]);
    const before = await office.preview(wanted);
    const own = before.slots.find(({ comes, title }) => !comes && title.includes('局长'));
    if (!own) throw new Error('the sample has no such post');
    const chosen = { ...wanted, slots: [{ unit: own.unit, slot: own.slot, title: '', keep: false }] };
    const { problems } = await office.preview(chosen);
    expect(problems.some(({ level, text }) => level === 'todo' && text.includes('所任职位取消'))).toBe(true);
    const slotNow = async () =>
      (rowsOf(await readSubject(office.store.db, into))['PS01'] ?? []).find(({ id }) => id === own.slot);
    const stored = await slotNow();
    const done = await office.apply(chosen);
    expect(await slotNow()).toEqual({ ...stored, abolishedOn: wanted.on });
    await undoChange(office.store, { actor: clerk }, done.change);
    expect(await slotNow()).toEqual(stored);
  });

  it('is refused as a whole when somebody has changed a person since the preview', async () => {
    const office = await openOffice();
    const wanted = mergeOf(office);
    const { fingerprint, people } = await office.preview(wanted);
    const person = people[0]?.id ?? '';
    const stored = (await readSubject(office.store.db, person, ['A02']))['A02'];
    const rows = (stored?.rows ?? []).map((row): RecordRow => ({ ...row, dutiesInCharge: '分管办公室' }));
    await applyChange(office.store, { actor: clerk, origin: 'web', summary: '修改' }, [
      {
        subject: person,
        kind: 'person',
        event: 'update',
        sets: { A02: { expectedVersion: stored?.version ?? 0, rows } },
      },
    ]);
    const seq = await journalPosition(office.store.db);
    const asked = { plan: wanted, fingerprint, confirmed: true };
    await expect(applyPlan(office.store, office.tables, noTask, clerk, asked)).rejects.toMatchObject({
      code: 'reorganization-outdated',
    });
    expect(await journalPosition(office.store.db)).toBe(seq);
    expect(await office.store.db.selectFrom('drafts').selectAll().execute()).toEqual([]);
  });

  it('is refused when somebody has come to a unit since the preview', async () => {
    const office = await openOffice();
    const wanted = mergeOf(office);
    const { fingerprint } = await office.preview(wanted);
    const post = { orgCode: office.unit('区水务局'), orgName: '样板区水务局', postTitle: '科员' };
    await office.add({
      A01: [{ name: '新来者' }],
      A02: [{ ...post, appointedOn: '2026-01', tenureStatusCode: '1' }],
    });
    const asked = { plan: wanted, fingerprint, confirmed: true };
    await expect(applyPlan(office.store, office.tables, noTask, clerk, asked)).rejects.toMatchObject({
      code: 'reorganization-outdated',
    });
  });

  it('asks about whoever cannot be moved, and names a post that is bound to no unit', async () => {
    const office = await openOffice();
    const person = await office.add({
      A01: [{ name: '未归属者' }],
      A02: [{ orgName: '样板区水务局', postTitle: '科员', appointedOn: '2020-01', tenureStatusCode: '1' }],
    });
    const wanted = mergeOf(office);
    const { problems } = await office.preview(wanted);
    expect(problems).toContainEqual(expect.objectContaining({ level: 'todo', person }));
    await expect(office.apply(wanted, false)).rejects.toMatchObject({ code: 'reorganization-blocked' });
    await office.apply(wanted);
  });

  it('is for those who may change units, people and quotas, within their reach', async () => {
    const office = await openOffice();
    const wanted = mergeOf(office);
    for (const missing of ['cadre:bulk', 'quota:edit'] as const) {
      const refused = office.preview(wanted, actorOf('查阅', [missing]));
      await expect(refused).rejects.toMatchObject({ code: 'forbidden', details: { permission: missing } });
    }
    const units = [office.unit('区水务局')];
    const narrow = actorOf('水务局', [], { kind: 'units', units });
    await expect(office.preview(wanted, narrow)).rejects.toMatchObject({ code: 'not-found' });
    const inside = office.plan([
      { kind: 'rename', unit: units[0] ?? '', name: '样板区水利局', shortName: '区水利局' },
    ]);
    expect((await office.preview(inside, narrow)).problems).toEqual([]);
  });

  it('stops where people of others serve in the units', async () => {
    const office = await openOffice();
    const [from, to] = [office.unit('区水务局'), office.unit('区农业农村局')];
    const post = { orgCode: from, orgName: '样板区水务局', postTitle: '科员', appointedOn: '2020-01' };
    await office.add({
      A01: [{ name: '外来者', statisticalOrgCode: office.unit('区民政局') }],
      A02: [{ ...post, tenureStatusCode: '1' }],
    });
    const narrow = actorOf('农口', [], { kind: 'units', units: [from, to] });
    const wanted = office.plan([{ kind: 'merge', units: [from], into: to, offices: 'move' }]);
    expect((await office.preview(wanted, narrow)).problems[0]).toMatchObject({ level: 'stop' });
    await expect(office.apply(wanted, true, narrow)).rejects.toMatchObject({
      code: 'reorganization-blocked',
    });
  });
});

describe('a saved plan', () => {
  it('is gone on with by anybody of the office, and remembers how it was carried out', async () => {
    const office = await openOffice();
    const plan = { ...mergeOf(office), on: '' };
    const { id } = await createDraft(office.store, clerk, { name: '农口改革', plan });
    const other = actorOf('科长');
    await saveDraft(office.store, other, id, {
      name: '农口改革',
      plan: { ...plan, on: '2026-03' },
      version: 1,
    });
    const late = saveDraft(office.store, clerk, id, { name: '农口改革', plan, version: 1 });
    await expect(late).rejects.toMatchObject({ code: 'reorganization-changed' });
    const read = await readDraft(office.store, clerk, id);
    expect(read).toMatchObject({ version: 2, updatedBy: '科长', plan: { on: '2026-03' }, change: null });
    const { change } = await office.apply(reorganizationPlan.parse(read.plan));
    await markApplied(office.store, clerk, id, change);
    expect(await listDrafts(office.store, other)).toMatchObject([{ change, undone: false }]);
    await undoChange(office.store, { actor: clerk }, change);
    expect(await listDrafts(office.store, other)).toMatchObject([{ change, undone: true }]);
    const narrow = actorOf('水务局', [], { kind: 'units', units: [office.unit('区水务局')] });
    expect(await listDrafts(office.store, narrow)).toEqual([]);
  });
});
