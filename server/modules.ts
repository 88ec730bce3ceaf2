import type { Route, Store, TaskRunner } from '#platform/server';
import { cadreRoutes } from '#modules/cadres/server';
import { CheckBoard, checksRoutes } from '#modules/checks/server';
import { duplicatesRoutes } from '#modules/duplicates/server';
import { createExchange } from '#modules/exchange/server';
import { identityRoutes } from '#modules/identity/server';
import { organizationRoutes } from '#modules/organization/server';
import { createQueryTables, queryRoutes, unitsInUse } from '#modules/query/server';
import { QuotaOffice, quotaRoutes } from '#modules/quotas/server';
import { reserveRoutes } from '#modules/reserve/server';
import { reorganizationRoutes } from '#modules/reorganization/server';
import { createRosters } from '#modules/rosters/server';
import { createSheets } from '#modules/sheets/server';
import { statisticsRoutes } from '#modules/statistics/server';
import { isSampleData } from './sample-district.ts';

/** Milliseconds from the start of a server until it checks everybody unasked. */
const checksAfter = 3 * 60_000;

/** The modules at work in a server. */
export interface RunningModules {
  readonly routes: readonly Route[];
  /** Puts right what an earlier run left unfinished; to be called once before the first request. */
  readonly recover: () => Promise<void>;
  /** Removes what nobody came back for; to be called now and then. */
  readonly sweep: () => Promise<void>;
  /** Makes what answers wait for otherwise; to be called at the start and while there is little to do. */
  readonly maintain: () => Promise<void>;
}

export function createModules(
  store: Store,
  runTask: TaskRunner,
  dataFolder: string,
  report: (error: unknown) => void,
): RunningModules {
  const tables = createQueryTables(store, dataFolder);
  const exchange = createExchange(store, runTask, dataFolder, report);
  const checks = new CheckBoard(store, runTask);
  const quotas = new QuotaOffice(store, tables);
  const rosters = createRosters({ store, tables, runTask, dataFolder, report });
  const sheets = createSheets({ store, runTask, dataFolder, report });
  const startedAt = performance.now();
  return {
    routes: [
      ...identityRoutes(store.db, { isSampleData: () => isSampleData(store) }),
      ...organizationRoutes(store, unitsInUse(store, tables)),
      ...cadreRoutes(store, runTask),
      ...exchange.routes,
      ...queryRoutes(store, tables),
      ...statisticsRoutes(store, tables),
      ...rosters.routes,
      ...sheets.routes,
      ...quotaRoutes(store, quotas),
      ...reorganizationRoutes(store, tables, runTask),
      ...reserveRoutes(store, tables),
      ...duplicatesRoutes(store, tables),
      ...checksRoutes(store, tables, checks),
    ],
    async recover() {
      await exchange.recover();
      await rosters.recover();
      await sheets.recover();
    },
    async sweep() {
      await exchange.sweep();
      await rosters.sweep();
      await sheets.sweep();
    },
    async maintain() {
      await tables.maintain();
      await quotas.maintain();
      // Checking everybody takes all cores for a while: not when the server has just started and everybody comes.
      if (performance.now() - startedAt > checksAfter) await checks.current();
    },
  };
}
