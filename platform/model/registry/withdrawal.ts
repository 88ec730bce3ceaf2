import type { SetDefinition } from './definition.ts';
import { textOf, type RecordRow } from './row.ts';

/** Was a row that is evidence withdrawn? */
export function isRowWithdrawn(set: SetDefinition, row: RecordRow): boolean {
  const keys = set.withdrawal?.fields ?? [];
  return keys.length > 0 && keys.every((key) => textOf(row, key) !== '');
}

/** The set as its rows are edited: without the fields that the withdrawal fills in. */
export function withoutWithdrawal(set: SetDefinition): SetDefinition {
  const keys = set.withdrawal?.fields ?? [];
  return keys.length === 0 ? set : { ...set, fields: set.fields.filter(({ key }) => !keys.includes(key)) };
}

/** The fields that the withdrawal fills in, as a form of its own: all are required, in the order in which they are asked for. */
export function withdrawalSet(set: SetDefinition): SetDefinition {
  const keys = set.withdrawal?.fields ?? [];
  const fields = keys.flatMap((key) => set.fields.filter((field) => field.key === key));
  return { ...set, fields: fields.map((field) => ({ ...field, required: true })) };
}
