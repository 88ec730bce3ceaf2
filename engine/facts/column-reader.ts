import type { AsOf } from '../as-of/as-of.ts';
import type { DateKey } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import { matchKeys } from '../plan/match-keys.ts';
import type { Work } from '../plan/run.ts';
import type { Column, Dataset, Keys } from '../table/dataset.ts';
import type { SetSchema } from '../table/schema.ts';
import type { FactReader, FactValue, HeldSpan, PersonReader, RowWalk } from './fact.ts';
import { heldBits, isHeldOn, type SpanMaterial } from './held-rows.ts';
import { readAmong, readDates, readKeys, readNumbers, readPassing, readStrings } from './read-column.ts';

/** What readers over columns are made from. */
export interface ReaderMaterial {
  readonly dataset: Dataset;
  readonly tables: AsOf;
  readonly asOf: DateKey;
  /** Where all rows are read: what can be decided for all at once is, and is remembered for other facts of the date. */
  readonly forAll?: { readonly work: Work; readonly held: Map<string, Uint8Array<ArrayBuffer>> } | undefined;
  /** Reads another fact. */
  fact(name: string): (row: number) => FactValue;
}

/** Reads columns as they look on a date. Good until the data changes. */
export function columnReader(material: ReaderMaterial): FactReader {
  const { dataset, asOf } = material;
  const need = (name: string): Column => needColumn(material, name);
  return {
    dates: (name) => datesOf(need(name)),
    numbers(name) {
      const column = need(name);
      return column.kind === 'number' ? readNumbers(column) : wrongKind(column);
    },
    strings(name) {
      const column = need(name);
      return column.kind === 'number' || column.kind === 'date'
        ? wrongKind(column)
        : readStrings(column, dataset.units);
    },
    units(name) {
      const column = need(name);
      if (column.kind !== 'unit') return wrongKind(column);
      if (!material.forAll) return readStrings(column, dataset.units);
      const key = readKeys(column.keys);
      return (row) => key(row) || null;
    },
    isAmong(name, codes) {
      const column = need(name);
      return column.kind === 'code' ? readAmong(column, codes) : wrongKind(column);
    },
    passes(name, test) {
      const column = need(name);
      return column.kind === 'code' || column.kind === 'text' ? readPassing(column, test) : wrongKind(column);
    },
    isHeld(span) {
      const columns = spanMaterial(span, need);
      const { from, to, ended, codes } = columns;
      const bits = heldOfAll(material, 'live', span, columns, () => from.table.live);
      if (bits) {
        return (row) => (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1;
      }
      const [first, last, hasEnded] = [readDates(from), readDates(to), readAmong(ended, codes)];
      return (row) => isHeldOn(first(row), last(row), hasEnded(row), asOf);
    },
    fact: (name) => material.fact(name),
  };
}

/** Reads people and, person by person, their rows. */
export function personReader(material: ReaderMaterial): PersonReader {
  const { dataset, tables, asOf } = material;
  const own = columnReader(material);
  const setOf = (name: string): SetSchema => {
    const set = dataset.set(name);
    if (!set?.repeating) throw new Error(`a fact walks through ${name}, which has no rows`);
    return set;
  };
  const eachRow = (name: string): RowWalk => {
    const set = setOf(name);
    return rowWalk(
      dataset,
      name,
      set.visible && ((bytes) => dataset.arena.u8(tables.visible(set, asOf), bytes)),
    );
  };

  return {
    ...own,
    rows: () => own,
    firstRow(name) {
      const child = dataset.child(setOf(name).name);
      if (!child) throw new Error(`${name} has no table`);
      let start = new Uint32Array(0);
      return (person) => {
        if (start.length === 0) start = dataset.arena.u32(child.start, dataset.root.rows);
        return start[person] ?? 0;
      };
    },
    eachRow,
    eachStoredRow: (set) => rowWalk(dataset, setOf(set).name, undefined),
    eachHeld(name, span) {
      const set = setOf(name);
      const columns = spanMaterial(span, (column) => needColumn(material, column));
      const bits = heldOfAll(material, 'visible', span, columns, () => tables.visible(set, asOf));
      if (bits) return rowWalk(dataset, name, () => bits);
      const isHeld = own.isHeld(span);
      const each = eachRow(name);
      return (person, visit) => each(person, (row) => isHeld(row) && visit(row));
    },
    hasStored(names) {
      const columns = names.map((name) => {
        const column = storedColumn(dataset, name);
        return 'keys' in column && column.kind !== 'number' ? column.keys : wrongKind(column);
      });
      if (material.forAll) return filledRows(material.forAll.work, columns);
      const keys = columns.map(readKeys);
      return (row) => keys.some((key) => key(row) !== 0);
    },
    storedDates: (name) => datesOf(storedColumn(dataset, name)),
  };
}

function needColumn({ tables, asOf }: ReaderMaterial, name: string): Column {
  const column = tables.column(name, asOf);
  if (!column) throw new Error(`a fact reads ${name}, which is not there`);
  return column;
}

function storedColumn(dataset: Dataset, name: string): Column {
  const column = dataset.column(name);
  if (!column) throw new Error(`a fact reads ${name}, which is not there`);
  return column;
}

/** People of whom one of the columns is filled in. */
function filledRows(work: Work, columns: readonly Keys[]): (row: number) => boolean {
  const { arena, root } = work.dataset;
  const empty = work.scratch.take(root.bitmapBytes);
  arena.u8(empty, root.bitmapBytes).fill(0xff);
  for (const keys of columns) matchKeys(work, root, keys, [[0, 0]], empty, 1);
  const bits = arena.u8(empty, root.bitmapBytes).slice();
  work.scratch.give(empty, root.bitmapBytes);
  return (row) => (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 0;
}

/** Goes through the rows of a person, those of a bitmap only when there is one. */
function rowWalk(
  dataset: Dataset,
  set: string,
  bitmap: ((bytes: number) => Uint8Array<ArrayBuffer>) | undefined,
): RowWalk {
  const child = dataset.child(set);
  if (!child) throw new Error(`${set} has no table`);
  const { arena, root } = dataset;
  let start = new Uint32Array(0);
  let length = new Uint16Array(0);
  let bits = new Uint8Array(0);
  return (person, visit) => {
    if (start.length === 0) {
      bits = bitmap?.(child.bitmapBytes) ?? bits;
      start = arena.u32(child.start, root.rows);
      length = arena.u16(child.length, root.rows);
    }
    const first = start[person] ?? 0;
    const end = first + (length[person] ?? 0);
    if (!bitmap) for (let row = first; row < end; row++) visit(row);
    else eachSet(bits, first, end, visit);
  };
}

/** Sixteen and more bits at once: nobody looks at the rows that are not set. */
function eachSet(bits: Uint8Array, first: number, end: number, visit: (row: number) => void): void {
  for (let from = first; from < end; from += 16) {
    const at = from >>> 3;
    const three = (bits[at] ?? 0) | ((bits[at + 1] ?? 0) << 8) | ((bits[at + 2] ?? 0) << 16);
    let left = (three >>> (from & 7)) & ((1 << Math.min(16, end - from)) - 1);
    for (; left !== 0; left &= left - 1) visit(from + 31 - Math.clz32(left & -left));
  }
}

/** The rows that are held, where all rows are read. */
function heldOfAll(
  { forAll, asOf }: ReaderMaterial,
  of: 'live' | 'visible',
  { from, to, ended }: HeldSpan,
  columns: SpanMaterial,
  among: () => Pointer,
): Uint8Array<ArrayBuffer> | undefined {
  if (!forAll) return undefined;
  const name = [of, from, to, ended.column, ...ended.codes, columns.from.table.layout].join(' ');
  const known = forAll.held.get(name);
  if (known) return known;
  const bits = heldBits(forAll.work, columns, asOf, among());
  forAll.held.set(name, bits);
  return bits;
}

function spanMaterial({ from, to, ended }: HeldSpan, need: (name: string) => Column): SpanMaterial {
  const [start, end, status] = [need(from), need(to), need(ended.column)];
  if (start.kind !== 'date' || end.kind !== 'date' || status.kind !== 'code') return wrongKind(start);
  return { from: start, to: end, ended: status, codes: ended.codes };
}

function datesOf(column: Column): (row: number) => number | null {
  return column.kind === 'date' ? readDates(column) : wrongKind(column);
}

function wrongKind({ schema }: Column): never {
  throw new Error(`a fact reads ${schema.name} as something that it is not`);
}
