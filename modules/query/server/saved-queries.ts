import { z } from 'zod';
import { errors, sentenceOf, type Actor, type FieldCatalogue, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { currentPeople } from '#modules/cadres/server';
import { careerColumn, type listSavedQueries, type readSavedQuery } from '#modules/query';
import { questioner } from './asking.ts';
import { catalogueFor } from './catalogue.ts';
import type { QueryTables } from './query-tables.ts';
import { mayRead } from './saved-fields.ts';
import { isVisibleTo, parseStored } from './saved-lookup.ts';
import { ownersGone, readTakeovers } from './saved-takeover.ts';
import { withQueries, type SavedQueriesTable } from './tables.ts';

type Opened = OperationOutput<typeof readSavedQuery>;
type Entry = OperationOutput<typeof listSavedQueries>['items'][number];

const storedView = z.object({
  columns: z.array(z.string()).optional(),
  sort: z.array(z.object({ field: z.string(), descending: z.boolean().optional() })).optional(),
  asOf: z.string().optional(),
});

const entryColumns = [
  'id',
  'kind',
  'owner',
  'owner_name',
  'name',
  'shared',
  'version',
  'updated_at',
  'question',
  'people',
] as const;

/** The actor's own saved questions and lists and the shared ones, the latest edited first; of lists, who is within reach. */
export async function savedEntries(store: Store, tables: QueryTables, actor: Actor): Promise<Entry[]> {
  const rows = await withQueries(store.db)
    .selectFrom('saved_queries')
    .select(entryColumns)
    .where(isVisibleTo(actor))
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const about = await entryMaterial(store, tables, actor);
  const lists = await reachableOf(
    store,
    tables,
    actor,
    rows.map(({ people }) => listed(people)),
  );
  return rows.map((row, index) => entryOf(row, lists[index] ?? [], about));
}

function listed(people: string | null): string[] {
  return people === null ? [] : (JSON.parse(people) as string[]);
}

/** One of them with its content: of a list the people who are there and within the actor's reach, in its order. */
export async function savedFor(store: Store, tables: QueryTables, actor: Actor, id: string): Promise<Opened> {
  const about = await entryMaterial(store, tables, actor);
  const { catalogue } = about;
  const row = await withQueries(store.db)
    .selectFrom('saved_queries')
    .selectAll()
    .where('id', '=', id)
    .where(isVisibleTo(actor))
    .executeTakeFirst();
  if (!row) throw errors.notFound('这个查询方案或名单');
  const question = row.question === null ? undefined : parseStored(row.question);
  // Its owner may put right what names a field that is there no more.
  if (question && row.owner !== actor.id && !mayRead(question, catalogue))
    throw errors.forbidden('cadre:sensitive');
  const { columns, sort, asOf } = storedView.parse(JSON.parse(row.view));
  // Fields that the reader may not see are not there for him.
  const isThere = (name: string): boolean => name === careerColumn || catalogue.field(name) !== undefined;
  const people = await reachable(store, tables, actor, listed(row.people));
  return {
    ...entryOf(row, people, about),
    columns: columns?.filter(isThere),
    sort: sort?.filter(({ field }) => isThere(field)),
    asOf,
    question: question as Opened['question'],
    ids: row.people === null ? undefined : people,
  };
}

/**
 * Those of the people who are there and within the actor's reach, in the order given, each once; a record that was merged
 * stands as what it was merged into.
 */
export async function reachable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  people: readonly string[],
): Promise<string[]> {
  const [found = []] = await reachableOf(store, tables, actor, [people]);
  return found;
}

/** The same of several lists, asked for at once. */
async function reachableOf(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  lists: readonly (readonly string[])[],
): Promise<string[][]> {
  const current: string[][] = [];
  for (const people of lists) current.push(people.length === 0 ? [] : await currentPeople(store, people));
  const ids = [...new Set(current.flat())];
  if (ids.length === 0) return current;
  const question = { where: { op: 'people', ids }, population: 'all' } as const;
  const asker = await questioner(store, tables, actor, { question });
  const found = asker.ask(question, (people) => new Set(people.ids([], 0, people.count)));
  return current.map((people) => people.filter((id) => found.has(id)));
}

type EntryMaterial = Awaited<ReturnType<typeof entryMaterial>>;

/** What is needed to say of a saved question or list what it is to an actor. */
async function entryMaterial(store: Store, tables: QueryTables, actor: Actor) {
  return {
    actor,
    catalogue: await catalogueFor(store, tables, actor),
    gone: await ownersGone(store, actor),
    takeovers: await readTakeovers(store),
  };
}

function entryOf(
  row: Pick<SavedQueriesTable, (typeof entryColumns)[number]>,
  people: readonly string[],
  { actor, catalogue, gone, takeovers }: EntryMaterial,
): Entry {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    shared: row.shared === 1,
    mine: row.owner === actor.id,
    ownerName: row.owner_name,
    version: row.version,
    updatedAt: row.updated_at,
    sentence: sentenceFor(row, people, actor, catalogue),
    mayTakeOver: row.owner !== actor.id && gone.has(row.owner),
    takenOver: takeovers.get(row.id),
  };
}

function sentenceFor(
  { question, owner }: Pick<SavedQueriesTable, 'question' | 'owner'>,
  people: readonly string[],
  actor: Actor,
  catalogue: FieldCatalogue,
): string {
  if (question === null) return `${people.length} 人的名单`;
  const stored = parseStored(question);
  if (owner !== actor.id && !mayRead(stored, catalogue)) return '其中有您无权查看的信息项，不能使用';
  return sentenceOf(stored, catalogue);
}
