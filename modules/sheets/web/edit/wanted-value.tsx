import { useMemo } from 'react';
import { textOf, writtenOf, type FieldDefinition, type RecordRow, type SetDefinition } from '#platform/model';
import { listUnits } from '#modules/organization';
import { ErrorView, Loading, RecordForm, useCall, useTablesOf } from '#platform/web';

export interface WantedValueProps {
  readonly set: SetDefinition;
  readonly field: FieldDefinition;
  readonly row: RecordRow;
  readonly onChange: (row: RecordRow) => void;
}

/** The value that a field is to get, with the control that its records have. */
export function WantedValue({ set, field, row, onChange }: WantedValueProps) {
  const alone = useMemo(() => ({ ...set, fields: [field], title: [], order: [] }), [set, field]);
  const sets = useMemo(() => [alone], [alone]);
  const { tables, ready, error } = useTablesOf(sets);
  const units = useCall(listUnits, {});
  if (error) return <ErrorView error={error} />;
  if (!ready || units.isPending) return <Loading />;
  return (
    <RecordForm set={alone} row={row} tables={tables} units={units.data?.units ?? []} onChange={onChange} />
  );
}

/** The value of such a row as the server reads it: a code, a date, an id of a unit, or what was typed. */
export const wantedText = (row: RecordRow, { key }: FieldDefinition): string =>
  textOf(row, key) || writtenOf(row, key);
