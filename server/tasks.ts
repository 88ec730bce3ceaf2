import { acceptBatch, undoTask } from '#modules/cadres/server';
import { checkPeopleTask } from '#modules/checks/server';
import { applyImportTask, exportTask, previewImportTask } from '#modules/exchange/server';
import { reorganizeTask } from '#modules/reorganization/server';
import { rosterExportTask } from '#modules/rosters/server';
import {
  bulkEditTask,
  photosTask,
  sheetApplyTask,
  sheetExportTask,
  sheetLookTask,
  sheetPreviewTask,
} from '#modules/sheets/server';
import { buildSampleDistrict } from './sample-district.ts';
import type { Task } from '#platform/server';

/** The long work of all modules by name; it runs in a process of its own. */
export const tasks = {
  'accept-suggestions': acceptBatch,
  'check-people': checkPeopleTask,
  'undo-change': undoTask,
  'import-preview': previewImportTask,
  'import-apply': applyImportTask,
  export: exportTask,
  reorganize: reorganizeTask,
  'roster-export': rosterExportTask,
  'sheet-look': sheetLookTask,
  'sheet-preview': sheetPreviewTask,
  'sheet-apply': sheetApplyTask,
  'sheet-export': sheetExportTask,
  'bulk-edit': bulkEditTask,
  'bulk-photos': photosTask,
  'sample-district': buildSampleDistrict,
} satisfies Record<string, Task<never, unknown>>;
