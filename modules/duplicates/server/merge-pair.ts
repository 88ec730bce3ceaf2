import { CadreError, errors, newId, textOf, writtenOf, type Actor, type RecordRow } from '#platform/model';
import {
  applyChange,
  BulkChange,
  discardDraft,
  readMany,
  readSubject,
  rowsOf,
  today,
  type SetEdit,
  type Store,
  type StoredSets,
  type SubjectEdit,
} from '#platform/server';
import { readMergedPeople, requirePerson, unitsInScope } from '#modules/cadres/server';
import { disputeRefusal, mergePeople, separatePeople, type Choices } from '#modules/duplicates';
import { versionsOf } from './compare-pair.ts';
import { readPastMerges } from './past-merges.ts';
import { requireSight } from './suspects.ts';

type Versions = Readonly<Record<string, number>>;

export interface Merging {
  readonly keep: string;
  readonly other: string;
  readonly choices: Choices;
  /** The versions that were looked at. */
  readonly versions: { readonly keep: Versions; readonly other: Versions };
}

/**
 * Merges one record into another as one change: what was chosen is written to the one that stays, the other is removed and
 * leads there from now on. Undoing the change brings both back. Refused (`merge-disputed`) when it cannot be told which of
 * two verifications of a date counts.
 */
export async function mergePair(store: Store, actor: Actor, merging: Merging): Promise<string> {
  requireSight(actor);
  const { keep, other, choices, versions } = merging;
  if (keep === other) throw errors.invalid('同一条记录不能与自己合并。');
  const [kept, merged] = [await requirePerson(store, actor, keep), await requirePerson(store, actor, other)];
  const [mine, theirs] = [await readSubject(store.db, keep), await readSubject(store.db, other)];
  if (!sameVersions(mine, versions.keep) || !sameVersions(theirs, versions.other)) throw changedSince();
  const refusal = disputeRefusal(rowsOf(mine), rowsOf(theirs));
  if (refusal !== null) throw new CadreError('merge-disputed', 422, refusal);
  const sets = mergePeople(store.registry.sets, rowsOf(mine), rowsOf(theirs), choices);
  const note = { id: newId(), person: other, name: merged.name, mergedOn: today() };
  const notes = [...(mine['AL01']?.rows ?? []), ...(theirs['AL01']?.rows ?? []), note];
  const summary =
    kept.name === merged.name ? `合并重复记录：${kept.name}` : `合并重复记录：${merged.name}并入${kept.name}`;
  const bulk = await BulkChange.begin(store);
  try {
    await bulk.add([
      { subject: keep, kind: 'person', event: 'update', sets: edits(mine, { ...sets, AL01: notes }) },
      { subject: other, kind: 'person', event: 'remove', sets: {} },
    ]);
    const applied = await bulk.publish({ actor, origin: 'web', summary }, null, async (tx) => {
      // The record that goes has no version to be compared when it is removed.
      if (!sameVersions(await readSubject(tx, other), versions.other)) throw changedSince();
    });
    return applied.id;
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error;
  }
}

/**
 * Takes a merged record out again, also when the one that stayed has been worked on since: the record comes back as it
 * was, and its rows go from the other where nobody has changed them. So do the dates that only its verifications settled.
 */
export async function separatePair(
  store: Store,
  actor: Actor,
  ids: { readonly person: string; readonly merged: string },
): Promise<string> {
  requireSight(actor);
  const kept = await requirePerson(store, actor, ids.person);
  const notes = await readMergedPeople(store);
  if (!notes.some(({ person, merged }) => person === ids.person && merged === ids.merged))
    throw errors.notFound('这条合并记录');
  const [mine, theirs] = [await readSubject(store.db, ids.person), await readSubject(store.db, ids.merged)];
  if (!(await mergedInReach(store, actor, [ids.merged])).has(ids.merged))
    throw errors.notFound('这条合并记录');
  const sets = separatePeople(
    store.registry.sets,
    rowsOf(mine),
    rowsOf(theirs),
    ids.merged,
    await readPastMerges(store, ids.person),
  );
  const name = textOf(rowsOf(theirs)['A01']?.[0], 'name');
  const change: SubjectEdit[] = [
    { subject: ids.merged, kind: 'person', event: 'restore', sets: {} },
    { subject: ids.person, kind: 'person', event: 'update', sets: edits(mine, sets) },
  ];
  const [before, after] = [rowsOf(mine)['A01']?.[0], sets['A01']?.[0]];
  const isBack = (key: string): boolean =>
    textOf(before, key) !== textOf(after, key) || writtenOf(before, key) !== writtenOf(after, key);
  const back = after ? store.registry.get('A01').fields.filter(({ key }) => isBack(key)) : [];
  const labels = back.map(({ label }) => label).join('、');
  const summary = `拆分合并的记录：从${kept.name}中拆出${name}${labels === '' ? '' : `，${labels}恢复为合并前的内容`}`;
  return (await applyChange(store, { actor, origin: 'web', summary }, change, 'undo')).id;
}

/** Those of the merged records that come back within the actor's reach: they have no place in the lists of people any more. */
export async function mergedInReach(
  store: Store,
  actor: Actor,
  merged: readonly string[],
): Promise<ReadonlySet<string>> {
  const units = await unitsInScope(store, actor.scope);
  if (units === null) return new Set(merged);
  const found = await readMany(store.db, merged, ['A01']);
  const homeOf = (id: string): string => textOf(found.get(id)?.['A01']?.rows[0], 'statisticalOrgCode');
  return new Set(merged.filter((id) => units.includes(homeOf(id))));
}

function edits(
  stored: StoredSets,
  sets: Readonly<Record<string, readonly RecordRow[]>>,
): Record<string, SetEdit> {
  return Object.fromEntries(
    Object.entries(sets).map(([code, rows]) => [code, { expectedVersion: stored[code]?.version ?? 0, rows }]),
  );
}

function sameVersions(stored: StoredSets, looked: Versions): boolean {
  const now = versionsOf(stored);
  const codes = new Set([...Object.keys(now), ...Object.keys(looked)]);
  return [...codes].every((code) => (now[code] ?? 0) === (looked[code] ?? 0));
}

function changedSince(): CadreError {
  return new CadreError('merge-outdated', 409, '对照期间，其中一条记录已被改动。请重新打开对照后再合并。');
}
