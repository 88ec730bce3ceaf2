import { monthIndex, type DateKey } from '../column/date-key.ts';
import { endsMonth } from '../column/days.ts';
import type { Pointer } from '../memory/arena.ts';
import { rowsOfPeople } from '../kept/rows-of-people.ts';
import { dateKeys, firstKey, matchDates, matchParts, type DateColumn } from '../plan/match-dates.ts';
import { matchKeys } from '../plan/match-keys.ts';
import type { Work } from '../plan/run.ts';
import type { Dataset, Table } from '../table/dataset.ts';
import type { SetSchema, Visibility } from '../table/schema.ts';
import type { Derived } from './derived-cache.ts';
import { rowRoom } from './row-room.ts';
import { isVisible } from './row-visibility.ts';

/** The rows of a set that count on a date: live ones that have begun and not been taken back. */
export class VisibleRows implements Derived {
  readonly rank = 0;
  readonly #dataset: Dataset;
  readonly #table: Table;
  readonly #visibility: Visibility;
  readonly #from: DateColumn | undefined;
  readonly #until: DateColumn | undefined;
  readonly #asOf: DateKey;
  readonly #layout: number;
  #pointer: Pointer;
  /** Room for the rows that there are and some more. */
  #bytes: number;
  #hidesRows = false;

  constructor(work: Work, set: SetSchema, visibility: Visibility, asOf: DateKey) {
    const { dataset } = work;
    this.#dataset = dataset;
    this.#table = (set.repeating ? dataset.child(set.name) : undefined) ?? dataset.root;
    this.#visibility = visibility;
    this.#from = dateColumn(dataset, visibility.from);
    this.#until = dateColumn(dataset, visibility.until);
    this.#asOf = asOf;
    this.#layout = this.#table.layout;
    this.#bytes = rowRoom(this.#table) / 8;
    this.#pointer = dataset.arena.allocate(this.#bytes);
    this.#fill(work);
  }

  get pointer(): Pointer {
    return this.#pointer;
  }

  get isCurrent(): boolean {
    return this.#table.layout === this.#layout;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Is there any row that is there and does not count? */
  get hidesRows(): boolean {
    return this.#hidesRows;
  }

  patch(people: readonly number[]): boolean {
    const { arena, kernel } = this.#dataset;
    const table = this.#table;
    if (table.bitmapBytes > this.#bytes) {
      const wanted = rowRoom(table) / 8;
      this.#pointer = arena.resize(this.#pointer, this.#bytes, wanted);
      this.#bytes = wanted;
    }
    const bits = arena.u8(this.#pointer, this.#bytes);
    const from = this.#from ? dateKeys(this.#from) : noDate;
    const until = this.#until ? dateKeys(this.#until) : noDate;
    rowsOfPeople(this.#dataset, table, people, (row) => {
      const visible = isVisible(this.#visibility, from(row) || null, until(row) || null, this.#asOf);
      const bit = 1 << (row & 7);
      bits[row >>> 3] = visible ? (bits[row >>> 3] ?? 0) | bit : (bits[row >>> 3] ?? 0) & ~bit;
    });
    // Rows that were left behind are nobody's.
    kernel.and(this.#pointer, table.live, this.#pointer, table.bitmapBytes);
    this.#compare();
    return true;
  }

  free(): void {
    this.#dataset.arena.free(this.#pointer, this.#bytes);
  }

  #fill(work: Work): void {
    const { arena, kernel } = this.#dataset;
    const bytes = this.#table.bitmapBytes;
    arena.u8(this.#pointer, bytes).set(arena.u8(this.#table.live, bytes));
    const one = work.scratch.take(bytes);
    const some = work.scratch.take(bytes);
    if (this.#from) {
      matchKeys(work, this.#table, this.#from.months, [[0, 0]], some, 0);
      for (const { until, wanted } of begunDates(this.#visibility, this.#asOf)) {
        matchDates(work, this.#from, firstKey, until, one, 0);
        if (wanted) matchParts(work, this.#from, 1, monthIndex(until), wanted, one, 1);
        kernel.or(some, one, some, bytes);
      }
      kernel.and(this.#pointer, some, this.#pointer, bytes);
    }
    if (this.#until) {
      matchDates(work, this.#until, firstKey, this.#asOf, one, 0);
      kernel.andNot(this.#pointer, one, this.#pointer, bytes);
    }
    work.scratch.give(some, bytes);
    work.scratch.give(one, bytes);
    this.#compare();
  }

  #compare(): void {
    const { kernel } = this.#dataset;
    const bytes = this.#table.bitmapBytes;
    this.#hidesRows = kernel.count(this.#pointer, bytes) < kernel.count(this.#table.live, bytes);
  }
}

/** The dates that have begun: those of some precision up to a date. */
interface Begun {
  readonly until: DateKey;
  readonly wanted?: (part: number) => boolean;
}

/** Where it is the end of a partial date that counts, years and months begin later than days. */
function begunDates({ at }: Visibility, asOf: DateKey): readonly Begun[] {
  if (at !== 'end') return [{ until: asOf }];
  const month = monthIndex(asOf);
  const complete = endsMonth(asOf) ? month : month - 1;
  return [
    { until: monthEnd(complete - 11), wanted: (part) => part === 0 },
    { until: monthEnd(complete), wanted: (part) => part === 1 },
    { until: asOf, wanted: (part) => part > 1 },
  ];
}

/** Not below any key of a month. */
function monthEnd(month: number): DateKey {
  return month * 64 + 63;
}

function dateColumn(dataset: Dataset, name: string | undefined): DateColumn | undefined {
  if (name === undefined) return undefined;
  const column = dataset.column(name);
  if (column?.kind !== 'date') throw new Error(`${name} decides what is visible and is no date`);
  return column;
}

function noDate(): number {
  return 0;
}
