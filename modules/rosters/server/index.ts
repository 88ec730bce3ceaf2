export { createRosters } from './rosters.ts';
export { rosterExportTask } from './export-task.ts';
