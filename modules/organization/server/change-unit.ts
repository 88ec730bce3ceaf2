import {
  CadreError,
  describeDifference,
  diffRows,
  errors,
  type Actor,
  type OperationOutput,
} from '#platform/model';
import { applyChange, readSubject, today, type Store, type SubjectEdit } from '#platform/server';
import {
  planUnitChange,
  type previewUnitChange,
  type UnitChange,
  type UnitNode,
  type UnitRecords,
} from '#modules/organization';
import { requireTargets } from './change-targets.ts';
import { planEnd, type PlannedEnd, type UnitUses } from './end-unit.ts';
import { lastPlace } from './last-place.ts';
import { requireUnitInReach } from './reach.ts';
import type { UnitTree } from './unit-tree.ts';

type Preview = OperationOutput<typeof previewUnitChange>;

interface Planned extends PlannedEnd {
  readonly unit: UnitNode;
  readonly lines: Preview['lines'];
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
