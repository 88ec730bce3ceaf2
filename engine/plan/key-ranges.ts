/** Keys as ranges in rising order that neither touch nor overlap. */
export type KeyRanges = readonly (readonly [low: number, high: number])[];

/** The ranges that cover these and nothing else. */
export function keyRanges(parts: Iterable<readonly [number, number]>): KeyRanges {
  const sorted = [...parts].toSorted((a, b) => a[0] - b[0]);
  const ranges: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = ranges.at(-1);
    if (last && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else ranges.push([low, high]);
  }
  return ranges;
}

/** Tells of single keys whether one of many ranges holds them. */
export function rangeLookup(ranges: KeyRanges): (key: number) => boolean {
  const lows = Float64Array.from(ranges, ([low]) => low);
  const highs = Float64Array.from(ranges, ([, high]) => high);
  return (key) => {
    let from = 0;
    let to = lows.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((lows[middle] ?? 0) <= key) from = middle + 1;
      else to = middle;
    }
    return from > 0 && key <= (highs[from - 1] ?? 0);
  };
}
