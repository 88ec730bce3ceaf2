import type { SortKey } from '../ask.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import { firstRows } from './first-rows.ts';
import { sortLevels } from './sort-level.ts';

/** A page that ends behind this share of the rows found is cut from all of them in order. */
const deep = 4;

/**
 * Pages of the people found in any order. An order that was needed as a whole is kept for the pages that follow.
 * The plain loop: `sort(rows).slice(from, from + size)`.
 */
export class FoundPages {
  readonly #ctx: FoundContext;
  readonly #bits: Pointer;
  readonly #count: number;
  #whole: { readonly sort: string; readonly rows: Uint32Array } | undefined;

  constructor(ctx: FoundContext, bits: Pointer, count: number) {
    this.#ctx = ctx;
    this.#bits = bits;
    this.#count = count;
  }

  rows(sort: readonly SortKey[], from: number, size: number): readonly number[] {
    const first = Math.max(0, Math.trunc(from));
    const end = Math.min(this.#count, first + Math.max(0, Math.trunc(size)));
    const levels = sortLevels(this.#ctx, sort);
    if (first >= end) return [];
    const name = JSON.stringify(sort);
    if (this.#whole?.sort === name) return listOf(this.#whole.rows, first, end);
    if (end * deep >= this.#count || levels.length === 0) {
      const limit = levels.length === 0 ? end : this.#count;
      const rows = firstRows(this.#ctx, levels, this.#bits, this.#count, limit);
      if (limit === this.#count) this.#whole = { sort: name, rows };
      return listOf(rows, first, end);
    }
    return listOf(firstRows(this.#ctx, levels, this.#bits, this.#count, end), first, end);
  }
}

/** A list of plain numbers; for many rows several times as quick as `Array.from`. */
function listOf(rows: Uint32Array, from: number, end: number): number[] {
  const list: number[] = [];
  for (let index = from; index < end; index += 1) list.push(rows[index] ?? 0);
  return list;
}
