import type { Kysely } from 'kysely';
import type { RecordRow, SubjectSets } from '#platform/model';
import type { DatabaseSchema } from '../database/schema.ts';
import { isLive } from './is-live.ts';

type Reader = Kysely<DatabaseSchema>;

/** A set of a subject as stored. */
export interface StoredSet {
  readonly version: number;
  readonly rows: readonly RecordRow[];
}

/** The sets of a subject by code; sets without a record are left out. */
export type StoredSets = Readonly<Record<string, StoredSet>>;

/** Reads subjects' sets, all of them or those named. */
export async function readMany(
  db: Reader,
  subjects: readonly string[],
  sets?: readonly string[],
): Promise<Map<string, StoredSets>> {
  const found = new Map<string, Record<string, StoredSet>>(subjects.map((id) => [id, {}]));
  if (subjects.length === 0) return found;
  let query = db
    .selectFrom('current_records')
    .select(['subject', 'set_code', 'version', 'rows'])
    .where('subject', 'in', [...subjects]);
  if (sets) query = query.where('set_code', 'in', [...sets, '']);
  for (const record of await query.execute()) {
    const stored = found.get(record.subject);
    if (stored) stored[record.set_code] = { version: record.version, rows: parseRows(record.rows) };
  }
  return found;
}

/** Reads the sets of one subject. */
export async function readSubject(
  db: Reader,
  subject: string,
  sets?: readonly string[],
): Promise<StoredSets> {
  return (await readMany(db, [subject], sets)).get(subject) ?? {};
}

/** The rows alone, without versions. */
export function rowsOf(stored: StoredSets): SubjectSets {
  return Object.fromEntries(Object.entries(stored).map(([code, set]) => [code, set.rows]));
}

export function parseRows(json: string): readonly RecordRow[] {
  return JSON.parse(json) as readonly RecordRow[];
}

/** Is the subject there for everybody? */
export async function subjectExists(db: Reader, id: string, kind: 'person' | 'unit'): Promise<boolean> {
  const found = await db
    .selectFrom('subjects')
    .select('id')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where(isLive)
    .executeTakeFirst();
  return found !== undefined;
}
