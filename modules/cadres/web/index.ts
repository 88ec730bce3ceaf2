export { cadresWeb } from './cadres-web.ts';
export { UndoDialog } from './changes/undo-dialog.tsx';
export { CadreRecords } from './cadre-records.tsx';
export { useFindCadres } from './find/use-find-cadres.ts';
export { registryWeb } from './registry/registry-web.ts';
