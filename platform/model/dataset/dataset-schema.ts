import type { CodeList, ColumnKind, ColumnSchema, DatasetSchema, Fact, SetSchema } from '#engine';
import type { CodeTables } from '../codes/code-tables.ts';
import type { FieldDefinition, FieldType, SetDefinition } from '../registry/definition.ts';
import { isSensitive, type Registry } from '../registry/registry.ts';
import { codeListOf } from './code-list.ts';
import { filesList } from './file-fields.ts';

const kinds: Readonly<Record<FieldType, ColumnKind>> = {
  text: 'text',
  paragraph: 'paragraph',
  date: 'date',
  code: 'code',
  integer: 'number',
  unit: 'unit',
  file: 'code',
};

/**
 * The tables that questions are asked of: every set of a person and every field that people fill in, with the code lists
 * of the fields and of the facts. What the program keeps for itself is left out. The records of a person (`{ id, sets }`)
 * are a `SourcePerson` as they are, but for sets with files (see `sourceRows`).
 */
export function datasetSchemaOf(
  registry: Registry,
  tables: CodeTables,
  facts: readonly Fact[] = [],
): DatasetSchema {
  const lists = new Map<string, CodeList>();
  /** The id of the list; undefined when there is none, so that any code may come. */
  const listOf = (id: string): string | undefined => {
    const list = lists.get(id) ?? (id === filesList.id ? filesList : codeListOf(id, tables));
    if (list) lists.set(id, list);
    return list?.id;
  };
  const sets = registry
    .of('person')
    .filter((set) => !set.internal)
    .map((set) => setSchema(set, listOf));
  for (const fact of facts) {
    if (fact.codes !== undefined && listOf(fact.codes) === undefined)
      throw new Error(`the fact ${fact.name} names the unknown code table ${fact.codes}`);
  }
  return { sets, codes: [...lists.values()] };
}

function setSchema(set: SetDefinition, listOf: (id: string) => string | undefined): SetSchema {
  const path = (key: string): string => `${set.code}.${key}`;
  const { order, visible, span } = set.time ?? {};
  return {
    name: set.code,
    label: set.label,
    repeating: set.repeating,
    columns: set.fields.flatMap((field) => columnSchema(set, field, path(field.key), listOf)),
    order: order === undefined ? undefined : path(order),
    visible: visible && {
      from: path(visible.from),
      at: visible.at,
      until: visible.until === undefined ? undefined : path(visible.until),
    },
    span: span && {
      from: path(span.from),
      to: path(span.to),
      ended: span.ended && { column: path(span.ended.field), codes: span.ended.codes },
    },
  };
}

function columnSchema(
  set: SetDefinition,
  field: FieldDefinition,
  name: string,
  listOf: (id: string) => string | undefined,
): ColumnSchema[] {
  if (field.internal && !field.inTables) return [];
  const codes = field.type === 'file' ? filesList.id : field.codeTable;
  return [
    {
      name,
      label: field.label,
      kind: kinds[field.type],
      ...(codes === undefined ? {} : { codes: listOf(codes) }),
      ...(isSensitive(set, field) ? { sensitive: true } : {}),
      ...(field.initials ? { initials: true } : {}),
      ...(field.internal ? { hidden: true } : {}),
    },
  ];
}
