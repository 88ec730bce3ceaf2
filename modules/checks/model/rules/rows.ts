import { textOf, writtenOf, type RecordRow, type SubjectSets } from '#platform/model';
import type { FoundFault, Repair } from '../rule.ts';

export function rowsOfSet(sets: SubjectSets, code: string): readonly RecordRow[] {
  return sets[code] ?? [];
}

export function personRow(sets: SubjectSets): RecordRow | undefined {
  return sets['A01']?.[0];
}

/** Is there anything in the field, be it a text that is no date or code? Another rule tells of that. */
export function isSaid(row: RecordRow, key: string): boolean {
  return textOf(row, key) !== '' || writtenOf(row, key) !== '';
}

/** Has the person left the staff (A30, A31, or 非现职 as status), though posts may not have been ended? As the fact 是否历史人员. */
export function hasLeft(sets: SubjectSets, today: string): boolean {
  const rows = [...rowsOfSet(sets, 'A30'), ...rowsOfSet(sets, 'A31')];
  const dates = [
    ...rowsOfSet(sets, 'A30').map((row) => textOf(row, 'exitedOn')),
    ...rowsOfSet(sets, 'A31').map((row) => textOf(row, 'approvedOn')),
  ].filter((date) => date !== '');
  if (dates.length > 0) return dates.some((date) => date <= today);
  return rows.length > 0 || textOf(personRow(sets), 'personStatusCode') === '2';
}

/** A post (A02) that is held: it has not ended, by its status or by a date that has come. */
export function isHeld(row: RecordRow, today: string): boolean {
  if (textOf(row, 'tenureStatusCode') === '0') return false;
  const removed = textOf(row, 'removedOn');
  return removed === '' || removed > today;
}

export function heldPosts(sets: SubjectSets, today: string): readonly RecordRow[] {
  return rowsOfSet(sets, 'A02').filter((row) => isHeld(row, today));
}

/** The unit and title of a post, as it is named in a sentence. */
export function postName(row: RecordRow): string {
  return `${textOf(row, 'orgName')}${textOf(row, 'postTitle')}` || '（未填职务名称）';
}

export function fault(
  set: string,
  row: RecordRow | undefined,
  field: string,
  message: string,
  repair?: Repair,
): FoundFault {
  return {
    set,
    row: row?.id ?? '',
    field,
    value: textOf(row, field),
    message,
    ...(repair ? { repair } : {}),
  };
}

/** A repair that sets values of one row. */
export function settingRow(
  label: string,
  set: string,
  row: string,
  values: Readonly<Record<string, string | number | null>>,
): Repair {
  return {
    label,
    apply: (sets) => ({
      [set]: rowsOfSet(sets, set).map((each) => (each.id === row ? withValues(each, values) : each)),
    }),
  };
}

function withValues(row: RecordRow, values: Readonly<Record<string, string | number | null>>): RecordRow {
  const { asWritten, origin: _origin, ...rest } = row;
  const spellings = Object.entries(asWritten ?? {}).filter(([key]) => !(key in values));
  return {
    ...rest,
    ...values,
    id: row.id,
    ...(spellings.length > 0 ? { asWritten: Object.fromEntries(spellings) } : {}),
  };
}
