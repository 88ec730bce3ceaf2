import { z } from 'zod';
import {
  CadreError,
  errors,
  newId,
  sentenceOf,
  type Actor,
  type FieldCatalogue,
  type OperationOutput,
} from '#platform/model';
import type { Store } from '#platform/server';
import {
  columnProblems,
  rosterSchema,
  type listRosters,
  type readRoster,
  type Roster,
} from '#modules/rosters';
import { catalogueFor, mayRead, questioner, type QueryTables } from '#modules/query/server';
import { withRosters, type RostersTable } from './tables.ts';

type Entry = OperationOutput<typeof listRosters>['rosters'][number];

const storedRoster = z.object({ version: z.literal(1), roster: rosterSchema });

/** All books in the order of the office. */
export async function rosterEntries(store: Store, tables: QueryTables, actor: Actor): Promise<Entry[]> {
  const catalogue = await catalogueFor(store, tables, actor);
  const rows = await withRosters(store.db)
    .selectFrom('rosters')
    .selectAll()
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => entryOf(row, rosterOf(row), catalogue));
}

export async function rosterFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  id: string,
): Promise<OperationOutput<typeof readRoster>> {
  const row = await requireRow(store, id);
  const roster = rosterOf(row);
  const catalogue = await catalogueFor(store, tables, actor);
  if (!mayRead(roster.question, catalogue)) throw errors.forbidden('cadre:sensitive');
  const entry = entryOf(row, roster, catalogue);
  return { ...entry, roster: roster as OperationOutput<typeof readRoster>['roster'] };
}

/** A book as it is kept. */
export async function readBook(store: Store, id: string): Promise<Roster> {
  return rosterOf(await requireRow(store, id));
}

export async function createBook(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  roster: Roster,
): Promise<{ id: string; version: number }> {
  await requireUsable(store, tables, actor, roster);
  const id = newId();
  await withRosters(store.db)
    .insertInto('rosters')
    .values((eb) => ({
      ...columnsOf(actor, roster),
      id,
      version: 1,
      place: eb
        .selectFrom('rosters as others')
        .select((each) =>
          each(each.fn.coalesce(each.fn.max('others.place'), each.lit(0)), '+', each.lit(1)).as('next'),
        ),
    }))
    .execute();
  return { id, version: 1 };
}

/** Writes an edit if nobody has edited the book since `version`; answers the new version. */
export async function updateBook(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  id: string,
  version: number,
  roster: Roster,
): Promise<number> {
  const before = await requireRow(store, id);
  await requireUsable(store, tables, actor, roster);
  const { numUpdatedRows } = await withRosters(store.db)
    .updateTable('rosters')
    .set({ ...columnsOf(actor, roster), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw rosterChanged(before.name);
  return version + 1;
}

export async function removeBook(store: Store, id: string, version: number): Promise<void> {
  const before = await requireRow(store, id);
  const { numDeletedRows } = await withRosters(store.db)
    .deleteFrom('rosters')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw rosterChanged(before.name);
}

/** Puts these books first, in this order; the others stay behind them as they were. */
export async function orderBooks(store: Store, ids: readonly string[]): Promise<void> {
  await withRosters(store.db)
    .transaction()
    .execute(async (tx) => {
      const rows = await tx.selectFrom('rosters').select('id').orderBy('place').orderBy('id').execute();
      const rest = rows.map(({ id }) => id).filter((id) => !ids.includes(id));
      for (const [place, id] of [...ids, ...rest].entries())
        await tx
          .updateTable('rosters')
          .set({ place: place + 1 })
          .where('id', '=', id)
          .execute();
    });
}

/** The columns of the table that an edit writes. */
export function columnsOf(actor: Pick<Actor, 'id' | 'name'>, roster: Roster) {
  return {
    name: roster.name,
    content: JSON.stringify({ version: 1, roster }),
    updated_at: new Date().toISOString(),
    updated_by: actor.id,
    updated_by_name: actor.name,
  };
}

/** Refuses a book whose question cannot be asked or whose columns cannot be filled. */
async function requireUsable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { question, columns, sort }: Roster,
): Promise<void> {
  const catalogue = await catalogueFor(store, tables, actor);
  const problems = columnProblems(columns, catalogue);
  if (problems.length > 0) throw errors.invalid(problems.join(''), { problems });
  const asker = await questioner(store, tables, actor, { question });
  asker.ask(question, (found) => found.rows(sort ?? [], 0, 0));
}

async function requireRow(store: Store, id: string): Promise<RostersTable> {
  const row = await withRosters(store.db)
    .selectFrom('rosters')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw errors.notFound('这本名册');
  return row;
}

/** Throws when the version of the content is not known to this program. */
function rosterOf({ content }: RostersTable): Roster {
  return storedRoster.parse(JSON.parse(content)).roster;
}

/** What stands for the words of a question with values beside fields that the reader may not see. */
const hiddenQuestion = '其中有您无权查看的信息项，不能使用';

function entryOf(row: RostersTable, { question, columns }: Roster, catalogue: FieldCatalogue): Entry {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    updatedAt: row.updated_at,
    updatedByName: row.updated_by_name,
    columns: columns.length,
    sentence: mayRead(question, catalogue) ? sentenceOf(question, catalogue) : hiddenQuestion,
  };
}

function rosterChanged(name: string): CadreError {
  return new CadreError('roster-changed', 409, `“${name}”已在别处修改或删除，请重新打开，在新的内容上修改。`);
}
