import { textOf } from '#platform/model';
import { readHistory, type Store, type SubjectChange } from '#platform/server';
import type { PastMerge } from '#modules/duplicates';

/** More than anybody's record is ever changed. */
const wholeHistory = 1_000_000;

/** The merges into a record that count, the newest first. One whose content was lawfully erased is not known any more. */
export async function readPastMerges(store: Store, person: string): Promise<PastMerge[]> {
  return (await readHistory(store.db, person, wholeHistory)).flatMap((change) =>
    change.undoneBy === null ? mergeOf(change) : [],
  );
}

function mergeOf({ payload }: SubjectChange): PastMerge[] {
  const { AL01: notes, A01: basics, VF01: verifications } = payload?.sets ?? {};
  const known = new Set(notes?.before.map(({ id }) => id));
  const merged = (notes?.after ?? [])
    .filter(({ id }) => !known.has(id))
    .map((note) => textOf(note, 'person'));
  if (merged.length === 0) return [];
  const had = new Set(verifications?.before.map(({ id }) => id));
  return [
    {
      merged,
      before: basics?.before[0],
      after: basics?.after[0],
      verifications: verifications?.after.filter(({ id }) => !had.has(id)) ?? [],
    },
  ];
}
