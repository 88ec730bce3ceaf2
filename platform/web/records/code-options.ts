import {
  textOf,
  writtenOf,
  type CodeItem,
  type CodeTable,
  type CodeTables,
  type RecordRow,
} from '#platform/model';
import type { FieldDefinition, FieldValue } from '#platform/model';

/** A choice of a code field. `value` is the code, or `text:` and the label where the table gives no code. */
export interface CodeOption {
  readonly value: string;
  readonly label: string;
  readonly code: string;
  readonly title: string;
  /** Everything by which it is found. */
  readonly search: string;
  readonly disabled?: boolean;
  readonly children?: readonly CodeOption[];
}

const textMark = 'text:';

function searchText(item: CodeItem): string {
  return [item.label, item.code ?? '', item.full_label ?? '', ...(item.aliases ?? [])]
    .join(' ')
    .toLowerCase();
}

function optionOf(item: CodeItem): CodeOption {
  return {
    value: item.code ?? textMark + item.label,
    label: item.label,
    title: item.label,
    code: item.code ?? '',
    search: searchText(item),
    ...(item.placeholder ? { disabled: true } : {}),
  };
}

/** A label without a code is kept as text: where a table has it several times, it is one choice. */
function offered(items: readonly CodeItem[]): readonly CodeItem[] {
  const labels = new Set<string>();
  return items.filter((item) => {
    if (item.code !== null) return true;
    const isNew = !labels.has(item.label);
    labels.add(item.label);
    return isNew;
  });
}

/** The tables of a field that could be loaded. */
export function tablesOfField(field: FieldDefinition, tables: CodeTables): readonly CodeTable[] {
  return (field.codeTable ?? '').split('|').flatMap((id) => tables.get(id) ?? []);
}

/** The rows of tables as a flat list. */
export function listOptions(tables: readonly CodeTable[]): CodeOption[] {
  return tables.flatMap((table) => offered(table.items).map(optionOf));
}

/** The rows of tables as a tree; with several tables each stands below its name. */
export function treeOptions(tables: readonly CodeTable[]): CodeOption[] {
  const below = (table: CodeTable, code: string | null): CodeOption[] =>
    offered(table.children(code)).map((item) => ({
      ...optionOf(item),
      ...(item.code === null ? {} : { children: below(table, item.code) }),
    }));
  const only = tables[0];
  if (tables.length === 1 && only) return below(only, null);
  return tables.map((table) => ({
    value: `table:${table.id}`,
    label: table.name,
    title: table.name,
    code: '',
    search: '',
    disabled: true,
    children: below(table, null),
  }));
}

/** What the select shows as chosen: the code, or the text that has none. */
export function chosenOption(field: FieldDefinition, row: RecordRow, tables: CodeTables): CodeOption | null {
  const code = textOf(row, field.key);
  const written = writtenOf(row, field.key);
  if (code === '') {
    if (written === '') return null;
    return {
      value: textMark + written,
      label: written,
      title: written,
      code: '',
      search: written.toLowerCase(),
    };
  }
  const item = tables.resolve(field.codeTable ?? '', code);
  return item ? optionOf(item) : { value: code, label: code, title: code, code, search: code.toLowerCase() };
}

/** The value to store for a choice, and the text to keep where it has no code. */
export function valueOfOption(value: string | null | undefined): {
  readonly value: FieldValue;
  readonly written?: string;
} {
  if (value === null || value === undefined || value === '') return { value: null };
  return value.startsWith(textMark) ? { value: null, written: value.slice(textMark.length) } : { value };
}
