import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeDataWorkbook } from '#documents/render';
import {
  displayValue,
  printDate,
  sortedRows,
  textOf,
  type FieldDefinition,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import { readMany, rowsOf, type JobTools, type Store, type Task } from '#platform/server';
import { codedItem } from '#modules/cadres';
import { readUnitTree, type UnitTree } from '#modules/organization/server';
import { identityColumns, sheetFields } from '#modules/sheets';
import { sheetColumns } from './sheet-columns.ts';
import { sheetName } from './sheet-template.ts';

export interface ExportInput {
  readonly path: string;
  readonly set: string;
  readonly ids: readonly string[];
}

const atOnce = 400;

/** Writes the rows of people in the layout of the template, so that the file can be corrected and read back. */
export const sheetExportTask: Task<ExportInput, { rows: number; size: number }> = async (
  store,
  input,
  tools,
) => {
  const set = store.registry.get(input.set);
  const tree = await readUnitTree(store);
  const counted = { rows: 0 };
  const book = writeDataWorkbook([
    {
      name: sheetName(set),
      columns: sheetColumns(set, store.tables),
      rows: rowsOfPeople(store, set, tree, input.ids, tools, counted),
    },
  ]);
  const out = createWriteStream(input.path, { mode: 0o600 });
  await pipeline(Readable.from(book, { objectMode: false }), out);
  return { rows: counted.rows, size: (await stat(input.path)).size };
};

async function* rowsOfPeople(
  store: Store,
  set: SetDefinition,
  tree: UnitTree,
  ids: readonly string[],
  tools: JobTools,
  counted: { rows: number },
): AsyncGenerator<string[]> {
  const fields = sheetFields(set);
  const path = (id: string) => unitText(tree, id);
  for (let start = 0; start < ids.length; start += atOnce) {
    tools.signal.throwIfAborted();
    const some = ids.slice(start, start + atOnce);
    const stored = await readMany(store.db, some, ['A01', set.code]);
    for (const id of some) {
      const sets = rowsOf(stored.get(id) ?? {});
      const person = sets['A01']?.[0];
      const identity = identityColumns(set).map(({ key }) =>
        key === '@name'
          ? textOf(person, 'name')
          : key === '@nationalId'
            ? textOf(person, 'nationalId')
            : key === '@birth'
              ? printDate(textOf(person, 'birthDate'))
              : path(textOf(person, 'statisticalOrgCode')),
      );
      for (const row of sortedRows(set, sets[set.code] ?? [])) {
        counted.rows += 1;
        const cells = fields.map((field) => cellText(store, field, row, path));
        yield [...identity, ...cells, id, ...(set.repeating ? [row.id] : [])];
      }
    }
    tools.progress(start + some.length, ids.length);
  }
}

/** A value as the import reads it back: the label of a code only where it means this code and no other. */
function cellText(
  store: Store,
  field: FieldDefinition,
  row: RecordRow,
  path: (id: string) => string,
): string {
  const value = textOf(row, field.key);
  if (field.type === 'unit') return path(value);
  const text = displayValue(field, row, store.tables, path);
  if (field.type !== 'code' || value === '') return text;
  return codedItem(field.codeTable ?? '', text, store.tables)?.code === value ? text : value;
}

const shared = new WeakMap<UnitTree, ReadonlySet<string>>();

/** The name of a unit; where several bear it, its path. */
function unitText(tree: UnitTree, id: string): string {
  let doubled = shared.get(tree);
  if (!doubled) {
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const { name } of tree.units) (seen.has(name) ? twice : seen).add(name);
    doubled = twice;
    shared.set(tree, doubled);
  }
  const name = tree.nameOf(id);
  return doubled.has(name) ? tree.pathOf(id).join('/') : name;
}
