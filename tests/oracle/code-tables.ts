import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../platform/server/codes');

interface Entry {
  readonly code: string | null;
  readonly label: string;
  readonly parent?: string | null;
  readonly aliases?: readonly string[];
  readonly full_label?: string;
}

/** A list of codes: one table, or two of which a field may hold either. */
export interface CodeList {
  readonly labels: ReadonlyMap<string, string>;
  readonly parents: ReadonlyMap<string, string | null>;
  /** In the order of the table. */
  readonly codes: readonly string[];
  /** What labels and their other spellings mean, one code each. */
  readonly spellings: ReadonlyMap<string, string>;
}

const files = JSON.parse(readFileSync(join(folder, 'table-files.json'), 'utf8')) as Record<string, string>;
const known = new Map<string, CodeList>();

/** The list of a name as fields have it: `ZB64`, `ZB09|ZB148`. */
export function codeList(name: string): CodeList {
  let list = known.get(name);
  if (!list) {
    const tables = name.split('|').map(entriesOf);
    list = listOf(tables);
    known.set(name, list);
  }
  return list;
}

/** Is a code another one, or below it? */
export function isWithin(list: CodeList, code: string, above: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = code; at && !seen.has(at); at = list.parents.get(at)) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}

function entriesOf(id: string): Entry[] {
  const file = files[id];
  if (file === undefined) return [];
  const { items } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { items: Entry[] };
  return items;
}

/** Of a code that both tables have the row without children counts, else that of the first table. */
function listOf(tables: readonly (readonly Entry[])[]): CodeList {
  const chosen = new Map<string, { table: number; entry: Entry }>();
  const hasChildren = (table: number, code: string): boolean =>
    tables[table]?.some(({ parent }) => parent === code) ?? false;
  for (const [table, entries] of tables.entries()) {
    for (const entry of entries) {
      const { code } = entry;
      if (code === null) continue;
      const other = chosen.get(code);
      if (!other || (other.table !== table && hasChildren(other.table, code) && !hasChildren(table, code)))
        chosen.set(code, { table, entry });
    }
  }
  const parents = new Map<string, string | null>();
  for (const [code, { table, entry }] of chosen) {
    let parent = entry.parent ?? null;
    // A parent that means something else hangs nobody below it; the next one above that is the same does.
    while (parent !== null && chosen.get(parent)?.table !== table) {
      const above: string = parent;
      const row = tables[table]?.find((each) => each.code === above);
      if (row && chosen.get(above)?.entry.label === row.label) break;
      parent = row?.parent ?? null;
    }
    parents.set(code, parent);
  }
  const meanings = new Map<string, Set<string>>();
  for (const entries of tables)
    for (const { code, label, aliases = [], full_label: full } of entries)
      for (const word of [label, ...aliases, ...(full === undefined ? [] : [full])])
        meanings.set(plain(word), (meanings.get(plain(word)) ?? new Set()).add(code ?? ''));
  return {
    labels: new Map([...chosen].map(([code, { entry }]) => [code, entry.label])),
    parents,
    codes: [...chosen.keys()],
    spellings: new Map(
      [...meanings].flatMap(([word, [code, ...others]]) =>
        code && others.length === 0 ? [[word, code]] : [],
      ),
    ),
  };
}

/** Without blanks, with full-width brackets. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
}
