export { importForms, type ImportOptions, type ImportResult, type Placement } from './import/import-forms.ts';
export { exportByCommand, type CommandExport } from './export/export-by-command.ts';
