export { cadresWebWith } from './cadres-web.tsx';
export type { ChosenPeople, ListAction } from './list/list-action.ts';
export { UndoDialog } from './changes/undo-dialog.tsx';
export { mostCompared, setCompared, useCompared, useCompareWith } from './compare/compare-choice.ts';
export { CareerAxis } from './timeline/career-axis.tsx';
export { CareerStrip } from './timeline/career-strip.tsx';
export { careerRange, type Career } from './timeline/career.ts';
export { useFindCadres } from './find/use-find-cadres.ts';
export { registryWeb } from './registry/registry-web.ts';
