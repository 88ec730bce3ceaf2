import type { DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import type { ChildTable, Column, KeyedColumn, Table } from '../table/dataset.ts';
import type { FoundContext } from './context.ts';
import type { KeyRanges } from './key-ranges.ts';
import type { Condition, Question } from './question.ts';

/** 0 writes a bitmap, 1 intersects with what is there. */
export type Mode = 0 | 1;

/** What the matching of keys needs. */
export type Work = Pick<FoundContext, 'dataset' | 'scratch' | 'expired'>;

/**
 * One question under way. Bitmaps that conditions write have their meaning only where rows are there and visible
 * (`everyone`): the rest of their bits is undefined.
 */
export interface Run extends FoundContext {
  readonly asOf: DateKey;
  /** A column that the check has seen. */
  need(name: string): Column;
  /** A column where nothing has to be worked out for it. */
  known(name: string): Column | undefined;
  child(set: string): ChildTable;
  /** The rows of a table that are there on the reference date: people who are, rows that are visible. */
  everyone(table: Table): Pointer;
  /** The question behind a saved id that the check has seen. */
  saved(id: string): Question;
  /** Decides a condition for all rows of a table. */
  evaluate(condition: Condition, table: Table, out: Pointer, mode: Mode): void;
  /** The rows of a column's table whose key lies in one of the ranges, out of what is kept where it can be. */
  match(column: KeyedColumn, ranges: KeyRanges, out: Pointer, mode: Mode): void;
  /** Keeps in `out` whom a population has. */
  intersectPopulation(population: NonNullable<Question['population']>, out: Pointer): void;
}

/** An operation decides conditions of its kind for all rows of a table. */
export type Operation<C extends Condition> = (
  run: Run,
  condition: C,
  table: Table,
  out: Pointer,
  mode: Mode,
) => void;

/** Does work that cannot intersect by itself: in a bitmap of its own, where `out` must be kept. */
export function intoOwn(
  work: Work,
  table: Table,
  out: Pointer,
  mode: Mode,
  write: (own: Pointer) => void,
): void {
  if (mode === 0) {
    write(out);
    return;
  }
  const own = work.scratch.take(table.bitmapBytes);
  write(own);
  work.dataset.kernel.and(out, own, out, table.bitmapBytes);
  work.scratch.give(own, table.bitmapBytes);
}

export function copyBits(work: Work, from: Pointer, to: Pointer, bytes: number): void {
  work.dataset.arena.u8(to, bytes).set(work.dataset.arena.u8(from, bytes));
}

/** All bits or none; with mode 1 all leaves what is there. */
export function constant(work: Work, table: Table, value: boolean, out: Pointer, mode: Mode): void {
  if (value && mode === 1) return;
  work.dataset.arena.u8(out, table.bitmapBytes).fill(value ? 0xff : 0);
}
