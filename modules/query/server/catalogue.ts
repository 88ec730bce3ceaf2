import {
  can,
  catalogueListsOf,
  createFieldCatalogue,
  type Actor,
  type FieldCatalogue,
} from '#platform/model';
import type { Store } from '#platform/server';
import { setWords } from '#modules/query';
import { readUnitTree } from '#modules/organization/server';
import type { QueryTables } from './query-tables.ts';
import { readSavedNames } from './saved-lookup.ts';

/** The fields, sets and code lists that an actor may ask for, as they travel. */
export function catalogueLists(store: Store, tables: QueryTables, actor: Actor) {
  return catalogueListsOf({
    schema: tables.schema,
    facts: tables.facts,
    words: setWords,
    nameOf: (codes) => store.tables.get(codes)?.name ?? codes,
    hideSensitive: !can(actor, 'cadre:sensitive'),
  });
}

/** What sentences of an actor's questions are written with. */
export async function catalogueFor(store: Store, tables: QueryTables, actor: Actor): Promise<FieldCatalogue> {
  const [units, names] = [await readUnitTree(store), await readSavedNames(store, actor)];
  return createFieldCatalogue({
    ...catalogueLists(store, tables, actor),
    unitName: (id) => units.find(id)?.name,
    savedName: (id) => names.get(id),
  });
}
