import type { CodeTables } from '../codes/code-tables.ts';
import type { FieldDefinition, SetDefinition } from './definition.ts';
import type { Registry } from './registry.ts';

/** A JSON Schema (2020-12) as a plain object. */
export type JsonSchema = { readonly [key: string]: unknown };

const enumLimit = 60;

/** The schema of one row of a set. */
export function rowSchema(set: SetDefinition, tables: CodeTables): JsonSchema {
  return {
    type: 'object',
    title: set.label,
    required: ['id', ...set.fields.filter((field) => field.required).map((field) => field.key)],
    properties: {
      id: { type: 'string', format: 'uuid' },
      ...Object.fromEntries(set.fields.map((field) => [field.key, fieldSchema(field, tables)])),
      asWritten: { type: 'object', additionalProperties: { type: 'string' }, description: '原文' },
      origin: {
        type: 'object',
        properties: { from: { type: 'string' }, hash: { type: 'string' } },
        required: ['from', 'hash'],
      },
    },
    additionalProperties: false,
  };
}

/** The schema of a whole subject: one property a set, an array of rows or, for single sets, one row. */
export function subjectSchema(registry: Registry, kind: 'person' | 'unit', tables: CodeTables): JsonSchema {
  const properties = registry.of(kind).map((set) => {
    const row = rowSchema(set, tables);
    return [set.code, set.repeating ? { type: 'array', items: row } : row] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', format: 'uuid' }, ...Object.fromEntries(properties) },
  };
}

function fieldSchema(field: FieldDefinition, tables: CodeTables): JsonSchema {
  const base = { title: field.label, 'x-code': field.code };
  switch (field.type) {
    case 'date':
      return { ...base, type: ['string', 'null'], pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' };
    case 'integer':
      return { ...base, type: ['integer', 'null'] };
    case 'code':
      return {
        ...base,
        type: ['string', 'null'],
        'x-code-table': field.codeTable,
        ...codeEnum(field, tables),
      };
    case 'unit':
      return { ...base, type: ['string', 'null'], format: 'uuid' };
    case 'file':
      return { ...base, type: ['string', 'null'], pattern: '^[0-9a-f]{64}$' };
    default:
      return { ...base, type: ['string', 'null'], ...(field.length ? { 'x-length': field.length } : {}) };
  }
}

/** Short tables are spelt out; long ones are named only. */
function codeEnum(field: FieldDefinition, tables: CodeTables): JsonSchema {
  const table = tables.get(field.codeTable ?? '');
  const codes = table?.items.flatMap((item) => (item.code === null ? [] : [item.code])) ?? [];
  return codes.length > 0 && codes.length <= enumLimit ? { enum: [...codes, null] } : {};
}
