import { dateKey, type DateKey } from '../column/date-key.ts';
import type { ColumnSchema, DatasetSchema, SetSchema } from '../table/schema.ts';
import type { SourcePerson, SourceRow } from '../table/source.ts';

/** Finds the columns of a schema by their path. */
export interface SchemaIndex {
  column(name: string): { readonly schema: ColumnSchema; readonly set: SetSchema; readonly key: string };
  set(name: string): SetSchema;
  /** Is a code one of these or below one of them? */
  isWithin(list: string | undefined, code: string, codes: readonly string[]): boolean;
}

const indexes = new WeakMap<DatasetSchema, SchemaIndex>();

/** The index of a schema, made once. */
export function schemaIndex(schema: DatasetSchema): SchemaIndex {
  const known = indexes.get(schema);
  if (known) return known;
  const sets = new Map(schema.sets.map((set) => [set.name, set]));
  const columns = new Map(
    schema.sets.flatMap((set) =>
      set.columns.map((column) => {
        const key = column.name.slice(set.name.length + 1);
        return [column.name, { schema: column, set, key }] as const;
      }),
    ),
  );
  const parents = new Map(
    schema.codes.map(({ id, entries }) => [id, new Map(entries.map(({ code, parent }) => [code, parent]))]),
  );
  const index: SchemaIndex = {
    column: (name) => found(columns.get(name), name),
    set: (name) => found(sets.get(name), name),
    isWithin(list, code, codes) {
      const above = list === undefined ? undefined : parents.get(list);
      const seen = new Set<string>();
      for (let at: string | undefined = code; at !== undefined && !seen.has(at); at = above?.get(at)) {
        if (codes.includes(at)) return true;
        seen.add(at);
      }
      return false;
    },
  };
  indexes.set(schema, index);
  return index;
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not there`);
  return value;
}

/** A person's rows of a set as tables keep them: oldest first, rows without a date before all others. */
export function orderedRows(index: SchemaIndex, person: SourcePerson, set: SetSchema): readonly SourceRow[] {
  const rows = person.sets[set.name] ?? [];
  if (!set.repeating) return rows.slice(0, 1);
  const { order } = set;
  if (order === undefined) return rows;
  const { key, schema } = index.column(order);
  const placed = rows.map((row) => ({ row, place: placeOf(row[key], schema) }));
  return placed.toSorted((a, b) => a.place - b.place).map(({ row }) => row);
}

function placeOf(value: unknown, { kind }: ColumnSchema): number {
  if (kind === 'date') return dateValue(value) ?? 0;
  return kind === 'number' ? (numberValue(value) ?? Number.NEGATIVE_INFINITY) : 0;
}

export function dateValue(value: unknown): DateKey | null {
  return typeof value === 'string' ? dateKey(value) : null;
}

export function numberValue(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && !Number.isNaN(number) ? Math.trunc(number) : null;
}

export function stringValue(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text !== '' ? text : null;
}
