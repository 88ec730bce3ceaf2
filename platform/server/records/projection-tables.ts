import { sql } from 'kysely';
import { insertMany } from '../database/insert-many.ts';
import type { ProjectedSubject, Projection, RecordsTransaction, StandingRow } from './projection.ts';

/** Writes the rows of subjects into the table of a projection. */
export async function writeRows(
  tx: RecordsTransaction,
  projection: Projection,
  subjects: readonly ProjectedSubject[],
): Promise<void> {
  const rows = subjects.map((subject) => projection.row(subject));
  await insertMany(tx, projection.table, projection.columns, rows, replacing(projection));
}

/** Lets the rows of subjects that become others wait for the publishing of a draft. */
export async function stageRows(
  tx: RecordsTransaction,
  projection: Projection,
  draft: string,
  subjects: readonly ProjectedSubject[],
): Promise<void> {
  const standing = await standingRows(
    tx,
    projection,
    subjects.map(({ id }) => id),
  );
  const rows = subjects
    .map((subject) => projection.row(subject, standing.get(subject.id)))
    .filter((row) => !saysTheSame(projection, row, standing.get(String(row[0]))))
    .map((row) => [draft, ...row]);
  await insertMany(tx, staged(projection), ['staged_for', ...projection.columns], rows);
}

/** Brings the waiting rows of a draft into the table and takes out those of the subjects that it removes. */
export async function publishRows(
  tx: RecordsTransaction,
  projection: Projection,
  draft: string,
): Promise<void> {
  const table = sql.raw(projection.table);
  const columns = sql.raw(projection.columns.join(', '));
  await sql`insert into ${table} (${columns}) select ${columns} from ${sql.raw(staged(projection))}
    where staged_for = ${draft} ${sql.raw(replacing(projection))}`.execute(tx);
  await sql`delete from ${table} where id in
    (select subject from draft_subjects where draft = ${draft} and event = 'remove')`.execute(tx);
}

export async function removeRows(
  tx: RecordsTransaction,
  projection: Projection,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from ${sql.raw(projection.table)} where id in (${sql.join(ids)})`.execute(tx);
}

/** Removes some of the rows that wait for a draft; answers whether there were any. */
export async function dropStagedRows(
  tx: RecordsTransaction,
  projection: Projection,
  draft: string,
  some: number,
): Promise<boolean> {
  const table = sql.raw(staged(projection));
  const dropped = await sql`delete from ${table} where rowid in
    (select rowid from ${table} where staged_for = ${draft} limit ${some})`.execute(tx);
  return (dropped.numAffectedRows ?? 0n) > 0n;
}

async function standingRows(
  tx: RecordsTransaction,
  { table, columns }: Projection,
  ids: readonly string[],
): Promise<Map<unknown, StandingRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Record<string, unknown>>`select ${sql.raw(columns.join(', '))}
    from ${sql.raw(table)} where id in (${sql.join(ids)})`.execute(tx);
  return new Map(rows.map((row) => [row['id'], row]));
}

function saysTheSame(
  { columns }: Projection,
  row: readonly unknown[],
  standing: StandingRow | undefined,
): boolean {
  return columns.every((column, index) => column === 'draft' || standing?.[column] === row[index]);
}

function staged(projection: Projection): string {
  return `${projection.table}_staged`;
}

/**
 * A row that says the same already is left alone, and its indexes with it. One that is there keeps the name of the draft
 * in which it was made.
 */
function replacing({ table, columns }: Projection): string {
  const rest = columns.filter((column) => column !== 'id' && column !== 'draft');
  const values = rest.map((column) => `${column} = excluded.${column}`);
  const mine = rest.map((column) => `${table}.${column}`);
  const theirs = rest.map((column) => `excluded.${column}`);
  return `on conflict (id) do update set ${values.join(', ')} where (${mine.join(', ')}) is not (${theirs.join(', ')})`;
}
