export { AddUnitDialog } from './add-unit-dialog.tsx';
export { NameAndUnitDialog } from './name-and-unit-dialog.tsx';
export {
  MatchUnitsDialog,
  type MatchUnitsDialogProps,
  type OpenName,
} from './matches/match-units-dialog.tsx';
export { organizationWebWith } from './organization-web.ts';
export type { UnitData, UnitPart, UnitPartProps } from './unit-part.ts';
export { UnitSelect } from './unit-select.tsx';
export { useUnits, useUnitsOn } from './use-units.ts';
