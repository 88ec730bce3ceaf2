import {
  textOf,
  writtenOf,
  type FieldDefinition,
  type Finding,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';

/** A doubt about one field of one row: kept and shown, never a reason to refuse. */
export function doubtOn(
  set: SetDefinition,
  row: RecordRow | undefined,
  field: FieldDefinition | string,
  code: string,
  message: string,
): Finding {
  const key = typeof field === 'string' ? field : field.key;
  return {
    level: 'warning',
    code,
    set: set.code,
    row: row?.id ?? '',
    field: key,
    value: textOf(row, key) || writtenOf(row, key),
    message,
  };
}
