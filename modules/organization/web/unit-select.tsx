import { UnitPicker, type UnitPickerProps } from '#platform/web';
import { useUnits } from './use-units.ts';

/** Chooses one of the units that the user may see. */
export function UnitSelect(props: Omit<UnitPickerProps, 'units'>) {
  const { units } = useUnits();
  return <UnitPicker {...props} units={units} />;
}
