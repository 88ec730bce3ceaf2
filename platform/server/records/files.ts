import { hash as hashOf } from 'node:crypto';
import type { Kysely } from 'kysely';
import { errors } from '#platform/model';
import { insertMany } from '../database/insert-many.ts';
import type { DatabaseSchema } from '../database/schema.ts';
import type { RecordsTransaction } from './projection.ts';

/** A file to be stored. */
export interface NewFile {
  readonly hash: string;
  readonly mediaType: string;
  readonly data: Uint8Array;
}

export function newFile(data: Uint8Array, mediaType: string): NewFile {
  return { hash: hashOf('sha256', data), mediaType, data };
}

/** Stores files in the transaction that needs them; one that is there already is not stored twice. */
export async function storeFiles(tx: RecordsTransaction, files: readonly NewFile[]): Promise<void> {
  const distinct = [...new Map(files.map((file) => [file.hash, file])).values()];
  await insertMany(
    tx,
    'files',
    ['hash', 'media_type', 'size', 'data'],
    distinct.map((file) => [file.hash, file.mediaType, file.data.length, file.data]),
    'on conflict (hash) do nothing',
  );
}

/** Reads a file and proves that its content is what its name says; refuses with `not-found`. */
export async function readFile(
  db: Kysely<DatabaseSchema>,
  hash: string,
): Promise<{ mediaType: string; data: Uint8Array }> {
  const file = await db
    .selectFrom('files')
    .select(['media_type', 'data'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (!file) throw errors.notFound('这个文件');
  if (hashOf('sha256', file.data) !== hash) {
    throw new Error(`stored file ${hash} is damaged`);
  }
  return { mediaType: file.media_type, data: file.data };
}
