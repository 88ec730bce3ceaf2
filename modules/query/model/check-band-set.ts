import { dateKey, lowerBound, upperBound } from '#engine';
import type { BandSet, CatalogueField } from '#platform/model';

type Band = NonNullable<BandSet['bands']>[number];

/**
 * What is wrong with a band set, a Chinese sentence; null when it can be used. `field` is the field that it names and
 * `isKnown` whether that field's codes or units have a value.
 */
export function bandSetProblem(
  { id, field: name, bands = [], heads = [] }: BandSet,
  field: CatalogueField | undefined,
  isKnown: (value: string) => boolean,
): string | null {
  if (!field) return '没有这个信息项，请重新选择要分段的信息项。';
  if (!id.startsWith(`${name}:`)) return `编号应以“${name}:”开头。`;
  const labels = [...bands, ...heads].map(({ label }) => label.trim());
  if (labels.includes('')) return '每一段都要有名称。';
  if (labels.includes('其他')) return '“其他”是不在任何一段中的人员，请换一个名称。';
  const twice = labels.find((label, index) => labels.indexOf(label) !== index);
  if (twice !== undefined) return `有两段都叫“${twice}”，请改成不同的名称。`;
  if (field.kind === 'number' || field.kind === 'date') {
    if (bands.length === 0) return `“${field.label}”请按起止分段，不能按值分组。`;
    return bandsProblem(bands, field.kind);
  }
  if (field.kind !== 'code' && field.kind !== 'unit') return `“${field.label}”是文字，不能分段。`;
  if (heads.length === 0) return `“${field.label}”请按值分组，不能按起止分段。`;
  const unknown = heads.find(({ values }) => !values.every(isKnown));
  return unknown ? `“${unknown.label}”里有不存在的${field.kind === 'code' ? '代码' : '机构'}。` : null;
}

/** Bands stand one behind the other and leave nothing to two of them; only the outer ends may be open. */
function bandsProblem(bands: readonly Band[], kind: 'number' | 'date'): string | null {
  let last = -Infinity;
  for (const [index, { label, from, to }] of bands.entries()) {
    const low = from === undefined ? -Infinity : boundOf(from, 'from', kind);
    const high = to === undefined ? Infinity : boundOf(to, 'to', kind);
    if (low === null || high === null)
      return kind === 'number'
        ? `“${label}”的起止应为整数。`
        : `“${label}”的起止应为日期，如 1972、1972-11 或 1972-11-05。`;
    if (low > high) return `“${label}”的起点大于终点，请改正。`;
    if (index > 0 && !(low > last)) return `“${label}”与前一段重叠或顺序颠倒，请从小到大依次填写。`;
    last = high;
  }
  return null;
}

/** A bound as a number that can be compared; null when it does not fit the kind of the field. */
function boundOf(bound: number | string, end: 'from' | 'to', kind: 'number' | 'date'): number | null {
  if (kind === 'number') return typeof bound === 'number' && Number.isSafeInteger(bound) ? bound : null;
  const key = typeof bound === 'string' ? dateKey(bound) : null;
  if (key === null) return null;
  return end === 'from' ? lowerBound(key) : upperBound(key);
}
