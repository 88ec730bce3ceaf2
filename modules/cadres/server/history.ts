import {
  describeDifference,
  diffRows,
  isSensitive,
  type Actor,
  type HistoryEntry,
  type HistoryLine,
} from '#platform/model';
import { readHistory, type Store, type SubjectChange } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';

const shown = 200;

/** The changes to one subject as the history shows them, the newest first. */
export async function historyOf(store: Store, actor: Actor, id: string): Promise<HistoryEntry[]> {
  const tree = await readUnitTree(store);
  const changes = await readHistory(store.db, id, shown);
  return changes.map((change) => {
    const { payload, ...head } = change;
    return { ...head, event: payload?.event ?? 'erased', lines: linesOf(store, actor, change, tree.nameOf) };
  });
}

function linesOf(
  store: Store,
  actor: Actor,
  { payload }: SubjectChange,
  unitName: (id: string) => string,
): HistoryLine[] {
  return Object.entries(payload?.sets ?? {}).flatMap(([code, states]) => {
    const set = store.registry.find(code);
    if (!set || set.internal) return [];
    const difference = diffRows(set, states.before, states.after);
    const hidden = actor.permissions.has('cadre:sensitive')
      ? new Set<string>()
      : new Set(set.fields.filter((field) => isSensitive(set, field)).map((field) => field.key));
    const visible = { ...set, fields: set.fields.filter((field) => !hidden.has(field.key)) };
    return visible.fields.length === 0
      ? []
      : describeDifference(visible, difference, states, store.tables, unitName);
  });
}
