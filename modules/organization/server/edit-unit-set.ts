import { errors, textOf, type Actor, type RecordRow, type SetDefinition } from '#platform/model';
import { applyChange, readSubject, today, type Store } from '#platform/server';
import { hasHappened, quotaSets, unitChangeError } from '#modules/organization';
import { requireNoCircle } from './change-targets.ts';
import { isInReach, requirePlaceInReach, requireUnitInReach } from './reach.ts';

interface Edit {
  readonly version: number;
  readonly rows: readonly RecordRow[];
  readonly reason?: string | undefined;
}

/** Saves one set of a unit as a change: a correction, of which the history tells nothing. The answer is its new version. */
export async function editSetOfUnit(
  store: Store,
  actor: Actor,
  id: string,
  code: string,
  kind: 'unit' | 'quota',
  edit: Edit,
): Promise<number> {
  const { unit } = await requireUnitInReach(store, actor, id);
  const set = store.registry.find(code);
  const isQuota = quotaSets.includes(code);
  if (!set || set.subject !== 'unit' || set.internal || isQuota !== (kind === 'quota')) {
    throw errors.notFound(`“${code}”这个信息集`);
  }
  await requireSound(store, actor, id, set, edit.rows);
  await applyChange(
    store,
    { actor, origin: 'web', summary: `修改${unit.name}的${set.label}`, reason: edit.reason ?? '' },
    [
      {
        subject: id,
        kind: 'unit',
        event: 'update',
        sets: { [code]: { expectedVersion: edit.version, rows: edit.rows } },
      },
    ],
  );
  return (await readSubject(store.db, id, [code]))[code]?.version ?? 0;
}

/** Refuses what the registry cannot know: a unit without a name, below itself, or in a place that is not there; events to come. */
async function requireSound(
  store: Store,
  actor: Actor,
  id: string,
  set: SetDefinition,
  rows: readonly RecordRow[],
): Promise<void> {
  if (set.code === 'B01' && rows.length !== 1) throw errors.invalid(`“${set.label}”不能清空。`);
  const { tree } = await requireUnitInReach(store, actor, id);
  const before = new Map(
    ((await readSubject(store.db, id, [set.code]))[set.code]?.rows ?? []).map((row) => [row.id, row]),
  );
  for (const row of rows) {
    if (set.code === 'UH01' && !hasHappened({ on: textOf(row, 'changedOn') }, today())) {
      throw unitChangeError('变动时间不能晚于今天。');
    }
    for (const field of set.fields) {
      const value = textOf(row, field.key);
      if (field.type !== 'unit' || value === textOf(before.get(row.id), field.key)) continue;
      if (set.code === 'B01' && field.key === 'parentOrgCode') {
        await requirePlaceInReach(store, actor, value || null);
        requireNoCircle(tree, id, value || null);
      } else if (value !== '' && !(tree.find(value) && isInReach(tree, actor, value))) {
        throw errors.notFound(`“${field.label}”中选定的机构`);
      }
    }
  }
}
