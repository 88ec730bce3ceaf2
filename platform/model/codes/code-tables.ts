import type { CodeItem, CodeTable } from './code-table.ts';

/** All code tables that the program knows. */
export interface CodeTables {
  get(id: string): CodeTable | undefined;
  list(): readonly CodeTable[];
  /**
   * The row of a field's code. A field may name alternatives (`ZB09|ZB148`); where several of them have the code, a row
   * that heads a group gives way, because people hold levels and ranks and not headings: 1A is 四级主任科员 in ZB148 and
   * the heading 综合管理类 in ZB09.
   */
  resolve(fieldCodeTable: string, code: string): CodeItem | undefined;
}

/** Puts tables together; an id given twice is a mistake. */
export function createCodeTables(tables: readonly CodeTable[]): CodeTables {
  const byId = new Map<string, CodeTable>();
  for (const table of tables) {
    if (byId.has(table.id)) throw new Error(`code table ${table.id} is given twice`);
    byId.set(table.id, table);
  }
  return tablesBy([...byId.keys()], (id) => byId.get(id));
}

/** Tables that are each read when first asked for: most work needs a few of them. */
export function lazyCodeTables(ids: readonly string[], read: (id: string) => CodeTable): CodeTables {
  const known = new Set(ids);
  const tables = new Map<string, CodeTable>();
  return tablesBy(ids, (id) => {
    if (!known.has(id)) return undefined;
    let table = tables.get(id);
    if (!table) {
      table = read(id);
      tables.set(id, table);
    }
    return table;
  });
}

function tablesBy(ids: readonly string[], get: (id: string) => CodeTable | undefined): CodeTables {
  return {
    get,
    list: () => ids.flatMap((id) => get(id) ?? []),
    resolve(fieldCodeTable, code) {
      const own = get(fieldCodeTable);
      if (own) return own.byCode(code);
      const named = fieldCodeTable.split('|').flatMap((id) => get(id) ?? []);
      const having = named.filter((table) => table.byCode(code));
      const best = having.find((table) => table.children(code).length === 0) ?? having[0];
      return best?.byCode(code);
    },
  };
}
