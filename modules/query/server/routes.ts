import { defineRoute, type Route, type Store } from '#platform/server';
import {
  readQueryFields,
  runFacets,
  runQuery,
  runQueryIds,
  runStatistics,
  suggestValues,
} from '#modules/query';
import { alertRoutes } from './alerts-routes.ts';
import { bandRoutes } from './band-sets-routes.ts';
import { readBandSets } from './band-sets.ts';
import { catalogueLists } from './catalogue.ts';
import { compareRoutes } from './compare-routes.ts';
import type { QueryTables } from './query-tables.ts';
import { runFacetsFor } from './run-facets.ts';
import { runQueryFor, runQueryIdsFor } from './run-query.ts';
import { runStatisticsFor } from './run-statistics.ts';
import { savedRoutes } from './saved-routes.ts';
import { searchRoutes } from './search-routes.ts';
import { suggestValuesFor } from './suggest-values.ts';

/** The routes of questions, what is saved of them, and the search box. */
export function queryRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(readQueryFields, async ({ actor }) => ({
      ...catalogueLists(store, tables, actor),
      bandSets: [...(await readBandSets(store))],
    })),
    defineRoute(runQuery, ({ actor, body }) => runQueryFor(store, tables, actor, body)),
    defineRoute(runQueryIds, ({ actor, body }) => runQueryIdsFor(store, tables, actor, body)),
    defineRoute(runFacets, ({ actor, body }) => runFacetsFor(store, tables, actor, body)),
    defineRoute(runStatistics, ({ actor, body }) => runStatisticsFor(store, tables, actor, body)),
    defineRoute(suggestValues, ({ actor, body }) => suggestValuesFor(store, tables, actor, body)),
    ...savedRoutes(store, tables),
    ...searchRoutes(store, tables),
    ...bandRoutes(store, tables),
    ...alertRoutes(store, tables),
    ...compareRoutes(store, tables),
  ];
}
