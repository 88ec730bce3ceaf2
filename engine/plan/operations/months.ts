import { mergedMonths, type TimedRows } from '../merged-months.ts';
import type { Pointer } from '../../memory/arena.ts';
import type { ChildTable } from '../../table/dataset.ts';
import type { DateColumn } from '../match-dates.ts';
import { keyRanges } from '../key-ranges.ts';
import type { MonthsCondition } from '../question.ts';
import type { Operation, Run } from '../run.ts';
import { matchChildRows, matchCounts, withCounts } from './child-rows.ts';

/**
 * The months that rows last together. Rows of one set are added up by the kernel; those of several are brought together
 * person by person.
 */
export const months: Operation<MonthsCondition> = (run, condition, table, out, mode) => {
  const { kernel } = run.dataset;
  const sets = timedRows(run, condition);
  const candidates = mode === 1 ? out : run.everyone(table);
  withCounts(run, table, (counts) => {
    const [only, ...more] = sets;
    if (only && more.length === 0 && isKernelDate(only.from) && isKernelDate(only.to)) {
      const { child, bits, from, to, lasting } = only;
      const dates = [pointersOf(from), pointersOf(to)] as const;
      const people = table.rows;
      kernel.liftMonths(
        child.start,
        child.length,
        people,
        bits,
        ...dates,
        lasting,
        run.asOf,
        candidates,
        counts,
      );
    } else mergedMonths(run, sets, candidates, counts);
    matchCounts(run, table, counts, condition, out, mode);
  });
  for (const { child, bits, lasting } of sets) {
    run.scratch.give(bits, child.bitmapBytes);
    run.scratch.give(lasting, child.bitmapBytes);
  }
};

/** The rows that count, set by set: a set that is named twice brings the rows of both. */
function timedRows(run: Run, condition: MonthsCondition): readonly TimedRows[] {
  const { kernel } = run.dataset;
  const sets = new Map<string, TimedRows>();
  for (const { set, where } of condition.spans) {
    const child = run.child(set);
    const bits = run.scratch.take(child.bitmapBytes);
    matchChildRows(run, child, where, bits);
    const before = sets.get(set);
    if (before) {
      kernel.or(before.bits, bits, before.bits, child.bitmapBytes);
      run.scratch.give(bits, child.bitmapBytes);
    } else sets.set(set, { child, bits, ...spanOf(run, child) });
  }
  return [...sets.values()];
}

function spanOf(run: Run, child: ChildTable): Pick<TimedRows, 'from' | 'to' | 'lasting'> {
  const { span } = child.set;
  if (!span) throw new Error(`${child.name} has no span of time`);
  return {
    from: dateColumn(run, span.from),
    to: dateColumn(run, span.to),
    lasting: lastingRows(run, child),
  };
}

/** The rows that last on while they have no end. */
function lastingRows(run: Run, child: ChildTable): Pointer {
  const ended = child.set.span?.ended;
  const bits = run.scratch.take(child.bitmapBytes);
  run.dataset.arena.u8(bits, child.bitmapBytes).fill(0xff);
  const column = ended ? run.dataset.column(ended.column) : undefined;
  if (ended && column?.kind === 'code') {
    const keys = ended.codes.flatMap((code) => column.dictionary.within(code));
    const over = run.scratch.take(child.bitmapBytes);
    run.match(column, keyRanges(keys.map((key) => [key, key])), over, 0);
    run.dataset.kernel.andNot(bits, over, bits, child.bitmapBytes);
    run.scratch.give(over, child.bitmapBytes);
  }
  return bits;
}

function dateColumn(run: Run, name: string): DateColumn {
  const column = run.dataset.column(name);
  if (column?.kind !== 'date') throw new Error(`${name} is no date`);
  return column;
}

function isKernelDate({ months: keys, parts }: DateColumn): boolean {
  return (keys.width === 0 || keys.width === 2) && parts.width <= 1;
}

function pointersOf({ months: keys, parts }: DateColumn): {
  readonly months: Pointer;
  readonly parts: Pointer;
} {
  return { months: keys.pointer, parts: parts.pointer };
}
