/** Ranges of keys, both ends included, in the order of the groups that they stand for, the first of which is 1. */
export interface KeyRange {
  readonly low: number;
  readonly high: number;
}

/** The line of keys cut into pieces: keys from `starts[i]` on up to the next start belong to the group `groups[i]`. */
export interface Segments {
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly groups: Uint32Array<ArrayBuffer>;
}

/**
 * Cuts the keys where a range begins or ends: a key belongs to the first range that has it, else to `other`, and the key
 * 0 to group 0.
 */
export function cutSegments(ranges: readonly KeyRange[], other: number): Segments {
  const cuts = new Set([0, 1]);
  for (const { low, high } of ranges) {
    if (low > high) continue;
    cuts.add(low);
    if (high < 0xffffffff) cuts.add(high + 1);
  }
  const starts = Uint32Array.from(cuts).toSorted();
  const groups = starts.map((start) => {
    if (start === 0) return 0;
    const index = ranges.findIndex(({ low, high }) => low <= start && start <= high);
    return index < 0 ? other : index + 1;
  });
  return { starts, groups };
}

/** Every value a group of its own: group `i + 1` is the key `keys[i]`, of which all that will be asked for is there. */
export function cutValues(keys: Uint32Array): Segments {
  const starts = new Uint32Array(keys.length + 1);
  starts.set(keys, 1);
  return { starts, groups: starts.map((_, index) => index) };
}

/** The group of a key. */
export function segmentOf({ starts, groups }: Segments, key: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= key) low = middle;
    else high = middle - 1;
  }
  return groups[low] ?? 0;
}
