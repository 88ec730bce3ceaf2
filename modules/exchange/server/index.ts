export { createExchange } from './exchange.ts';
export { importForms, type ImportOptions, type ImportResult, type Placement } from './import/import-forms.ts';
export { exportByCommand, type CommandExport } from './export/export-by-command.ts';
export { applyImportTask, previewImportTask } from './imports/import-tasks.ts';
export { exportTask } from './exports/export-task.ts';
