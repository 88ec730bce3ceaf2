import type { AsOf } from '../as-of/as-of.ts';
import type { DateKey } from '../column/date-key.ts';
import type { Column, Dataset } from '../table/dataset.ts';
import type { FactReader, FactValue, PersonReader } from './fact.ts';
import { readAmong, readDates, readNumbers, readStrings } from './read-column.ts';

/** What readers over columns are made from. */
export interface ReaderMaterial {
  readonly dataset: Dataset;
  readonly tables: AsOf;
  readonly asOf: DateKey;
  /** Reads another fact. */
  fact(name: string): (row: number) => FactValue;
}

/** Reads columns as they look on a date. Good until the data changes. */
export function columnReader(material: ReaderMaterial): FactReader {
  const { dataset, tables, asOf } = material;
  const need = (name: string): Column => {
    const column = tables.column(name, asOf);
    if (!column) throw new Error(`a fact reads ${name}, which is not there`);
    return column;
  };
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
    isAmong(name, codes) {
      const column = need(name);
      return column.kind === 'code' ? readAmong(column, codes) : wrongKind(column);
    },
    fact: (name) => material.fact(name),
  };
}

/** Reads people and, person by person, their rows. */
export function personReader(material: ReaderMaterial): PersonReader {
  const { dataset, tables, asOf } = material;
  const own = columnReader(material);
  const visible = new Map<string, RowWalk>();
  const stored = new Map<string, RowWalk>();

  function walkOf(walks: Map<string, RowWalk>, name: string): RowWalk {
    const known = walks.get(name);
    if (known) return known;
    const set = dataset.set(name);
    if (!set?.repeating) throw new Error(`a fact walks through ${name}, which has no rows`);
    const bits = walks === visible && set.visible ? () => tables.visible(set, asOf) : undefined;
    const walk = rowWalk(dataset, name, bits);
    walks.set(name, walk);
    return walk;
  }

  return {
    ...own,
    rows: () => own,
    eachRow: (set, person, visit) => walkOf(visible, set)(person, visit),
    eachStoredRow: (set, person, visit) => walkOf(stored, set)(person, visit),
    storedDates(name) {
      const column = dataset.column(name);
      if (!column) throw new Error(`a fact reads ${name}, which is not there`);
      return datesOf(column);
    },
  };
}

type RowWalk = (person: number, visit: (row: number) => void) => void;

/** Goes through the rows of a person, those of a bitmap only when there is one. */
function rowWalk(dataset: Dataset, set: string, bitmap: (() => number) | undefined): RowWalk {
  const child = dataset.child(set);
  if (!child) throw new Error(`${set} has no table`);
  const { arena, root } = dataset;
  let start = new Uint32Array(0);
  let length = new Uint16Array(0);
  let bits = new Uint8Array(0);
  return (person, visit) => {
    if (start.length === 0) {
      const pointer = bitmap?.();
      start = arena.u32(child.start, root.rows);
      length = arena.u16(child.length, root.rows);
      if (pointer !== undefined) bits = arena.u8(pointer, child.bitmapBytes);
    }
    const first = start[person] ?? 0;
    const end = first + (length[person] ?? 0);
    for (let row = first; row < end; row++) {
      if (!bitmap || (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1) visit(row);
    }
  };
}

function datesOf(column: Column): (row: number) => number | null {
  return column.kind === 'date' ? readDates(column) : wrongKind(column);
}

function wrongKind({ schema }: Column): never {
  throw new Error(`a fact reads ${schema.name} as something that it is not`);
}
