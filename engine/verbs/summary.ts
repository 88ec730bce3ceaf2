import type { NumberSummary } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { keyedColumn } from './column-keys.ts';
import { countKeys } from './count-keys.ts';
import { refuse } from './refuse.ts';

/**
 * How many have a value, their sum, the least and the greatest.
 * The plain loop: `for (value of values) if (value !== null) { count += 1; sum += value; … }`.
 */
export function summaryOfFound(
  ctx: FoundContext,
  field: string,
  bits: Pointer,
  count: number,
): NumberSummary {
  const column = keyedColumn(ctx, field, 'field');
  if (column.kind !== 'number') return refuse('field', `“${column.schema.label}”不是数字，不能求和`);
  const { keys, counts } = countKeys(ctx, column, bits, count);
  let filled = 0;
  let sum = 0;
  let least: number | null = null;
  let greatest: number | null = null;
  for (const [index, key] of keys.entries()) {
    if (key === 0) continue;
    const many = counts[index] ?? 0;
    const value = key - 1 + column.base;
    filled += many;
    sum += value * many;
    least ??= value;
    greatest = value;
  }
  return { count: filled, sum, least, greatest };
}
