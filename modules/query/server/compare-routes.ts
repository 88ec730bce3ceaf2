import { defineRoute, type Route, type Store } from '#platform/server';
import { comparePeople, readCareers } from '#modules/query';
import { comparePeopleFor } from './compare-people.ts';
import { readCareersFor } from './read-careers.ts';
import type { QueryTables } from './query-tables.ts';

/** The routes behind the comparison of people, and behind careers in lists. */
export function compareRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(comparePeople, ({ actor, body }) => comparePeopleFor(store, tables, actor, body)),
    defineRoute(readCareers, ({ actor, body }) => readCareersFor(store, tables, actor, body)),
  ];
}
