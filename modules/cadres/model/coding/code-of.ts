import type { CodeTable, CodeTables } from '#platform/model';

/** Spellings of a field's texts and the label that each of them means. */
export type Aliases = Readonly<Record<string, string>>;

/**
 * The code that a text means, or null: for a text that is unclear, borne by several rows, or whose row has no known
 * code. A guess would stand in the record as a fact, so the text is kept instead.
 */
export function codeOf(table: CodeTable, text: string, aliases: Aliases): string | null {
  const plain = plainText(text);
  if (plain === '') return null;
  const alias = Object.hasOwn(aliases, plain) ? aliases[plain] : undefined;
  return (table.byLabel(plain) ?? (alias === undefined ? undefined : table.byLabel(alias)))?.code ?? null;
}

/** Without blanks of any width and with full-width brackets. */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u200b-\u200d\ufeff]+/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** A table that the program brings along; its absence is a mistake in the program. */
export function tableOf(tables: CodeTables, id: string): CodeTable {
  const table = tables.get(id);
  if (!table) throw new Error(`code table ${id} is not loaded`);
  return table;
}
