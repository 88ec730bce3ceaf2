import { createHash } from 'node:crypto';
import type { Question } from '#engine';
import { sentenceOf, type Actor, type FieldCatalogue, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import type { listRecentQueries } from '#modules/query';
import { parseStored, storedText } from './saved-lookup.ts';
import { withQueries } from './tables.ts';

/** So many questions of a user are remembered. */
const kept = 30;

type Recent = OperationOutput<typeof listRecentQueries>['recents'][number];

/** The actor's recent questions, the latest first. */
export async function recentQueries(
  store: Store,
  actor: Actor,
  catalogue: FieldCatalogue,
): Promise<Recent[]> {
  const rows = await withQueries(store.db)
    .selectFrom('recent_queries')
    .select(['at', 'question', 'as_of'])
    .where('user_id', '=', actor.id)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(({ at, question: text, as_of: asOf }) => {
    const question = parseStored(text);
    return {
      at,
      question: question as Recent['question'],
      ...(asOf === null ? {} : { asOf }),
      sentence: sentenceOf(question, catalogue),
    };
  });
}

/** Puts the question in front; one that was asked before is not kept twice, and the oldest are forgotten. */
export async function rememberRecent(
  store: Store,
  actor: Actor,
  question: Question,
  asOf: string | undefined,
): Promise<void> {
  const text = storedText(question);
  const digest = createHash('sha256')
    .update(`${asOf ?? ''} ${text}`)
    .digest('hex');
  await withQueries(store.db)
    .transaction()
    .execute(async (tx) => {
      const own = tx.deleteFrom('recent_queries').where('user_id', '=', actor.id);
      await own.where('digest', '=', digest).execute();
      await tx
        .insertInto('recent_queries')
        .values({
          user_id: actor.id,
          digest,
          at: new Date().toISOString(),
          question: text,
          as_of: asOf ?? null,
        })
        .execute();
      const latest = tx
        .selectFrom('recent_queries')
        .select('seq')
        .where('user_id', '=', actor.id)
        .orderBy('seq', 'desc')
        .limit(kept);
      await own.where('seq', 'not in', latest).execute();
    });
}

export async function forgetRecent(store: Store, actor: Actor): Promise<void> {
  await withQueries(store.db).deleteFrom('recent_queries').where('user_id', '=', actor.id).execute();
}
