import {
  displayValue,
  sortedRows,
  textOf,
  valueOf,
  type RecordRow,
  type Registry,
  type SetDefinition,
  type SubjectKind,
  type SubjectSets,
  type UnitNames,
} from '#platform/model';
import type { Store } from '#platform/server';

/**
 * One subject as a line of JSON: `{"id", "A01": {…}, "A02": [{…}], …}`. Codes are codes, dates have the precision that
 * they have, units are id and name. Keys stand in declared order, so the same data is always the same bytes.
 */
export function jsonLine(
  registry: Registry,
  kind: SubjectKind,
  id: string,
  sets: SubjectSets,
  unitName: UnitNames,
): string {
  const line: Record<string, unknown> = { id };
  for (const set of registry.of(kind)) {
    const rows = sortedRows(set, sets[set.code] ?? []).map((row) => jsonRow(set, row, unitName));
    if (rows.length > 0) line[set.code] = set.repeating ? rows : rows[0];
  }
  return `${JSON.stringify(line)}\n`;
}

function jsonRow(set: SetDefinition, row: RecordRow, unitName: UnitNames): Record<string, unknown> {
  const json: Record<string, unknown> = { id: row.id };
  for (const field of set.fields) {
    const value = valueOf(row, field.key);
    if (value === null || value === '') continue;
    json[field.key] = field.type === 'unit' ? { id: value, name: unitName(String(value)) } : value;
  }
  if (row.asWritten) json['asWritten'] = row.asWritten;
  if (row.origin) json['origin'] = row.origin;
  return json;
}

/** The heads of a set's CSV; a coded field has a column for its text and one for its code. */
export function csvHead(set: SetDefinition): string {
  const fields = csvFields(set).flatMap(({ label, type }) =>
    type === 'code' ? [label, `${label}代码`] : [label],
  );
  const subject = set.subject === 'unit' ? ['机构标识', '机构全称'] : ['人员标识', '人员姓名'];
  return csvLine([...subject, ...fields]);
}

/** The rows of one subject in a set as lines of CSV. */
export function csvLines(
  store: Store,
  set: SetDefinition,
  id: string,
  name: string,
  rows: readonly RecordRow[],
  unitName: UnitNames,
): string {
  return sortedRows(set, rows)
    .map((row) =>
      csvLine([
        id,
        name,
        ...csvFields(set).flatMap((field) => {
          const text = displayValue(field, row, store.tables, unitName);
          return field.type === 'code' ? [text, textOf(row, field.key)] : [text];
        }),
      ]),
    )
    .join('');
}

function csvFields(set: SetDefinition) {
  return set.fields.filter((field) => field.type !== 'file');
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would run as a formula is made plain text. */
function csvCell(text: string): string {
  const safe = /^[=@]|^[+-](?![\d.])/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
