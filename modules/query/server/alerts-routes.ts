import { defineRoute, type Route, type Store } from '#platform/server';
import { countAlerts, readAlerts, resetAlerts, saveAlerts } from '#modules/query';
import { countAlertsFor, requireAskable } from './alerts-count.ts';
import { dropAlerts, keepAlerts, readStoredAlerts } from './alerts-stored.ts';
import type { QueryTables } from './query-tables.ts';

/** The routes behind the home page. */
export function alertRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(countAlerts, ({ actor, body }) => countAlertsFor(store, tables, actor, body)),
    defineRoute(readAlerts, async () => {
      const { alerts, version, edited } = await readStoredAlerts(store);
      return { alerts: [...alerts], version, edited };
    }),
    defineRoute(saveAlerts, async ({ actor, body }) => {
      await requireAskable(store, tables, actor, body.alerts);
      return { version: await keepAlerts(store, actor, body.alerts, body.version) };
    }),
    defineRoute(resetAlerts, async () => {
      await dropAlerts(store);
      return {};
    }),
  ];
}
