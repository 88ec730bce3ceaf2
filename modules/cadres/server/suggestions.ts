import { setImmediate as nextTurn } from 'node:timers/promises';
import { displayValue, textOf, type RecordRow, type SubjectSets } from '#platform/model';
import {
  readMany,
  rowsOf,
  type SetEdit,
  type Store,
  type StoredSets,
  type SubjectEdit,
} from '#platform/server';
import { shortHash, suggestEducation, suggestPosts, type Suggestion, type UnitIndex } from '#modules/cadres';
import { readUnitTree, type UnitTree } from '#modules/organization/server';
import { unitIndexOf } from './unit-index-of.ts';

/** What reading suggestions needs, made once for many people. */
export interface SuggestionReader {
  readonly tree: UnitTree;
  readonly units: UnitIndex;
}

export async function suggestionReader(store: Store): Promise<SuggestionReader> {
  const tree = await readUnitTree(store);
  return { tree, units: unitIndexOf(tree) };
}

/** The sets from which suggestions are read and into which they are accepted. */
export const suggestionSets: readonly string[] = ['A01', 'A02', 'A08', 'A17'];

/** The posts and the education that the person's texts name and that are no records yet. */
export function suggestionsFor(store: Store, reader: SuggestionReader, sets: SubjectSets): Suggestion[] {
  const person = sets['A01']?.[0];
  const segments = sets['A17'] ?? [];
  const { tables } = store;
  const resumeHash = shortHash(textOf(person, 'resumeText'));
  return [
    ...suggestPosts({
      segments,
      positions: sets['A02'] ?? [],
      currentPost: textOf(person, 'currentPostFull'),
      resumeHash,
      units: reader.units,
      tables,
    }),
    ...suggestEducation({ person, segments, educations: sets['A08'] ?? [], resumeHash, tables }),
  ];
}

/** A suggestion with its fields as people read them. */
export function presented(store: Store, reader: SuggestionReader, suggestion: Suggestion) {
  const set = store.registry.get(suggestion.set);
  const { row, key, source, unclear } = suggestion;
  return {
    key,
    set: suggestion.set,
    source,
    row: { ...row },
    unclear: [...unclear],
    preview: set.fields
      .map((field) => ({
        label: field.label,
        value: displayValue(field, row, store.tables, reader.tree.nameOf),
      }))
      .filter(({ value }) => value !== ''),
  };
}

/** The edit by which suggestions become records. */
export function acceptingEdit(id: string, stored: StoredSets, accepted: readonly Suggestion[]): SubjectEdit {
  const sets: Record<string, SetEdit> = {};
  for (const code of ['A02', 'A08'] as const) {
    const rows = accepted.filter(({ set }) => set === code).map(({ row }): RecordRow => row);
    if (rows.length === 0) continue;
    sets[code] = {
      expectedVersion: stored[code]?.version ?? 0,
      rows: [...(stored[code]?.rows ?? []), ...rows],
    };
  }
  return { subject: id, kind: 'person', event: 'update', sets };
}

const batchSize = 20;

/** The suggestions of many people, a batch at a time. */
export async function* suggestionsOfMany(
  store: Store,
  reader: SuggestionReader,
  ids: readonly string[],
): AsyncGenerator<{ id: string; name: string; stored: StoredSets; suggestions: Suggestion[] }> {
  for (let start = 0; start < ids.length; start += batchSize) {
    // Reading suggestions is hard work, and the database answers without waiting: other requests get their turn here.
    await nextTurn();
    const some = ids.slice(start, start + batchSize);
    const records = await readMany(store.db, some, suggestionSets);
    for (const id of some) {
      const stored = records.get(id) ?? {};
      const sets = rowsOf(stored);
      yield {
        id,
        name: textOf(sets['A01']?.[0], 'name'),
        stored,
        suggestions: suggestionsFor(store, reader, sets),
      };
    }
  }
}
