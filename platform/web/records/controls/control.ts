import type { CodeTables, FieldDefinition, FieldValue, RecordRow } from '#platform/model';

/** What every control of the record form gets. */
export interface ControlProps {
  readonly id: string;
  readonly field: FieldDefinition;
  readonly row: RecordRow;
  readonly tables: CodeTables;
  readonly invalid: boolean;
  /** `written` is the text to keep where the value has no code. */
  readonly onChange: (value: FieldValue, written?: string) => void;
}

/** What a control says to those who cannot see its label and its colour. */
export function controlStatus(invalid: boolean): { readonly status?: 'error' } {
  return invalid ? { status: 'error' } : {};
}
