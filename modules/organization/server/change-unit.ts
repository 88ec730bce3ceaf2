import {
  CadreError,
  describeDifference,
  diffRows,
  errors,
  textOf,
  type Actor,
  type OperationOutput,
} from '#platform/model';
import { applyChange, readMany, readSubject, today, type Store, type SubjectEdit } from '#platform/server';
import {
  planUnitChange,
  takenIn,
  unitChangeError,
  type previewUnitChange,
  type UnitChange,
  type UnitNode,
  type UnitRecords,
  type UnitUse,
} from '#modules/organization';
import { requirePlaceInReach, requireUnitInReach } from './reach.ts';
import type { UnitTree } from './unit-tree.ts';

/** Tells who is in units; given at the composition root, because this module knows no people. */
export type UnitUses = (actor: Actor, units: readonly string[]) => Promise<readonly UnitUse[]>;

type Preview = OperationOutput<typeof previewUnitChange>;

interface Planned {
  readonly unit: UnitNode;
  readonly edits: readonly SubjectEdit[];
  readonly lines: Preview['lines'];
  readonly uses: readonly UnitUse[];
  readonly offices: readonly UnitNode[];
  readonly obstacles: readonly string[];
  readonly doubts: readonly string[];
  readonly versions: Readonly<Record<string, number>>;
}

/** What a change would do, and what stands against it. */
export async function previewChange(
  store: Store,
  uses: UnitUses,
  actor: Actor,
  id: string,
  change: UnitChange,
): Promise<Preview> {
  const {
    lines,
    uses: found,
    offices,
    obstacles,
    doubts,
    versions,
  } = await plan(store, uses, actor, id, change);
  return {
    lines,
    uses: [...found],
    offices: offices.map((unit) => ({ id: unit.id, name: unit.name })),
    obstacles: [...obstacles],
    doubts: [...doubts],
    versions: { ...versions },
  };
}

/**
 * Does it, as one change. Refuses with `unit-in-use` what the preview says cannot be done or has not been confirmed, and
 * with `version-conflict` when the unit was changed since the preview.
 */
export async function applyUnitChange(
  store: Store,
  uses: UnitUses,
  actor: Actor,
  id: string,
  change: UnitChange,
  versions: Readonly<Record<string, number>>,
): Promise<string> {
  const planned = await plan(store, uses, actor, id, change);
  const isConfirmed = change.kind !== 'abolish' || change.confirmed;
  const against = [...planned.obstacles, ...(isConfirmed ? [] : planned.doubts)];
  if (against.length > 0) throw new CadreError('unit-in-use', 409, against.join(''), { reasons: against });
  for (const [code, version] of Object.entries(planned.versions)) {
    if (versions[code] !== version) {
      throw new CadreError('unit-changed-since', 409, '预览之后该机构又被修改过，请重新预览后再办理。');
    }
  }
  const summary = summaryOf(planned.unit, change, store);
  const { id: applied } = await applyChange(store, { actor, origin: 'web', summary }, planned.edits);
  return applied;
}

async function plan(
  store: Store,
  uses: UnitUses,
  actor: Actor,
  id: string,
  change: UnitChange,
): Promise<Planned> {
  const { tree, unit } = await requireUnitInReach(store, actor, id);
  const stored = await readSubject(store.db, id, ['B01', 'UH01']);
  const row = stored['B01']?.rows[0];
  if (!row) throw errors.notFound('该机构的基本信息');
  const before: UnitRecords = { row, history: stored['UH01']?.rows ?? [] };
  await requireTargets(store, actor, tree, id, change);
  let after = planUnitChange(before, change, today());
  if (change.kind === 'move') {
    const last = await lastPlace(store, tree, change.parent);
    after = { ...after, row: { ...after.row, order: last + 1 } };
  }
  const versions = { B01: stored['B01']?.version ?? 0, UH01: stored['UH01']?.version ?? 0 };
  const own: SubjectEdit = {
    subject: id,
    kind: 'unit',
    event: 'update',
    sets: {
      ...(after.row === row ? {} : { B01: { expectedVersion: versions.B01, rows: [after.row] } }),
      UH01: { expectedVersion: versions.UH01, rows: after.history },
    },
  };
  const lines = (
    [
      ['B01', [before.row], [after.row]],
      ['UH01', before.history, after.history],
    ] as const
  ).flatMap(([code, was, becomes]) => linesOf(store, tree, code, was, becomes));
  const planned = { unit, lines, versions, uses: [], offices: [], obstacles: [], doubts: [] };
  if (change.kind !== 'abolish') return { ...planned, edits: [own] };
  return { ...planned, ...(await planEnd(store, uses, actor, tree, unit, change, own)) };
}

