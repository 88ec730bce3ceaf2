import { dateText } from '../column/date-key.ts';
import type { Column, Dataset } from './dataset.ts';
import type { SourceRow } from './source.ts';

/** What a column says of a row, as a source row would; null when nothing is filled in. */
export function testValue(dataset: Dataset, column: Column, row: number): string | number | null {
  if (column.kind === 'paragraph') return column.paragraphs.textOf(row) || null;
  if (column.kind === 'date') {
    const month = column.months.at(row);
    return month === 0 ? null : dateText((month << 6) | (column.parts.at(row) ^ 1));
  }
  const key = column.keys.at(row);
  if (key === 0) return null;
  if (column.kind === 'code') return column.dictionary.codeOf(key);
  if (column.kind === 'unit') return dataset.units.idOf(key);
  return column.kind === 'number' ? key - 1 + column.base : column.pool.textOf(key);
}

/** All that the tables hold of a person, by set, nothing empty; undefined for who is not there. */
export function testRowsOf(dataset: Dataset, id: string): Record<string, SourceRow[]> | undefined {
  const person = dataset.rowOf(id);
  if (person === undefined) return undefined;
  const sets: Record<string, SourceRow[]> = {};
  for (const set of dataset.schema.sets) {
    const child = dataset.child(set.name);
    const first = child ? (dataset.arena.u32(child.start, person + 1)[person] ?? 0) : person;
    const count = child ? (dataset.arena.u16(child.length, person + 1)[person] ?? 0) : 1;
    sets[set.name] = Array.from({ length: count }, (_, at) => {
      const values = set.columns.map((schema) => {
        const column = dataset.column(schema.name);
        const value = column ? testValue(dataset, column, first + at) : null;
        return [schema.name.slice(set.name.length + 1), value] as const;
      });
      return Object.fromEntries(values.filter(([, value]) => value !== null));
    });
  }
  return sets;
}

/** The numbers of the bits that are set. */
export function testBits(dataset: Dataset, bits: number, bytes: number): number[] {
  const found: number[] = [];
  dataset.arena.u8(bits, bytes).forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) found.push(at * 8 + bit);
  });
  return found;
}
