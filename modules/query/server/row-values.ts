import { dateKey, type Column, type Dataset } from '#engine';
import type { Questioner } from './asking.ts';

/** A value of rows with how often it occurs. */
export interface CountedValue {
  readonly value: string | number;
  readonly label: string;
  readonly count: number;
}

/** The different values that rows of a repeating set have in a field, the most frequent first; dates have none. */
export function rowValues(asker: Questioner, field: string): CountedValue[] {
  const { engine } = asker;
  const column = engine.resolve(field, dateKey(asker.asOf) ?? 0);
  const table = engine.dataset.child(column?.set.name ?? '');
  if (!column || !table || !('keys' in column)) return [];
  const { arena, root } = engine.dataset;
  const counts = new Map<number, number>();
  asker.ask({ population: 'all' }, (found) => {
    const people = found.rows([], 0, found.count);
    const start = arena.u32(table.start, root.rows);
    const length = arena.u16(table.length, root.rows);
    for (const person of people) {
      const first = start[person] ?? 0;
      for (let row = first; row < first + (length[person] ?? 0); row += 1) {
        const key = column.keys.at(row);
        if (key !== 0) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  });
  return [...counts]
    .toSorted(([a, many], [b, more]) => more - many || a - b)
    .map(([key, count]) => ({ ...valueAndLabel(engine.dataset, column, key), count }));
}

function valueAndLabel(dataset: Dataset, column: Column, key: number): Omit<CountedValue, 'count'> {
  switch (column.kind) {
    case 'code':
      return { value: column.dictionary.codeOf(key), label: column.dictionary.labelOf(key) };
    case 'unit':
      return { value: dataset.units.idOf(key), label: dataset.units.nameOf(key) };
    case 'text':
      return { value: column.pool.textOf(key), label: column.pool.textOf(key) };
    case 'number':
      return { value: key - 1 + column.base, label: String(key - 1 + column.base) };
    default:
      return { value: key, label: '' };
  }
}