/** What comes with the end of a unit: its offices, its successor, and whoever is still in it. */
async function planEnd(
  store: Store,
  uses: UnitUses,
  actor: Actor,
  tree: UnitTree,
  unit: UnitNode,
  change: Extract<UnitChange, { kind: 'abolish' }>,
  own: SubjectEdit,
): Promise<Pick<Planned, 'edits' | 'uses' | 'offices' | 'obstacles' | 'doubts'>> {
  const below = tree
    .within(unit.id)
    .slice(1)
    .flatMap((id) => tree.find(id) ?? [])
    .filter((each) => !each.abolished);
  const offices = below.filter(({ kindCode }) => kindCode === '2');
  const others = below.filter(({ kindCode }) => kindCode !== '2');
  const obstacles: string[] = [];
  if (others.length > 0) {
    obstacles.push(`下级还有 ${others.length} 个机构（${shortList(others)}），请先调整隶属或撤销。`);
  }
  if (offices.length > 0 && !change.withOffices) {
    obstacles.push(`还有 ${offices.length} 个内设机构（${shortList(offices)}），请先调整，或选择一并撤销。`);
  }
  const found = (await uses(actor, [unit.id, ...offices.map(({ id }) => id)])).filter(
    ({ count }) => count > 0,
  );
  const doubts =
    found.length > 0 && change.successor === null
      ? [
          `机构中还有${found.map(({ label, count }) => `${label} ${count} 人`).join('、')}，又没有承接机构，请确认。`,
        ]
      : [];
  const endings = change.withOffices ? await officeEnds(store, offices, change) : [];
  const taking =
    change.merged && change.successor !== null
      ? [await takingIn(store, change.successor, unit.name, change)]
      : [];
  return { edits: [own, ...endings, ...taking], uses: found, offices, obstacles, doubts };
}

async function officeEnds(
  store: Store,
  offices: readonly UnitNode[],
  change: Extract<UnitChange, { kind: 'abolish' }>,
): Promise<SubjectEdit[]> {
  const stored = await readMany(
    store.db,
    offices.map(({ id }) => id),
    ['B01', 'UH01'],
  );
  return offices.flatMap(({ id }): SubjectEdit[] => {
    const sets = stored.get(id) ?? {};
    const row = sets['B01']?.rows[0];
    if (!row) return [];
    const ended = planUnitChange(
      { row, history: sets['UH01']?.rows ?? [] },
      { ...change, merged: false, successor: null },
      today(),
    );
    const edit = { expectedVersion: sets['UH01']?.version ?? 0, rows: ended.history };
    return [{ subject: id, kind: 'unit', event: 'update', sets: { UH01: edit } }];
  });
}

async function takingIn(
  store: Store,
  successor: string,
  name: string,
  change: UnitChange,
): Promise<SubjectEdit> {
  const stored = (await readSubject(store.db, successor, ['UH01']))['UH01'];
  const rows = [...(stored?.rows ?? []), takenIn(name, change)];
  const sets = { UH01: { expectedVersion: stored?.version ?? 0, rows } };
  return { subject: successor, kind: 'unit', event: 'update', sets };
}

/** The units that a change names have to be there, alive, and in a place where they can be. */
async function requireTargets(
  store: Store,
  actor: Actor,
  tree: UnitTree,
  id: string,
  change: UnitChange,
): Promise<void> {
  if (change.kind === 'move') {
    await requirePlaceInReach(store, actor, change.parent);
    requireNoCircle(tree, id, change.parent);
    if (tree.find(change.parent ?? '')?.abolished) throw unitChangeError('新的上级机构已经撤销，请另选。');
  }
  if (change.kind === 'regrade' && !store.tables.resolve('ZB03', change.level)) {
    throw unitChangeError('没有选定的机构级别，请重新选择。');
  }
  if (change.kind === 'abolish' && change.successor !== null) {
    const { unit } = await requireUnitInReach(store, actor, change.successor);
    if (tree.within(id).includes(unit.id)) throw unitChangeError('承接机构不能是该机构本身或其下级。');
    if (unit.abolished) throw unitChangeError('承接机构已经撤销，请另选。');
  }
}

/** Refuses a unit below itself. */
export function requireNoCircle(tree: UnitTree, id: string, parent: string | null): void {
  if (parent !== null && tree.within(id).includes(parent)) {
    throw new CadreError('unit-circle', 409, '上级机构不能是该机构本身或其下级，请另选上级机构。');
  }
}

/** The highest place among the units directly below; a unit without a number stands behind all. */
export async function lastPlace(store: Store, tree: UnitTree, parent: string | null): Promise<number> {
  const siblings = tree.units.filter((unit) => unit.parent === parent).map(({ id }) => id);
  let last = 0;
  for (let start = 0; start < siblings.length; start += 500) {
    const some = await readMany(store.db, siblings.slice(start, start + 500), ['B01']);
    for (const sets of some.values()) {
      const order = Number(textOf(sets['B01']?.rows[0], 'order'));
      if (Number.isSafeInteger(order)) last = Math.max(last, order);
    }
  }
  return last;
}

function linesOf(
  store: Store,
  tree: UnitTree,
  code: string,
  before: UnitRecords['history'],
  after: UnitRecords['history'],
): Preview['lines'] {
  const set = store.registry.get(code);
  const shown = { ...set, fields: set.fields.filter((field) => field.key !== 'order') };
  const difference = diffRows(shown, before, after);
  return describeDifference(shown, difference, { before, after }, store.tables, tree.nameOf).map((line) => ({
    label: line.kind === 'changed' ? line.label : set.label,
    before: line.before,
    after: line.after,
  }));
}

function summaryOf(unit: UnitNode, change: UnitChange, store: Store): string {
  switch (change.kind) {
    case 'rename':
      return `机构更名：${unit.name}更名为${change.name}`;
    case 'regrade':
      return `机构规格调整：${unit.name}调整为${store.tables.resolve('ZB03', change.level)?.label ?? change.level}`;
    case 'move':
      return `机构隶属调整：${unit.name}`;
    case 'abolish':
      return change.merged ? `机构合并：${unit.name}并入其他机构` : `机构撤销：${unit.name}`;
  }
}

function shortList(units: readonly UnitNode[]): string {
  const names = units.slice(0, 3).map(({ name }) => name);
  return names.join('、') + (units.length > 3 ? '等' : '');
}
