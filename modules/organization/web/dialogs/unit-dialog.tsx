import type { UnitData } from '../unit-part.ts';
import { ChangeUnitDialog } from './change-unit-dialog.tsx';
import { FoundUnitDialog } from './found-unit-dialog.tsx';
import type { UnitAction } from './unit-actions.ts';

export interface UnitDialogProps {
  readonly unit: UnitData;
  readonly action: UnitAction;
  readonly onClose: () => void;
  readonly onFounded: (id: string) => void;
}

/** The dialog of what can happen to a unit. */
export function UnitDialog({ unit, action, onClose, onFounded }: UnitDialogProps) {
  return action === 'found' ? (
    <FoundUnitDialog parent={unit.id} onClose={onClose} onFounded={onFounded} />
  ) : (
    <ChangeUnitDialog unit={unit} action={action} onClose={onClose} />
  );
}
