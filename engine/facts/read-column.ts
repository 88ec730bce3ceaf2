import type { Column, Keys, UnitOrder } from '../table/dataset.ts';
import type { FactValue } from './fact.ts';

/** Reads keys row by row; memory that grows takes the view away, then a new one is taken. */
export function readKeys(keys: Keys): (row: number) => number {
  if (keys.width === 0) return () => 0;
  // One function for each width, so that each reads one kind of array.
  if (keys.width === 1) return bytesOf(keys);
  return keys.width === 2 ? wordsOf(keys) : longsOf(keys);
}

function bytesOf(keys: Keys): (row: number) => number {
  let view = keys.view();
  return (row) => {
    if (row >= view.length) view = keys.view();
    return view[row] ?? 0;
  };
}

function wordsOf(keys: Keys): (row: number) => number {
  let view = keys.view();
  return (row) => {
    if (row >= view.length) view = keys.view();
    return view[row] ?? 0;
  };
}

function longsOf(keys: Keys): (row: number) => number {
  let view = keys.view();
  return (row) => {
    if (row >= view.length) view = keys.view();
    return view[row] ?? 0;
  };
}

type OfKind<K extends Column['kind']> = Extract<Column, { kind: K }>;

export function readNumbers(column: OfKind<'number'>): (row: number) => number | null {
  const key = readKeys(column.keys);
  const below = column.base - 1;
  return (row) => {
    const at = key(row);
    return at === 0 ? null : at + below;
  };
}

/** Date keys. */
export function readDates({ months, parts }: OfKind<'date'>): (row: number) => number | null {
  if (months.width !== 2 || parts.width > 1) return anyDates(months, parts);
  // Nearly all columns of dates are such; nothing is called for a row.
  let month = months.view();
  if (parts.width === 0) {
    return (row) => {
      if (row >= month.length) month = months.view();
      const at = month[row] ?? 0;
      return at === 0 ? null : (at << 6) | 1;
    };
  }
  let part = parts.view();
  return (row) => {
    if (row >= month.length) month = months.view();
    const at = month[row] ?? 0;
    if (at === 0) return null;
    if (row >= part.length) part = parts.view();
    return (at << 6) | ((part[row] ?? 0) ^ 1);
  };
}

function anyDates(months: Keys, parts: Keys): (row: number) => number | null {
  const month = readKeys(months);
  const part = readKeys(parts);
  return (row) => {
    const at = month(row);
    return at === 0 ? null : (at << 6) | (part(row) ^ 1);
  };
}

export function readStrings(
  column: OfKind<'code' | 'unit' | 'text' | 'paragraph'>,
  units: UnitOrder,
): (row: number) => string | null {
  if (column.kind === 'paragraph') {
    const { paragraphs } = column;
    return (row) => (paragraphs.isEmpty(row) ? null : paragraphs.textOf(row));
  }
  if (column.kind === 'code' && column.keys.width === 1) return readCodes(column);
  const key = readKeys(column.keys);
  const textOf = textsOf(column, units);
  return (row) => {
    const at = key(row);
    return at === 0 ? null : textOf(at);
  };
}

/** Codes of one byte, as nearly all are: the code of every key is looked up beforehand. */
function readCodes({ keys, dictionary }: OfKind<'code'>): (row: number) => string | null {
  const codes = Array.from({ length: dictionary.size }, (_, key) =>
    key === 0 ? null : dictionary.codeOf(key),
  );
  let view = keys.view();
  return (row) => {
    if (row >= view.length) view = keys.view();
    const key = view[row] ?? 0;
    return key < codes.length ? (codes[key] ?? null) : dictionary.codeOf(key);
  };
}

/** Any column as the values of facts. */
export function readValues(column: Column, units: UnitOrder): (row: number) => FactValue {
  if (column.kind === 'number') return readNumbers(column);
  return column.kind === 'date' ? readDates(column) : readStrings(column, units);
}

/** Codes with those below them, as a test of rows. */
export function readAmong(column: OfKind<'code'>, codes: readonly string[]): (row: number) => boolean {
  const wanted = new Uint8Array(column.dictionary.size);
  for (const code of codes) for (const key of column.dictionary.within(code)) wanted[key] = 1;
  if (column.keys.width === 1) {
    const { keys } = column;
    let view = keys.view();
    return (row) => {
      if (row >= view.length) view = keys.view();
      return wanted[view[row] ?? 0] === 1;
    };
  }
  const key = readKeys(column.keys);
  return (row) => wanted[key(row)] === 1;
}

/** Texts that pass a test, as a test of rows; each text is tried when it first comes. */
export function readPassing(
  column: OfKind<'code' | 'text'>,
  test: (text: string) => boolean,
): (row: number) => boolean {
  const key = readKeys(column.keys);
  const size = column.kind === 'code' ? column.dictionary.size : column.pool.size;
  const tried = new Uint8Array(size);
  return (row) => {
    const at = key(row);
    if (at === 0) return false;
    const known = tried[at] ?? 0;
    if (known !== 0) return known === 2;
    const passes = test(column.kind === 'code' ? column.dictionary.codeOf(at) : column.pool.textOf(at));
    tried[at] = passes ? 2 : 1;
    return passes;
  };
}

function textsOf(column: OfKind<'code' | 'unit' | 'text'>, units: UnitOrder): (key: number) => string {
  if (column.kind === 'unit') return (key) => units.idOf(key);
  if (column.kind === 'code') return (key) => column.dictionary.codeOf(key);
  return (key) => column.pool.textOf(key);
}
