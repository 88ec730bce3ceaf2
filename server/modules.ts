import type { Route, Store, TaskRunner } from '#platform/server';
import { cadreRoutes } from '#modules/cadres/server';
import { createExchange } from '#modules/exchange/server';
import { identityRoutes } from '#modules/identity/server';
import { organizationRoutes } from '#modules/organization/server';
import { isSampleData } from './sample-district.ts';

/** All modules of a running server: their routes, and what they do before the first request. */
export function createModules(
  store: Store,
  runTask: TaskRunner,
  dataFolder: string,
): { routes: Route[]; recover(): Promise<void> } {
  const exchange = createExchange(store, runTask, dataFolder);
  return {
    routes: [
      ...identityRoutes(store.db, { isSampleData: () => isSampleData(store) }),
      ...organizationRoutes(store),
      ...cadreRoutes(store, runTask),
      ...exchange.routes,
    ],
    recover: () => exchange.recover(),
  };
}
