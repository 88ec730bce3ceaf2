import { dateKey, lowerBound, upperBound, type DateKey } from '../../column/date-key.ts';
import { firstKey, lastKey } from '../match-dates.ts';
import type { BetweenCondition, Bound } from '../question.ts';
import { movedDate } from '../relative-date.ts';
import { constant, type Operation } from '../run.ts';

/** Not below one bound, not above the other; both are included. */
export const between: Operation<BetweenCondition> = (run, { field, from, to }, table, out, mode) => {
  const column = run.need(field);
  if (column.kind === 'date') {
    const low = from === undefined ? firstKey : lowerBound(boundKey(from, run.asOf));
    const high = to === undefined ? lastKey : upperBound(boundKey(to, run.asOf));
    if (low > high) constant(run, table, false, out, mode);
    else run.match(column, [[low, high]], out, mode);
  } else if (column.kind === 'number') {
    const low = from === undefined ? 1 : Math.max(1, Number(from) - column.base + 1);
    const high = to === undefined ? 0xffff_ffff : Math.min(0xffff_ffff, Number(to) - column.base + 1);
    if (low > high) constant(run, table, false, out, mode);
    else run.match(column, [[low, high]], out, mode);
  } else constant(run, table, false, out, mode);
};

/** A partial date as it is written, or the reference date moved. */
export function boundKey(bound: Bound, asOf: DateKey): DateKey {
  if (typeof bound === 'object') return movedDate(asOf, bound);
  return dateKey(String(bound)) ?? 0;
}
