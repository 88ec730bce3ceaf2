import { UnitPicker, type UnitPickerProps } from '#platform/web';
import { useUnits } from './use-units.ts';

/** Chooses one of the units that the user may see. */
export function UnitSelect(props: Omit<UnitPickerProps, 'units'>) {
  const { units, loading } = useUnits();
  // What is typed before the tree is there would find nothing, and the tree would stay closed.
  return (
    <UnitPicker
      key={loading ? 'loading' : 'there'}
      {...props}
      units={units}
      disabled={loading || (props.disabled ?? false)}
    />
  );
}
