import type { CodeList, SourceRow } from '#engine';
import type { SetDefinition } from '../registry/definition.ts';

/** What the tables that questions are asked of keep of a file: one code, which says that there is one. */
const [there, label] = ['1', '有'];
export const filesList: CodeList = { id: 'file', entries: [{ code: there, label }] };

/** Is a field asked for as there or not: 有照片, 没有照片? */
export function isFileField(field: { readonly codes?: string | undefined } | undefined): boolean {
  return field?.codes === filesList.id;
}

/** The rows of a set on their way into the tables: a file is there or not, whatever it is. */
export function sourceRows<Row extends SourceRow>(
  set: SetDefinition,
  rows: readonly Row[],
): readonly SourceRow[] {
  const files = set.fields.filter(({ type }) => type === 'file').map(({ key }) => key);
  if (files.length === 0) return rows;
  return rows.map((row) => ({
    ...row,
    ...Object.fromEntries(files.filter((key) => row[key]).map((key) => [key, there])),
  }));
}
