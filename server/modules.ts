import { type Route, type Store } from '#platform/server';
import { identityRoutes } from '#modules/identity/server';
import { organizationRoutes } from '#modules/organization/server';
import { isSampleData } from './sample-district.ts';

/** The routes of all modules. */
export function allRoutes(store: Store): Route[] {
  return [
    ...identityRoutes(store.db, { isSampleData: () => isSampleData(store) }),
    ...organizationRoutes(store),
  ];
}
