import type { Column, Dataset } from '#engine';

type Keys = Extract<Column, { kind: 'code' }>['keys'];

/** Reads one column of the tables row by row; good until the tables change. */
export interface ColumnView {
  readonly key: (row: number) => number;
  /** The value as a string; null where it is not filled in. */
  readonly text: (row: number) => string | null;
}

/** A column of codes, units or texts. */
export function textView(dataset: Dataset, name: string): ColumnView {
  const column = need(dataset, name);
  if (!('keys' in column) || column.kind === 'number') throw new Error(`${name} has no texts`);
  const key = keyView(column.keys);
  const textOf = textsOf(dataset, column);
  return {
    key,
    text: (row) => {
      const at = key(row);
      return at === 0 ? null : textOf(at);
    },
  };
}

/** A date column as date keys. */
export function dateView(dataset: Dataset, name: string): (row: number) => number | null {
  const column = need(dataset, name);
  if (column.kind !== 'date') throw new Error(`${name} is no date`);
  const months = keyView(column.months);
  const parts = keyView(column.parts);
  return (row) => {
    const month = months(row);
    return month === 0 ? null : (month << 6) | (parts(row) ^ 1);
  };
}

export function numberView(dataset: Dataset, name: string): (row: number) => number | null {
  return readNumber(need(dataset, name));
}

/** A column of numbers, also one that was worked out for a day. */
export function readNumber(column: Column | undefined): (row: number) => number | null {
  if (column?.kind !== 'number') throw new Error('this column has no numbers');
  const key = keyView(column.keys);
  const below = column.base - 1;
  return (row) => {
    const at = key(row);
    return at === 0 ? null : at + below;
  };
}

/** A test of strings as a test of rows, asked once for each different string. */
export function testView(view: ColumnView, test: (text: string) => boolean): (row: number) => boolean {
  const known = new Map<number, boolean>();
  return (row) => {
    const key = view.key(row);
    if (key === 0) return false;
    const found = known.get(key);
    if (found !== undefined) return found;
    const answer = test(view.text(row) ?? '');
    known.set(key, answer);
    return answer;
  };
}

function keyView(keys: Keys): (row: number) => number {
  if (keys.width === 0) return () => 0;
  const view = keys.view();
  return (row) => view[row] ?? 0;
}

function textsOf(dataset: Dataset, column: Column): (key: number) => string {
  switch (column.kind) {
    case 'unit':
      return (key) => dataset.units.idOf(key);
    case 'code':
      return (key) => column.dictionary.codeOf(key);
    case 'text':
      return (key) => column.pool.textOf(key);
    default:
      throw new Error(`${column.schema.name} has no texts`);
  }
}

function need(dataset: Dataset, name: string): Column {
  const column = dataset.column(name);
  if (!column) throw new Error(`the tables have no ${name}`);
  return column;
}
