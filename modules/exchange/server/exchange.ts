import type { Route, Store, TaskRunner } from '#platform/server';
import { ExportDesk } from './exports/export-desk.ts';
import { exportRoutes } from './exports/export-routes.ts';
import { ImportDesk } from './imports/import-desk.ts';
import { importRoutes } from './imports/import-routes.ts';

/** The exchange of a running server: its routes, what to do before the first request, and now and then. */
export function createExchange(
  store: Store,
  runTask: TaskRunner,
  dataFolder: string,
  report: (error: unknown) => void,
): { routes: Route[]; recover(): Promise<void>; sweep(): Promise<void> } {
  const imports = new ImportDesk(store, runTask, dataFolder, report);
  const exports = new ExportDesk(store, runTask, dataFolder, report);
  return {
    routes: [...importRoutes(store, imports), ...exportRoutes(store, exports)],
    async recover() {
      await imports.recover();
      await exports.recover();
    },
    async sweep() {
      await imports.sweep();
      await exports.recover();
    },
  };
}
