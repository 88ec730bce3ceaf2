import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { CadreError } from '#platform/model';
import type { ChangesTable, DatabaseSchema } from '../database/schema.ts';
import type { RecordsTransaction } from './projection.ts';

/** Who did what, for the journal. */
export interface ChangeAuthor {
  readonly actor: { readonly id: string; readonly name: string };
  /** Where it was done. */
  readonly origin: 'web' | 'cli' | 'import' | 'sample' | 'undo';
  /** A Chinese line: what was done. */
  readonly summary: string;
  readonly reason?: string;
}

/** The hash before the first change. */
export const chainStart = '0'.repeat(64);

type ChainLink = Omit<ChangesTable, 'seq' | 'hash'> & { readonly seq: number };

/** The hash of a link: everything that it says, and the hash before it. */
export function linkHash(link: ChainLink): string {
  const said = [
    link.seq,
    link.id,
    link.at,
    link.actor,
    link.actor_name,
    link.origin,
    link.summary,
    link.reason,
    link.undoes,
    link.subjects,
    link.items_hash,
    link.previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

const hashedAtOnce = 2000;

/** What a change says of its items. */
export interface ItemsDigest {
  readonly hash: string;
  readonly count: number;
}

/** The hash over the items of a change in the order of their subjects, and how many there are. */
export async function hashItems(tx: Kysely<DatabaseSchema>, changeId: string): Promise<ItemsDigest> {
  const hash = createHash('sha256');
  let count = 0;
  let after = '';
  for (;;) {
    const items = await tx
      .selectFrom('change_items')
      .select(['subject', 'payload_hash'])
      .where('change_id', '=', changeId)
      .where('subject', '>', after)
      .orderBy('subject')
      .limit(hashedAtOnce)
      .execute();
    for (const item of items) hash.update(item.subject).update(item.payload_hash);
    count += items.length;
    const last = items.at(-1);
    if (items.length < hashedAtOnce || !last) return { hash: hash.digest('hex'), count };
    after = last.subject;
  }
}

/**
 * Appends the change whose items are written to the journal's chain. The transaction holds the store's only write lock,
 * so no two changes can follow the same head.
 */
export async function sealChange(
  tx: RecordsTransaction,
  id: string,
  author: ChangeAuthor,
  undoes: string | null,
  items: ItemsDigest,
): Promise<number> {
  const head = await tx
    .selectFrom('changes')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (items.count === 0) throw new CadreError('nothing-changed', 409, '没有任何变化，无需保存。');
  const link: ChainLink = {
    seq: (head?.seq ?? 0) + 1,
    id,
    at: new Date().toISOString(),
    actor: author.actor.id,
    actor_name: author.actor.name,
    origin: author.origin,
    summary: author.summary,
    reason: author.reason ?? '',
    undoes,
    subjects: items.count,
    items_hash: items.hash,
    previous_hash: head?.hash ?? chainStart,
  };
  await tx
    .insertInto('changes')
    .values({ ...link, hash: linkHash(link) })
    .execute();
  return link.seq;
}
