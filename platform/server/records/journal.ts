import type { Kysely } from 'kysely';
import { errors } from '#platform/model';
import type { DatabaseSchema } from '../database/schema.ts';
import { openPayload, type ItemPayload } from './payload.ts';

/** A change as the journal tells it, without its content. */
export interface ChangeHead {
  readonly id: string;
  readonly seq: number;
  readonly at: string;
  readonly actorName: string;
  readonly origin: string;
  readonly summary: string;
  readonly reason: string;
  readonly undoes: string | null;
  /** The change by which this one was undone. */
  readonly undoneBy: string | null;
  readonly subjects: number;
}

/** A change together with what it did to one subject; null when that content was lawfully erased. */
export interface SubjectChange extends ChangeHead {
  readonly payload: ItemPayload | null;
}

function heads(db: Kysely<DatabaseSchema>) {
  return db
    .selectFrom('changes')
    .leftJoin('changes as undoing', 'undoing.undoes', 'changes.id')
    .select([
      'changes.id',
      'changes.seq',
      'changes.at',
      'changes.actor_name as actorName',
      'changes.origin',
      'changes.summary',
      'changes.reason',
      'changes.undoes',
      'undoing.id as undoneBy',
      'changes.subjects',
    ]);
}

/** The changes of one subject, the newest first. */
export async function readHistory(
  db: Kysely<DatabaseSchema>,
  subject: string,
  limit: number,
): Promise<SubjectChange[]> {
  const rows = await heads(db)
    .innerJoin('change_items', 'change_items.change_id', 'changes.id')
    .select('change_items.payload')
    .where('change_items.subject', '=', subject)
    .orderBy('changes.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ payload, ...head }) => ({ ...head, payload: payload ? parsePayload(payload) : null }));
}

/** The newest changes of all subjects. */
export async function readChanges(db: Kysely<DatabaseSchema>, limit: number): Promise<ChangeHead[]> {
  return heads(db).orderBy('changes.seq', 'desc').limit(limit).execute();
}

/** One change by its id; refuses with `not-found`. */
export async function readChange(db: Kysely<DatabaseSchema>, id: string): Promise<ChangeHead> {
  const head = await heads(db).where('changes.id', '=', id).executeTakeFirst();
  if (!head) throw errors.notFound('这条变更记录');
  return head;
}

/** How far the journal has come; caches compare it to know whether they are current. */
export async function journalPosition(db: Kysely<DatabaseSchema>): Promise<number> {
  const head = await db
    .selectFrom('changes')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head?.seq ?? 0;
}

export function parsePayload(payload: Uint8Array): ItemPayload {
  return JSON.parse(openPayload(payload)) as ItemPayload;
}
