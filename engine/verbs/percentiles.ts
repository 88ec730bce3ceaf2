import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { keyedColumn } from './column-keys.ts';
import { countKeys } from './count-keys.ts';
import { refuse } from './refuse.ts';

/**
 * Values at shares of the people found, by the nearest rank: of n values in order the one at place ⌈share × n⌉, from 1,
 * the first for share 0. So it is always a value that somebody has; the median of an even number is the lower of the
 * two in the middle. Numbers as they are, dates as date keys; people without a value do not count.
 * The plain loop: `sort(values)[Math.ceil(share * values.length) - 1]`.
 */
export function percentilesOfFound(
  ctx: FoundContext,
  field: string,
  shares: readonly number[],
  bits: Pointer,
  count: number,
): readonly (number | null)[] {
  const column = keyedColumn(ctx, field, 'field');
  if (column.kind !== 'number' && column.kind !== 'date') {
    return refuse('field', `“${column.schema.label}”不是数字或日期，不能求分位数`);
  }
  for (const [index, share] of shares.entries()) {
    if (!(share >= 0 && share <= 1)) refuse(`shares[${index}]`, '请填写 0 到 1 之间的数');
  }
  const { keys, counts } = countKeys(ctx, column, bits, count);
  const skip = keys[0] === 0 ? 1 : 0;
  const filled = count - (skip === 1 ? (counts[0] ?? 0) : 0);
  if (filled === 0) return shares.map(() => null);
  return shares.map((share) => {
    let place = Math.max(1, Math.ceil(share * filled));
    let index = skip;
    while (place > (counts[index] ?? 0) && index < keys.length - 1) {
      place -= counts[index] ?? 0;
      index += 1;
    }
    const key = keys[index] ?? 0;
    return column.kind === 'date' ? key : key - 1 + column.base;
  });
}
