import { defineRoute, type Route, type Store } from '#platform/server';
import { comparePeople } from '#modules/query';
import { comparePeopleFor } from './compare-people.ts';
import type { QueryTables } from './query-tables.ts';

/** The route behind the comparison of people. */
export function compareRoutes(store: Store, tables: QueryTables): Route[] {
  return [defineRoute(comparePeople, ({ actor, body }) => comparePeopleFor(store, tables, actor, body))];
}
