import { defineRoute, type Route, type Store } from '#platform/server';
import {
  createSavedQuery,
  forgetQueries,
  listRecentQueries,
  listSavedQueries,
  readSavedQuery,
  rememberQuery,
  removeSavedQuery,
  takeOverSavedQuery,
  updateSavedQuery,
} from '#modules/query';
import { catalogueFor } from './catalogue.ts';
import type { QueryTables } from './query-tables.ts';
import { forgetRecent, recentQueries, rememberRecent } from './recent-queries.ts';
import { createSaved, removeSaved, updateSaved } from './saved-edits.ts';
import { savedEntries, savedFor } from './saved-queries.ts';
import { takeOverSaved } from './saved-takeover.ts';

/** The routes about saved questions and lists, and about the questions asked recently. */
export function savedRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(listSavedQueries, async ({ actor }) => ({
      items: await savedEntries(store, tables, actor),
    })),
    defineRoute(readSavedQuery, ({ actor, params }) => savedFor(store, tables, actor, params.id)),
    defineRoute(createSavedQuery, ({ actor, body }) => createSaved(store, tables, actor, body)),
    defineRoute(updateSavedQuery, async ({ actor, params, body }) => ({
      version: await updateSaved(store, tables, actor, params.id, body.version, body.saved),
    })),
    defineRoute(removeSavedQuery, async ({ actor, params }) => {
      await removeSaved(store, actor, params.id);
      return {};
    }),
    defineRoute(takeOverSavedQuery, async ({ actor, params, body }) => ({
      version: await takeOverSaved(store, tables, actor, params.id, body.version),
    })),
    defineRoute(listRecentQueries, async ({ actor }) => ({
      recents: await recentQueries(store, actor, await catalogueFor(store, tables, actor)),
    })),
    defineRoute(rememberQuery, async ({ actor, body }) => {
      await rememberRecent(store, actor, body.question, body.asOf);
      return {};
    }),
    defineRoute(forgetQueries, async ({ actor }) => {
      await forgetRecent(store, actor);
      return {};
    }),
  ];
}
