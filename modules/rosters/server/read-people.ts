import type { Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { RosterPerson } from '#modules/rosters';
import { runQueryFor, type QueryTables } from '#modules/query/server';

/** People asked for at once: some ten milliseconds, so that others are answered in between. */
const piece = 500;

/**
 * Reads fields of people as of a date, in the order given, within the reach of the actor; somebody who was removed in
 * the meantime is left out.
 */
export async function* readPeople(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  ids: readonly string[],
  fields: readonly string[],
  asOf: string,
): AsyncGenerator<RosterPerson> {
  const columns = [...new Set(fields)];
  const places = new Map(columns.map((field, place) => [field, place]));
  for (let from = 0; from < ids.length; from += piece) {
    const some = ids.slice(from, from + piece);
    const question = { where: { op: 'people', ids: some }, population: 'all' } as const;
    const page = { question, asOf, columns, sort: [], from: 0, size: some.length, counts: false };
    const { rows } = await runQueryFor(store, tables, actor, page);
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const id of some) {
      const row = found.get(id);
      if (!row) continue;
      const placeOf = (field: string): number => places.get(field) ?? -1;
      yield {
        id,
        value: (field) => row.values[placeOf(field)] ?? null,
        text: (field) => row.texts[placeOf(field)] ?? '',
      };
    }
  }
}
