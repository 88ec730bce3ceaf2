import type { Route } from '#platform/server';
import { addFirstBooks } from './first-books.ts';
import { RosterExportDesk, type DeskTools } from './export-desk.ts';
import { rosterRoutes } from './routes.ts';

/** The rosters of a running server: their routes, what to do before the first request, and now and then. */
export function createRosters(tools: DeskTools): {
  routes: Route[];
  recover(): Promise<void>;
  sweep(): Promise<void>;
} {
  const desk = new RosterExportDesk(tools);
  return {
    routes: rosterRoutes(tools.store, tools.tables, desk),
    async recover() {
      await addFirstBooks(tools.store);
      await desk.recover();
    },
    sweep: () => desk.recover(),
  };
}
