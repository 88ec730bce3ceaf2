import type { CodeEntry, CodeList } from '#engine';
import type { CodeItem } from '../codes/code-table.ts';
import type { CodeTables } from '../codes/code-tables.ts';

/**
 * A code table as a list for the engine, in the order of the table; undefined for a table that nobody could collect.
 * Alternatives (`ZB09|ZB148`) become one list in which every code means what `CodeTables.resolve` says. A code whose
 * parent means something else there hangs below the next one above it that is the same: 1A01 is below 1 and not below
 * 1A, which is 四级主任科员.
 */
export function codeListOf(id: string, tables: CodeTables): CodeList | undefined {
  const named = id.split('|').flatMap((name) => tables.get(name) ?? []);
  if (named.length === 0) return undefined;
  const entries: CodeEntry[] = [];
  for (const table of named) {
    const isMeant = (item: CodeItem): boolean =>
      item.code !== null && (named.length === 1 || tables.resolve(id, item.code) === item);
    for (const item of table.items) {
      if (item.code === null || !isMeant(item)) continue;
      let above = table.byCode(item.parent ?? '');
      while (above && !isMeant(above)) above = table.byCode(above.parent ?? '');
      const { code, label } = item;
      entries.push(above?.code ? { code, label, parent: above.code } : { code, label });
    }
  }
  return { id, entries };
}
