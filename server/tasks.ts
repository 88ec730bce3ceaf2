import type { Task } from '#platform/server';

type Loader = () => Promise<Task<never, unknown>>;

/**
 * The long work of all modules by name; it runs in a process of its own, which reads only what its work needs: everything
 * would take as long again.
 */
export const tasks = {
  'accept-suggestions': async () => (await import('#modules/cadres/server')).acceptBatch,
  'check-people': async () => (await import('#modules/checks/server')).checkPeopleTask,
  'undo-change': async () => (await import('#modules/cadres/server')).undoTask,
  'import-preview': async () => (await import('#modules/exchange/server')).previewImportTask,
  'import-apply': async () => (await import('#modules/exchange/server')).applyImportTask,
  export: async () => (await import('#modules/exchange/server')).exportTask,
  reorganize: async () => (await import('#modules/reorganization/server')).reorganizeTask,
  'roster-export': async () => (await import('#modules/rosters/server')).rosterExportTask,
  'sheet-look': async () => (await import('#modules/sheets/server')).sheetLookTask,
  'sheet-preview': async () => (await import('#modules/sheets/server')).sheetPreviewTask,
  'sheet-apply': async () => (await import('#modules/sheets/server')).sheetApplyTask,
  'sheet-export': async () => (await import('#modules/sheets/server')).sheetExportTask,
  'bulk-edit': async () => (await import('#modules/sheets/server')).bulkEditTask,
  'bulk-photos': async () => (await import('#modules/sheets/server')).photosTask,
  'sample-district': async () => (await import('./sample-district.ts')).buildSampleDistrict,
} satisfies Record<string, Loader>;
