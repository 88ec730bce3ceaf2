export { importSheet, type CommandSheet, type CommandSheetResult } from './sheet/import-by-command.ts';
export { isSheetFile } from './sheet/open-sheet.ts';
