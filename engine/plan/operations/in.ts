import { dateKey, upperBound } from '../../column/date-key.ts';
import type { Column, UnitOrder } from '../../table/dataset.ts';
import { keyRanges, type KeyRanges } from '../key-ranges.ts';
import type { InCondition } from '../question.ts';
import { constant, type Operation } from '../run.ts';

/** One of the values; the values become ranges of keys. */
export const isIn: Operation<InCondition> = (run, condition, table, out, mode) => {
  const column = run.need(condition.field);
  const ranges = keyRanges(wantedKeys(condition, column, run.dataset.units));
  if (ranges.length === 0 || column.kind === 'paragraph') constant(run, table, false, out, mode);
  else run.match(column, ranges, out, mode);
};

function* wantedKeys(condition: InCondition, column: Column, units: UnitOrder): Iterable<KeyRanges[number]> {
  for (const value of condition.values) {
    if (column.kind === 'number') {
      const key = Number(value) - column.base + 1;
      if (key > 0) yield [key, key];
      continue;
    }
    const text = String(value);
    if (column.kind === 'date') {
      const key = dateKey(text);
      if (key !== null) yield [key, upperBound(key)];
    } else if (column.kind === 'code' && !condition.exact) {
      for (const key of column.dictionary.within(text)) yield [key, key];
    } else {
      const key = keyOf(text, column, units);
      if (key !== undefined)
        yield [key, column.kind === 'unit' && !condition.exact ? units.lastOf(key) : key];
    }
  }
}

function keyOf(text: string, column: Column, units: UnitOrder): number | undefined {
  if (column.kind === 'code') return column.dictionary.keyOf(text);
  if (column.kind === 'unit') return units.keyOf(text);
  return column.kind === 'text' ? column.pool.keyOf(text) : undefined;
}
