import type { SubjectKind, SubjectSets } from '#platform/model';
import { removeRows, stageRows, writeRows } from './projection-tables.ts';
import type { ProjectedSubject, Projection, RecordsTransaction } from './projection.ts';
import { readMany, rowsOf } from './read-records.ts';
import type { Store } from './store.ts';
import type { PlannedSubject, SubjectEdit } from './plan-edits.ts';

const atOnce = 500;

/** Brings the derived tables of the touched subjects up to date. */
export async function project(
  store: Store,
  tx: RecordsTransaction,
  written: readonly PlannedSubject[],
  draft: string | null,
): Promise<void> {
  for (const projection of store.projections) {
    const gone = written.filter(({ edit }) => edit.kind === projection.kind && edit.event === 'remove');
    await removeRows(
      tx,
      projection,
      gone.map(({ edit }) => edit.subject),
    );
    await writeRows(tx, projection, await projected(tx, projection, written, draft));
  }
}

/** Works out the derived rows that a draft's changes to existing subjects will need. */
export async function stageProjections(
  store: Store,
  tx: RecordsTransaction,
  written: readonly PlannedSubject[],
  draft: string,
): Promise<void> {
  for (const projection of store.projections) {
    await stageRows(tx, projection, draft, await projected(tx, projection, written, null));
  }
}

/** Works out the derived rows of subjects once more, from their records as they stand. */
export async function projectAnew(
  store: Store,
  tx: RecordsTransaction,
  subjects: readonly Pick<SubjectEdit, 'subject' | 'kind'>[],
): Promise<void> {
  for (const projection of store.projections) {
    const ids = subjects.filter(({ kind }) => kind === projection.kind).map(({ subject }) => subject);
    for (let start = 0; start < ids.length; start += atOnce) {
      const stored = await readMany(tx, ids.slice(start, start + atOnce), projection.sets);
      const rows = [...stored].map(([id, sets]) => ({ id, draft: null, sets: rowsOf(sets) }));
      await writeRows(tx, projection, rows);
    }
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

/** The subjects whose row in a projection becomes another. */
async function projected(
  tx: RecordsTransaction,
  projection: Projection,
  written: readonly PlannedSubject[],
  draft: string | null,
): Promise<ProjectedSubject[]> {
  const standing = written.filter(
    ({ edit, transitions }) =>
      edit.kind === projection.kind &&
      (edit.event === 'create' ||
        edit.event === 'restore' ||
        (edit.event === 'update' && projection.sets.some((code) => code in transitions))),
  );
  const stored = await unwrittenSets(tx, standing, projection.sets);
  return standing.map(({ edit }) => ({
    id: edit.subject,
    draft: edit.event === 'create' ? draft : null,
    sets: { ...stored.get(edit.subject), ...editedSets(edit, projection.sets) },
  }));
}

/** The sets that a projection needs beside those that the edits say. */
async function unwrittenSets(
  tx: RecordsTransaction,
  written: readonly PlannedSubject[],
  sets: readonly string[],
): Promise<Map<string, SubjectSets>> {
  const existing = written.map(({ edit }) => edit).filter(({ event }) => event !== 'create');
  const alike = Map.groupBy(existing, (edit) => sets.filter((code) => !(code in edit.sets)).join(' '));
  const found = new Map<string, SubjectSets>();
  for (const [missing, edits] of alike) {
    if (missing === '') continue;
    const ids = edits.map(({ subject }) => subject);
    for (const [id, own] of await readMany(tx, ids, missing.split(' '))) found.set(id, rowsOf(own));
  }
  return found;
}

function editedSets({ sets }: SubjectEdit, wanted: readonly string[]): SubjectSets {
  return Object.fromEntries(
    Object.entries(sets)
      .filter(([code]) => wanted.includes(code))
      .map(([code, { rows }]) => [code, rows]),
  );
}
