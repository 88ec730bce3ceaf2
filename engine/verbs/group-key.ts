import type { Group, GroupKey, Head } from '../ask.ts';
import { yearOf } from '../column/date-key.ts';
import type { Pointer } from '../memory/arena.ts';
import type { FoundContext } from '../plan/context.ts';
import type { KeyedColumn, Keys } from '../table/dataset.ts';
import { bandRanges } from './bands.ts';
import { emptyLabel, keyDomain, keyedColumn, labelOfKey, valueOfKey } from './column-keys.ts';
import { monthDomain } from './count-dates.ts';
import { countKeys } from './count-keys.ts';
import { headTable } from './heads.ts';
import { refuse } from './refuse.ts';
import { cutSegments, cutValues, segmentOf, type Segments } from './segments.ts';

/** What stands for rows in no band and under no head, as label and as value. */
export const otherLabel = '其他';

/**
 * How rows fall into groups. Groups are numbers: 0 is "not filled in", the others count from 1 in the order in which
 * they are shown.
 */
export interface Grouping {
  readonly column: KeyedColumn;
  /** What a cached count depends on beside the column and the date: the bands or heads, as text. */
  readonly shape: string;
  /** Group numbers are below this. */
  readonly size: number;
  /** Groups 1 to this are shown even when nobody is in them. */
  readonly fixed: number;
  /** The keys that lead to the group: through a table by key, as they are (`same`), or through the segments. */
  readonly keys: Keys;
  readonly way: GroupWay;
  /** Text: the place of each group in the order shown. */
  readonly ranks?: (() => Uint32Array) | undefined;
  /** Does it hold for all rows, or only for those found? */
  readonly lasting: boolean;
  describe(group: number): Group;
}

export type GroupWay =
  | { readonly kind: 'same' }
  | { readonly kind: 'table'; readonly table: Uint32Array<ArrayBuffer> }
  | { readonly kind: 'segments'; readonly segments: Segments };

const empty: Group = { value: null, label: emptyLabel };
const other: Group = { value: otherLabel, label: otherLabel };

/** The most values that a number may have without bands: more is no table that anybody reads. */
export const mostGroups = 10_000;

/** Resolves a key; `bits` are the people found. */
export function resolveGroupKey(
  ctx: FoundContext,
  key: GroupKey,
  bits: Pointer,
  count: number,
  path: string,
): Grouping {
  const column = keyedColumn(ctx, key.field, `${path}.field`);
  if (key.bands) return byBands(column, key, `${path}.bands`);
  if (key.heads) return byHeads(ctx, column, key.heads, `${path}.heads`);
  if (column.kind === 'date') return byYear(column);
  const domain = keyDomain(ctx, column);
  if (domain === undefined) return byNumbersFound(ctx, column, bits, count, path);
  return {
    column,
    shape: '',
    size: domain,
    fixed: 0,
    keys: column.keys,
    way: { kind: 'same' },
    ranks: column.kind === 'text' ? () => column.pool.ranks() : undefined,
    lasting: true,
    describe: (group) =>
      group === 0 ? empty : { value: valueOfKey(ctx, column, group), label: labelOfKey(ctx, column, group) },
  };
}

/** Bands of numbers and dates; then 其他. */
function byBands(column: KeyedColumn, key: GroupKey, path: string): Grouping {
  const bands = key.bands ?? [];
  const segments = cutSegments(bandRanges(column, bands, path), bands.length + 1);
  const labels = bands.map(({ label }) => label);
  return {
    ...labelled(
      column,
      labels.map((label) => ({ value: label, label })),
    ),
    shape: JSON.stringify(bands),
    ...bandWay(column, segments),
  };
}

/** Where the keys are small, a table by key; of dates by month, unless a band begins or ends within one. */
function bandWay(column: KeyedColumn, segments: Segments): Pick<Grouping, 'keys' | 'way'> {
  if (column.kind === 'date') {
    const months = column.months;
    const whole = segments.starts.every((start) => start <= 1 || start % 64 === 0);
    if (!whole) return { keys: months, way: { kind: 'segments', segments } };
    const table = tableOf(monthDomain, (month) => segmentOf(segments, month << 6));
    return { keys: months, way: { kind: 'table', table } };
  }
  if (column.keys.width === 4) return { keys: column.keys, way: { kind: 'segments', segments } };
  const table = tableOf(1 << (8 * column.keys.width), (key) => segmentOf(segments, key));
  return { keys: column.keys, way: { kind: 'table', table } };
}

/** Codes and units under the first head that has them; then 其他. */
function byHeads(ctx: FoundContext, column: KeyedColumn, heads: readonly Head[], path: string): Grouping {
  const table = headTable(ctx, column, heads, path);
  return {
    ...labelled(
      column,
      heads.map(({ label }) => ({ value: label, label })),
    ),
    shape: JSON.stringify(heads),
    keys: column.kind === 'date' ? column.months : column.keys,
    way: { kind: 'table', table },
  };
}

function byYear(column: KeyedColumn & { kind: 'date' }): Grouping {
  const first = yearOf(1 << 6);
  const table = tableOf(monthDomain, (month) => (month === 0 ? 0 : yearOf(month << 6) - first + 1));
  return {
    column,
    shape: 'year',
    size: 401,
    fixed: 0,
    keys: column.months,
    way: { kind: 'table', table },
    lasting: true,
    describe: (group) => {
      const year = first + group - 1;
      return group === 0 ? empty : { value: year, label: `${year}年` };
    },
  };
}

/** Numbers that may be anything: the values found are the groups. */
function byNumbersFound(
  ctx: FoundContext,
  column: Exclude<KeyedColumn, { kind: 'date' }>,
  bits: Pointer,
  count: number,
  path: string,
): Grouping {
  const { keys } = countKeys(ctx, column, bits, count);
  const values = keys[0] === 0 ? keys.subarray(1) : keys;
  if (values.length > mostGroups) refuseTooMany(column, path);
  return {
    column,
    shape: '',
    size: values.length + 1,
    fixed: 0,
    keys: column.keys,
    way: { kind: 'segments', segments: cutValues(values) },
    lasting: false,
    describe: (group) => {
      if (group === 0) return empty;
      const key = values[group - 1] ?? 0;
      return { value: valueOfKey(ctx, column, key), label: labelOfKey(ctx, column, key) };
    },
  };
}

export function refuseTooMany(column: KeyedColumn, path: string): never {
  const { label } = column.schema;
  const way = column.kind === 'number' ? '请分段' : '请先缩小范围，或者改选其他信息项';
  throw refuse(path, `“${label}”有 ${mostGroups} 个以上不同的值，不能逐个分组，${way}`);
}

function labelled(
  column: KeyedColumn,
  groups: readonly Group[],
): Pick<Grouping, 'column' | 'size' | 'fixed' | 'lasting' | 'describe'> {
  return {
    column,
    size: groups.length + 2,
    fixed: groups.length,
    lasting: true,
    describe: (group) => (group === 0 ? empty : (groups[group - 1] ?? other)),
  };
}

function tableOf(domain: number, groupOf: (key: number) => number): Uint32Array<ArrayBuffer> {
  const table = new Uint32Array(domain);
  for (let key = 0; key < domain; key += 1) table[key] = groupOf(key);
  return table;
}
