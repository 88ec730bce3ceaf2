import { sql, type ExpressionBuilder, type Expression, type SqlBool } from 'kysely';
import type { Question } from '#engine';
import { storedQuestionSchema, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { currentPeople } from '#modules/cadres/server';
import { referencesOf } from './saved-references.ts';
import { withQueries, type QueryTablesOfStore, type SavedQueriesTable } from './tables.ts';

/** What an actor may open: what is his own and what is shared. */
export function isVisibleTo(actor: Pick<Actor, 'id'>) {
  return (eb: ExpressionBuilder<QueryTablesOfStore, 'saved_queries'>): Expression<SqlBool> =>
    eb.or([eb('saved_queries.owner', '=', actor.id), eb('saved_queries.shared', '=', 1)]);
}

/** However many ids there are: SQLite bounds the number of variables, not their length. */
export function isAmong(ids: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`saved_queries.id in (select value from json_each(${JSON.stringify(ids)}))`;
}

/**
 * The saved questions and lists that a question refers to, directly or through others, as far as the actor may use
 * them; for `Asking.saved`, which cannot wait.
 */
export async function loadSaved(
  store: Store,
  actor: Pick<Actor, 'id'>,
  question: Question,
): Promise<(id: string) => Question | undefined> {
  const loaded = new Map<string, Question>();
  const asked = new Set<string>();
  for (let wanted = referencesOf(question); wanted.length > 0;) {
    for (const id of wanted) asked.add(id);
    const rows = await withQueries(store.db)
      .selectFrom('saved_queries')
      .select(['id', 'question', 'people'])
      .where(isAmong(wanted))
      .where(isVisibleTo(actor))
      .execute();
    for (const row of rows) loaded.set(row.id, await presentPeople(store, questionOfRow(row)));
    const next = rows.flatMap(({ id }) => referencesOf(loaded.get(id) ?? {}));
    wanted = [...new Set(next)].filter((id) => !asked.has(id));
  }
  return (id) => loaded.get(id);
}

/** A list as the question for its people of today: a record that was merged stands as what it was merged into. */
async function presentPeople(store: Store, question: Question): Promise<Question> {
  if (question.where?.op !== 'people') return question;
  return { ...question, where: { op: 'people', ids: await currentPeople(store, question.where.ids) } };
}

/** The names by id of all that the actor may refer to. */
export async function readSavedNames(
  store: Store,
  actor: Pick<Actor, 'id'>,
): Promise<ReadonlyMap<string, string>> {
  const rows = await withQueries(store.db)
    .selectFrom('saved_queries')
    .select(['id', 'name'])
    .where(isVisibleTo(actor))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A saved question, or a list as the question for its people. */
export function questionOfRow({
  question,
  people,
}: Pick<SavedQueriesTable, 'question' | 'people'>): Question {
  if (question !== null) return parseStored(question);
  return { where: { op: 'people', ids: JSON.parse(people ?? '[]') as string[] } };
}

/** A question as it is kept; throws when its version is not known to this program. */
export function parseStored(text: string): Question {
  return storedQuestionSchema.parse(JSON.parse(text)).question;
}

/** How a question is kept. */
export function storedText(question: Question): string {
  return JSON.stringify({ version: 1, question });
}
