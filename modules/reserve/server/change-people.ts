import { errors, type Actor, type RecordRow, type SubjectSets } from '#platform/model';
import {
  BulkChange,
  discardDraft,
  readMany,
  rowsOf,
  type RecordsTransaction,
  type Store,
  type SubjectEdit,
} from '#platform/server';
import { questioner, runQueryIdsFor, type QueryTables } from '#modules/query/server';
import type { Question } from '#engine';

/** Whom a request names. */
export type PeopleChosen =
  | { readonly ids: readonly string[] }
  | { readonly question: Question; readonly asOf?: string | undefined };

const piece = 200;

/** The ids of the people named, in statutory order; refuses people out of the actor's reach. */
export async function chosenIds(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  people: PeopleChosen,
): Promise<readonly string[]> {
  if ('question' in people) return (await runQueryIdsFor(store, tables, actor, people)).ids;
  const ids = [...new Set(people.ids)];
  const question: Question = { population: 'all', where: { op: 'people', ids } };
  const asker = await questioner(store, tables, actor, { question });
  const found = asker.ask(question, (each) => each.ids([], 0, each.count));
  if (found.length < ids.length) throw errors.notFound(`所选的 ${ids.length - found.length} 人`);
  return found;
}

/** The new rows of some sets of a person; null where nothing changes. */
export type PlanPerson = (
  id: string,
  sets: SubjectSets,
  versions: Readonly<Record<string, number>>,
) => Readonly<Record<string, readonly RecordRow[]>> | null;

/**
 * Changes sets of many people as one change with one undo, however many they are. Answers null when nothing changes.
 * `also` writes into the transaction that makes the change visible.
 */
export async function changePeople(
  store: Store,
  actor: Actor,
  work: {
    readonly ids: readonly string[];
    readonly sets: readonly string[];
    readonly plan: PlanPerson;
    readonly summary: (people: number) => string;
    readonly also?: (tx: RecordsTransaction) => Promise<void>;
  },
): Promise<{ readonly change: string; readonly people: number } | null> {
  const bulk = await BulkChange.begin(store);
  let people = 0;
  try {
    for (let start = 0; start < work.ids.length; start += piece) {
      const ids = work.ids.slice(start, start + piece);
      const edits = await editsOf(store, ids, work.sets, work.plan);
      people += edits.length;
      if (edits.length > 0) await bulk.add(edits);
    }
    if (people === 0) {
      await discardDraft(store, bulk.id);
      return null;
    }
    const author = { actor, origin: 'web', summary: work.summary(people) } as const;
    const { id } = await bulk.publish(author, null, work.also);
    return { change: id, people };
  } catch (error) {
    await discardDraft(store, bulk.id);
    throw error;
  }
}

async function editsOf(
  store: Store,
  ids: readonly string[],
  sets: readonly string[],
  plan: PlanPerson,
): Promise<SubjectEdit[]> {
  const stored = await readMany(store.db, ids, sets);
  return ids.flatMap((id) => {
    const own = stored.get(id) ?? {};
    const versions = Object.fromEntries(Object.entries(own).map(([code, { version }]) => [code, version]));
    const rows = plan(id, rowsOf(own), versions);
    if (rows === null) return [];
    const edits = Object.entries(rows).map(
      ([code, list]) => [code, { expectedVersion: versions[code] ?? 0, rows: list }] as const,
    );
    return [{ subject: id, kind: 'person', event: 'update', sets: Object.fromEntries(edits) }];
  });
}
