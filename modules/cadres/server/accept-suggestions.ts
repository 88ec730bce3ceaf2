import { errors, type Actor } from '#platform/model';
import {
  applyChange,
  BulkChange,
  discardDraft,
  readSubject,
  rowsOf,
  type Store,
  type SubjectEdit,
  type Task,
  type TaskActor,
} from '#platform/server';
import {
  acceptingEdit,
  suggestionReader,
  suggestionsFor,
  suggestionsOfMany,
  suggestionSets,
} from './suggestions.ts';

/** Makes the suggestions with these keys records of one person; answers how many were still there. */
export async function acceptFor(
  store: Store,
  actor: Actor,
  person: { readonly id: string; readonly name: string },
  keys: readonly string[],
): Promise<number> {
  const reader = await suggestionReader(store);
  const stored = await readSubject(store.db, person.id, suggestionSets);
  const wanted = new Set(keys);
  const accepted = suggestionsFor(store, reader, rowsOf(stored)).filter(({ key }) => wanted.has(key));
  if (accepted.length === 0) throw errors.notFound('这些建议');
  await applyChange(
    store,
    { actor, origin: 'web', summary: `采纳${person.name}的建议 ${accepted.length} 条` },
    [acceptingEdit(person.id, stored, accepted)],
  );
  return accepted.length;
}

export interface AcceptBatchInput {
  readonly actor: TaskActor;
  readonly ids: readonly string[];
  /** Also those in which something was not understood. */
  readonly includeUnclear: boolean;
}

export interface AcceptBatchResult {
  readonly people: number;
  readonly accepted: number;
  readonly change: string | null;
}

const batchSize = 100;

/** Accepts the suggestions of many people as one change that can be undone as a whole. */
export const acceptBatch: Task<AcceptBatchInput, AcceptBatchResult> = async (store, input, tools) => {
  const reader = await suggestionReader(store);
  const bulk = await BulkChange.begin(store);
  let people = 0;
  let accepted = 0;
  let read = 0;
  let edits: SubjectEdit[] = [];
  try {
    for await (const { id, stored, suggestions } of suggestionsOfMany(store, reader, input.ids)) {
      tools.signal.throwIfAborted();
      const wanted = suggestions.filter(({ unclear }) => input.includeUnclear || unclear.length === 0);
      tools.progress(++read, input.ids.length);
      if (wanted.length === 0) continue;
      people += 1;
      accepted += wanted.length;
      edits.push(acceptingEdit(id, stored, wanted));
      if (edits.length === batchSize) await bulk.add(edits.splice(0));
    }
    if (accepted === 0) {
      await discardDraft(store, bulk.id);
      return { people: 0, accepted: 0, change: null };
    }
    if (edits.length > 0) await bulk.add(edits);
    edits = [];
    const summary = `批量采纳建议：${people} 人，${accepted} 条`;
    const change = await bulk.publish({ actor: input.actor, origin: 'web', summary });
    return { people, accepted, change: change.id };
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error;
  }
};
