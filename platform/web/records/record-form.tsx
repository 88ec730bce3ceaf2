import { useEffect, useMemo, useRef } from 'react';
import {
  formFields,
  isSensitive,
  withValue,
  type CodeTables,
  type Finding,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import type { TreeUnit } from '../units/tree-rows.ts';
import { RecordField } from './record-field.tsx';
import { RecordValues } from './record-values.tsx';
import './records.css';

export interface RecordFormProps {
  readonly set: SetDefinition;
  readonly row: RecordRow;
  readonly tables: CodeTables;
  readonly units: readonly TreeUnit[];
  readonly onChange: (row: RecordRow) => void;
  /** Errors and doubts of the row; shown at their fields. */
  readonly findings?: readonly Finding[];
  readonly readOnly?: boolean;
  /** Without the right to see them, sensitive fields are left out. */
  readonly sensitive?: boolean;
  /** The key of a field to go to; a new object goes there again. */
  readonly focus?: { readonly field: string } | null;
}

/** The form of one row, drawn from the declaration of its set. Files are edited where they are shown, not here. */
export function RecordForm(props: RecordFormProps) {
  const {
    set,
    row,
    tables,
    units,
    onChange,
    findings = [],
    readOnly = false,
    sensitive = true,
    focus,
  } = props;
  const root = useRef<HTMLDivElement>(null);
  const fields = useMemo(
    () =>
      formFields(set, tables).filter(
        ({ field, control }) => control !== 'file' && (sensitive || !isSensitive(set, field)),
      ),
    [set, tables, sensitive],
  );
  useEffect(() => {
    if (!focus) return;
    const control = root.current?.querySelector<HTMLElement>(`[id="${set.code}.${focus.field}"]`);
    control?.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  }, [focus, set.code]);
  if (readOnly) return <RecordValues fields={fields} row={row} tables={tables} units={units} />;
  return (
    <div className="record-form" ref={root}>
      {fields.map(({ field, control, span }) => (
        <RecordField
          key={field.key}
          id={`${set.code}.${field.key}`}
          field={field}
          control={control}
          wide={span === 24}
          row={row}
          tables={tables}
          units={units}
          findings={findings.filter((finding) => finding.field === field.key)}
          onChange={(value, written) => onChange(withValue(row, field, value, written))}
        />
      ))}
    </div>
  );
}
