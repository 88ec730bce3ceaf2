import { sql } from 'kysely';
import type { Actor, OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import type { listUnknownUnits } from '#modules/exchange';
import { unitsInScope } from '#modules/cadres/server';
import { presentedMatch, readUnitTree, unitMatcher } from '#modules/organization/server';

const shown = 200;

/** The names of units that nobody knows in the forms of new people, with the units that they may mean. */
export async function unknownUnits(
  store: Store,
  actor: Actor,
  importId: string,
): Promise<OperationOutput<typeof listUnknownUnits>['units']> {
  const { rows } = await sql<{ words: string; people: number }>`
    select json_extract(details, '$.unitWords') as words, count(*) as people from import_items
    where import_id = ${importId} and state in ('created', 'ambiguous')
      and coalesce(json_extract(details, '$.unitWords'), '') <> ''
    group by words order by people desc, words limit ${shown}`.execute(store.db);
  if (rows.length === 0) return [];
  const [match, tree] = [await unitMatcher(store), await readUnitTree(store)];
  const reach = await unitsInScope(store, actor.scope);
  const units = reach && new Set(reach);
  return rows.map(({ words: name, people }) => ({
    name,
    people,
    ...presentedMatch(match({ name }), tree, (id) => units?.has(id) ?? true),
  }));
}
