import type { CodeTables } from '../codes/code-tables.ts';
import type { FieldDefinition, SetDefinition, SubjectKind } from './definition.ts';
import { displayValue, sortedRows, type UnitNames } from './display.ts';
import type { Registry } from './registry.ts';
import type { SubjectSets } from './row.ts';

/** A column of a list: any field of any set. */
export interface Column {
  /** `A01.sexCode` */
  readonly path: string;
  readonly label: string;
  readonly setLabel: string;
  readonly set: SetDefinition;
  readonly field: FieldDefinition;
}

/** Every column that lists of such subjects can show. */
export function columnsOf(registry: Registry, kind: SubjectKind): Column[] {
  return registry
    .of(kind)
    .flatMap((set) =>
      set.internal
        ? []
        : set.fields
            .filter((field) => !field.internal && field.type !== 'file')
            .map((field) => columnOf(set, field)),
    );
}

/** The column of a path; undefined when there is no such field. */
export function findColumn(registry: Registry, path: string): Column | undefined {
  const found = registry.field(path);
  return found ? columnOf(found.set, found.field) : undefined;
}

function columnOf(set: SetDefinition, field: FieldDefinition): Column {
  return { path: `${set.code}.${field.key}`, label: field.label, setLabel: set.label, set, field };
}

/** The text of a column for one subject; the rows of a repeating set one below the other. */
export function columnText(
  column: Column,
  sets: SubjectSets,
  tables: CodeTables,
  unitName: UnitNames,
): string {
  return sortedRows(column.set, sets[column.set.code] ?? [])
    .map((row) => displayValue(column.field, row, tables, unitName))
    .filter((text) => text !== '')
    .join('\n');
}
