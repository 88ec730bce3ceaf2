import { dateKey, isVisible, type FactValue } from '#engine';
import {
  displayValue,
  printDate,
  sortedRows,
  textOf,
  type CatalogueField,
  type FieldCatalogue,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import { readMany, type Store, type StoredSets } from '#platform/server';
import type { UnitTree } from '#modules/organization/server';

/** A value as people read it. */
export function cellText(field: CatalogueField, value: FactValue, catalogue: FieldCatalogue): string {
  if (value === null) return '';
  if (field.kind === 'code') {
    const label = field.codes === undefined ? undefined : catalogue.labelOf(field.codes, String(value));
    return label ?? String(value);
  }
  if (field.kind === 'unit') return catalogue.unitName(String(value)) ?? '';
  if (field.kind === 'date') return printDate(String(value));
  return String(value);
}

/** Reads fields of repeating sets; a person's rows stand one below the other, as far as they count on the date. */
export async function rowTexts(
  store: Store,
  ids: readonly string[],
  fields: readonly CatalogueField[],
  units: UnitTree,
  asOf: string,
): Promise<(id: string, field: CatalogueField) => string> {
  const sets = [...new Set(fields.flatMap(({ set }) => set ?? []))];
  const stored = sets.length === 0 ? new Map<string, StoredSets>() : await readMany(store.db, ids, sets);
  return (id, { name, set = '' }) => {
    const found = store.registry.field(name);
    if (!found) return '';
    const rows = stored.get(id)?.[set]?.rows ?? [];
    return sortedRows(found.set, rows)
      .filter((row) => countsOn(found.set, row, asOf))
      .map((row) => displayValue(found.field, row, store.tables, units.nameOf))
      .join('\n');
  };
}

/** Does a row count on the date, as the set's time says? */
function countsOn({ time }: SetDefinition, row: RecordRow, asOf: string): boolean {
  if (time?.visible === undefined) return true;
  const { from, at, until } = time.visible;
  return isVisible(
    { from, at, until },
    dateKey(textOf(row, from)),
    until === undefined ? null : dateKey(textOf(row, until)),
    dateKey(asOf) ?? 0,
  );
}
