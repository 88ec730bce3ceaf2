/** Digits of at most so many bits: 2,048 places to count in stay in the nearest cache. */
const digitBits = 11;

/**
 * Sorts keys, and rows beside them, ascending; equal keys keep their order. Answers the sorted arrays, which may be the
 * given ones or those lent (`spareKeys`, `spareRows`, of the same length).
 * The plain loop: `rows.sort((a, b) => key(a) - key(b))`.
 */
export function radixSort(
  keys: Uint32Array<ArrayBuffer>,
  rows: Uint32Array<ArrayBuffer>,
  spareKeys: Uint32Array<ArrayBuffer>,
  spareRows: Uint32Array<ArrayBuffer>,
): { keys: Uint32Array<ArrayBuffer>; rows: Uint32Array<ArrayBuffer>; spareRows: Uint32Array<ArrayBuffer> } {
  const { least, most, sorted } = extentOf(keys);
  if (sorted) return { keys, rows, spareRows };
  const bits = 32 - Math.clz32(most - least);
  const passes = Math.ceil(bits / digitBits);
  const width = Math.ceil(bits / passes);
  const places = new Uint32Array(1 << width);
  let from = { keys, rows };
  let to = { keys: spareKeys, rows: spareRows };
  for (let pass = 0; pass < passes; pass += 1) {
    scatter(from.keys, from.rows, to.keys, to.rows, places, least, pass * width);
    [from, to] = [to, from];
  }
  return { ...from, spareRows: to.rows };
}

function extentOf(keys: Uint32Array): {
  readonly least: number;
  readonly most: number;
  readonly sorted: boolean;
} {
  let most = 0;
  let least = 0xffffffff;
  let sorted = true;
  let before = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (key > most) most = key;
    if (key < least) least = key;
    if (key < before) sorted = false;
    before = key;
  }
  return { least, most, sorted };
}

function scatter(
  keys: Uint32Array,
  rows: Uint32Array,
  toKeys: Uint32Array,
  toRows: Uint32Array,
  places: Uint32Array,
  least: number,
  shift: number,
): void {
  const mask = places.length - 1;
  places.fill(0);
  for (let index = 0; index < keys.length; index += 1) {
    const digit = (((keys[index] ?? 0) - least) >>> shift) & mask;
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let next = 0;
  for (let digit = 0; digit < places.length; digit += 1) {
    const many = places[digit] ?? 0;
    places[digit] = next;
    next += many;
  }
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const digit = ((key - least) >>> shift) & mask;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    toKeys[place] = key;
    toRows[place] = rows[index] ?? 0;
  }
}
