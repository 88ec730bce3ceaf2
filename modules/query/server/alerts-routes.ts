import { defineRoute, dropSetting, keepSetting, readSetting, type Route, type Store } from '#platform/server';
import { countAlerts, readAlerts, resetAlerts, saveAlerts } from '#modules/query';
import { countAlertsFor, requireAskable } from './alerts-count.ts';
import { homeAlerts } from './alerts-stored.ts';
import type { QueryTables } from './query-tables.ts';

/** The routes behind the home page. */
export function alertRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(countAlerts, ({ actor, body }) => countAlertsFor(store, tables, actor, body)),
    defineRoute(readAlerts, async () => {
      const { content, version, edited } = await readSetting(store.db, homeAlerts);
      return { alerts: [...content], version, edited };
    }),
    defineRoute(saveAlerts, async ({ actor, body }) => {
      await requireAskable(store, tables, actor, body.alerts);
      return { version: await keepSetting(store.db, homeAlerts, actor, body.alerts, body.version) };
    }),
    defineRoute(resetAlerts, async ({ actor }) => {
      await dropSetting(store.db, homeAlerts.id, actor);
      return {};
    }),
  ];
}
