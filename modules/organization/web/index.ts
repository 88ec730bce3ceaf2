export { AddUnitDialog } from './add-unit-dialog.tsx';
export { NameAndUnitDialog } from './name-and-unit-dialog.tsx';
export { UnitSelect } from './unit-select.tsx';
export { useUnits } from './use-units.ts';
