import { can } from '#platform/model';
import { defineRoute, type Route, type Store } from '#platform/server';
import { searchEverything } from '#modules/query';
import { questioner } from './asking.ts';
import type { QueryTables } from './query-tables.ts';
import { searchPeople } from './search-people.ts';
import { searchPosts } from './search-posts.ts';
import { searchResumes } from './search-resumes.ts';
import { searchUnits } from './search-units.ts';

/** The route of the search box. */
export function searchRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(searchEverything, async ({ actor, body: { text, limit } }) => {
      const asker = await questioner(store, tables, actor, { question: {} });
      const units = can(actor, 'unit:read') ? searchUnits(asker.units, actor.scope, text, limit) : [];
      return {
        people: searchPeople(asker, {
          text,
          limit,
          byIdNumber: can(actor, 'cadre:sensitive'),
          units: units.map(({ id }) => id),
        }),
        units,
        posts: searchPosts(asker, text, limit),
        resumes: searchResumes(asker, text, limit),
      };
    }),
  ];
}
