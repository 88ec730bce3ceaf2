import type { Band } from '../ask.ts';
import { dateKey, lowerBound, upperBound } from '../column/date-key.ts';
import type { KeyedColumn } from '../table/dataset.ts';
import { refuse } from './refuse.ts';
import type { KeyRange } from './segments.ts';

const mostBands = 200;
const mostKey = 0xffffffff;

/** The keys of each band of a number or date column. */
export function bandRanges(column: KeyedColumn, bands: readonly Band[], path: string): readonly KeyRange[] {
  const { label } = column.schema;
  if (column.kind !== 'number' && column.kind !== 'date') {
    return refuse(path, `“${label}”不是数字或日期，不能分段`);
  }
  if (bands.length === 0) return refuse(path, '请至少写一段');
  if (bands.length > mostBands) return refuse(path, `分段超过了 ${mostBands} 个，请减少`);
  return bands.map((band, index) => {
    const at = `${path}[${index}]`;
    const low = band.from === undefined ? 1 : keyOfBound(column, band.from, 'from', `${at}.from`);
    const high = band.to === undefined ? mostKey : keyOfBound(column, band.to, 'to', `${at}.to`);
    return { low: Math.max(1, low), high: Math.min(high, mostKey) };
  });
}

function keyOfBound(
  column: KeyedColumn & { kind: 'number' | 'date' },
  bound: number | string,
  end: 'from' | 'to',
  path: string,
): number {
  if (column.kind === 'number') {
    if (typeof bound !== 'number' || !Number.isFinite(bound)) return refuse(path, '请填写数字');
    const whole = end === 'from' ? Math.ceil(bound) : Math.floor(bound);
    return Math.min(Math.max(whole - column.base + 1, 0), mostKey + 1);
  }
  const key = typeof bound === 'string' ? dateKey(bound) : null;
  if (key === null) return refuse(path, '请填写日期，如 1972、1972-11 或 1972-11-05');
  return end === 'from' ? lowerBound(key) : upperBound(key);
}
