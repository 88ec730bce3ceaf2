import { useMemo, useState, type ReactNode } from 'react';
import { newId, validateRows, type RecordRow } from '#platform/model';
import { Loading, RecordForm, useTablesOf } from '#platform/web';
import { useUnits } from '../use-units.ts';
import { dialogSet } from './dialog-sets.ts';
import type { UnitAction } from './unit-actions.ts';

export interface DialogForm {
  readonly row: RecordRow;
  readonly form: ReactNode;
  /** Is everything filled in as it should be? What is not is marked from then on. */
  readonly check: () => boolean;
}

/** The fields of a dialog, filled in like a record. `onChange` is told of every edit. */
export function useDialogForm(
  action: UnitAction,
  start: Readonly<Record<string, string | null>>,
  onChange: () => void = () => undefined,
): DialogForm {
  const set = useMemo(() => dialogSet(action), [action]);
  const only = useMemo(() => [set], [set]);
  const { tables, ready } = useTablesOf(only);
  const { units } = useUnits();
  const living = useMemo(() => units.filter((unit) => !unit.abolished), [units]);
  const [row, setRow] = useState<RecordRow>(() => ({ id: newId(), ...start }));
  const [tried, setTried] = useState(false);
  const findings = useMemo(() => validateRows(set, [row], tables), [set, row, tables]);
  const shown = tried ? findings : findings.filter(({ code }) => code !== 'required');
  const form = ready ? (
    <RecordForm
      set={set}
      row={row}
      tables={tables}
      units={living}
      findings={shown}
      onChange={(next) => {
        setRow(next);
        onChange();
      }}
    />
  ) : (
    <Loading />
  );
  const check = (): boolean => {
    setTried(true);
    return findings.length === 0;
  };
  return { row, form, check };
}
