import { textOf, type RecordRow } from '#platform/model';

/** Says that a record and a suggested row speak of the same thing. */
export type SameRecord = (existing: RecordRow, suggested: RecordRow) => boolean;

/**
 * Leaves out the suggestions that are records already. Every record stands for one suggestion only, and the surer rules
 * choose first, so that two posts held twice in one unit are not taken for each other.
 */
export function withoutAccepted<T extends { readonly row: RecordRow }>(
  suggestions: readonly T[],
  existing: readonly RecordRow[],
  rules: readonly SameRecord[],
): T[] {
  const free = new Set(existing);
  let left = [...suggestions];
  for (const same of rules) {
    left = left.filter((suggestion) => {
      const record = [...free].find((row) => same(row, suggestion.row));
      if (record) free.delete(record);
      return record === undefined;
    });
  }
  return left;
}

/** Are the texts of a field equal and not empty? */
export function equal(a: RecordRow, b: RecordRow, key: string): boolean {
  return textOf(a, key) !== '' && textOf(a, key) === textOf(b, key);
}

/**
 * Are the texts of a field equal, or not known on both sides? A date known to the day is alike to its month: the résumé
 * gives months only.
 */
export function alike(a: RecordRow, b: RecordRow, key: string): boolean {
  const [known, suggested] = [textOf(a, key), textOf(b, key)];
  return known === suggested || (/^\d{4}-\d{2}$/.test(suggested) && known.startsWith(`${suggested}-`));
}
