import type { SubjectKind, SubjectSets } from '#platform/model';
import type { RecordsTransaction } from './projection.ts';
import { readMany, rowsOf } from './read-records.ts';
import type { Store } from './store.ts';
import type { SubjectEdit, WrittenSubject } from './write-edits.ts';

/** Brings the derived tables of the touched subjects up to date. */
export async function project(
  store: Store,
  tx: RecordsTransaction,
  written: readonly WrittenSubject[],
  draft: string | null,
): Promise<void> {
  for (const projection of store.projections) {
    const touched = written.filter(({ edit }) => edit.kind === projection.kind);
    const gone = touched.filter(({ edit }) => edit.event === 'remove').map(({ edit }) => edit.subject);
    if (gone.length > 0) await projection.remove(tx, gone);
    const standing = touched.filter(
      ({ edit, transitions }) =>
        edit.event === 'create' ||
        edit.event === 'restore' ||
        (edit.event === 'update' && projection.sets.some((code) => code in transitions)),
    );
    if (standing.length === 0) continue;
    const stored = await storedSets(tx, standing, projection.sets);
    const subjects = standing.map(({ edit }) => ({
      id: edit.subject,
      draft: edit.event === 'create' ? draft : null,
      sets: { ...stored.get(edit.subject), ...editedSets(edit, projection.sets) },
    }));
    await projection.write(tx, subjects);
  }
}

/** Lets the projections of the touched kinds finish what depends on all subjects together. */
export async function projectPublished(
  store: Store,
  tx: RecordsTransaction,
  kinds: ReadonlySet<SubjectKind>,
): Promise<void> {
  for (const projection of store.projections) {
    if (kinds.has(projection.kind)) await projection.published?.(tx);
  }
}

async function storedSets(
  tx: RecordsTransaction,
  written: readonly WrittenSubject[],
  sets: readonly string[],
): Promise<Map<string, SubjectSets>> {
  const existing = written.filter(({ edit }) => edit.event !== 'create').map(({ edit }) => edit.subject);
  const stored = await readMany(tx, existing, sets);
  return new Map([...stored].map(([id, found]) => [id, rowsOf(found)]));
}

function editedSets({ sets }: SubjectEdit, wanted: readonly string[]): SubjectSets {
  return Object.fromEntries(
    Object.entries(sets)
      .filter(([code]) => wanted.includes(code))
      .map(([code, { rows }]) => [code, rows]),
  );
}
