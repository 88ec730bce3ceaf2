import type { RecordRow, SetDefinition } from '#platform/model';

/**
 * Rows in the one spelling in which they are stored: keys in declared order, nothing that is empty. Two states are
 * equal exactly when their text is.
 */
export function canonicalRows(set: SetDefinition, rows: readonly RecordRow[]): string {
  return JSON.stringify(rows.map((row) => canonicalRow(set, row)));
}

function canonicalRow(set: SetDefinition, row: RecordRow): Record<string, unknown> {
  const canonical: Record<string, unknown> = { id: row.id };
  for (const field of set.fields) {
    const value = row[field.key];
    if (value !== undefined && value !== null && value !== '') canonical[field.key] = value;
  }
  if (row.asWritten) {
    const written = Object.entries(row.asWritten)
      .filter(([, text]) => text !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (written.length > 0) canonical['asWritten'] = Object.fromEntries(written);
  }
  if (row.origin) canonical['origin'] = { from: row.origin.from, hash: row.origin.hash };
  return canonical;
}
