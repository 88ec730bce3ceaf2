import { printDate } from '../calendar/partial-date.ts';
import type { CodeTables } from '../codes/code-tables.ts';
import type { FieldDefinition, SetDefinition } from './definition.ts';
import { textOf, valueOf, writtenOf, type FieldValue, type RecordRow } from './row.ts';

/** Answers the name of a unit by its id; empty when it is not known. */
export type UnitNames = (id: string) => string;

/** A value as people read it: the label of a code, 1972.11 for a date, the original spelling where there is one. */
export function displayValue(
  field: FieldDefinition,
  row: RecordRow | undefined,
  tables: CodeTables,
  unitName: UnitNames,
): string {
  const written = writtenOf(row, field.key);
  const value = textOf(row, field.key);
  if (written && (value === '' || (field.type === 'date' && saysMore(written)))) return written;
  if (value === '') return '';
  switch (field.type) {
    case 'date':
      return printDate(value);
    case 'code':
      return tables.resolve(field.codeTable ?? '', value)?.label ?? value;
    case 'unit':
      return unitName(value) || '（机构已不存在）';
    default:
      return value;
  }
}

/** A season says more than the bare year that is stored for it. */
function saysMore(written: string): boolean {
  return /[春夏秋冬初中底]/.test(written);
}

/** Is the value there, but without a code? Screens mark it 未编码. */
export function isUncoded(field: FieldDefinition, row: RecordRow): boolean {
  return field.type === 'code' && textOf(row, field.key) === '' && writtenOf(row, field.key) !== '';
}

/** What names a row in lists and in the history. */
export function rowTitle(
  set: SetDefinition,
  row: RecordRow,
  tables: CodeTables,
  unitName: UnitNames,
): string {
  const keys = set.title ?? [];
  const parts = set.fields
    .filter((field) => keys.includes(field.key))
    .toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
    .map((field) => displayValue(field, row, tables, unitName))
    .filter((text) => text !== '');
  return parts.join(' ') || set.label;
}

/** The rows in the order in which the set wants them shown; rows that tie keep their stored order. */
export function sortedRows(set: SetDefinition, rows: readonly RecordRow[]): readonly RecordRow[] {
  const keys = set.order ?? [];
  if (keys.length === 0) return rows;
  return rows.toSorted((a, b) => {
    for (const key of keys) {
      const name = key.replace(/^-/, '');
      const compared = compareValues(valueOf(a, name), valueOf(b, name));
      if (compared !== 0)
        return key.startsWith('-') && valueOf(a, name) !== null && valueOf(b, name) !== null
          ? -compared
          : compared;
    }
    return 0;
  });
}

/** Values that are not known come last, whichever way the others run. */
function compareValues(a: FieldValue, b: FieldValue): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}
