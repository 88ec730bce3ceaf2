import type { Route } from '#platform/server';
import { BulkDesk, type DeskTools } from './jobs/bulk-desk.ts';
import { sheetRoutes } from './routes.ts';

export { importSheet, type CommandSheet, type CommandSheetResult } from './sheet/import-by-command.ts';
export { isSheetFile } from './sheet/open-sheet.ts';
export { bulkEditTask } from './edit/edit-tasks.ts';
export { sheetExportTask } from './export/sheet-export.ts';
export { photosTask } from './photos/import-photos.ts';
export { sheetApplyTask, sheetLookTask, sheetPreviewTask } from './jobs/sheet-tasks.ts';

/** The bulk work of a running server: its routes, what to do before the first request, and now and then. */
export function createSheets(tools: DeskTools): {
  routes: Route[];
  recover(): Promise<void>;
  sweep(): Promise<void>;
} {
  const desk = new BulkDesk(tools);
  return {
    routes: sheetRoutes(tools.store, desk),
    recover: () => desk.recover(),
    sweep: () => desk.sweep(),
  };
}
