const quote = 0x22;
const backslash = 0x5c;
const zero = 0x30;
/** From here on bytes of UTF-8 begin characters that are two units of UTF-16, which sort otherwise. */
const beyond = 0xf0;

/**
 * Which of two values of JSON comes first, texts by their units and numbers by their size: below 0 for the first, 0
 * when they are the same, NaN where their bytes do not tell (escapes, rare characters, fractions, values of two kinds).
 */
export function comparedValues(
  bytes: Uint8Array,
  from: number,
  to: number,
  otherFrom: number,
  otherTo: number,
): number {
  const isText = bytes[from] === quote;
  if (isText !== (bytes[otherFrom] === quote)) return Number.NaN;
  if (!isPlain(bytes, from, to, isText) || !isPlain(bytes, otherFrom, otherTo, isText)) return Number.NaN;
  const [length, otherLength] = [to - from, otherTo - otherFrom];
  if (!isText && length !== otherLength) return length - otherLength;
  // The quote at the end of the shorter text must not count.
  const shared = Math.min(length, otherLength) - (isText ? 1 : 0);
  for (let at = 0; at < shared; at++) {
    const compared = (bytes[from + at] ?? 0) - (bytes[otherFrom + at] ?? 0);
    if (compared !== 0) return compared;
  }
  return length - otherLength;
}

/** A string without escapes, or digits of which the first is no zero. */
function isPlain(bytes: Uint8Array, from: number, to: number, isText: boolean): boolean {
  if (!isText && bytes[from] === zero) return to - from === 1;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (isText ? byte === backslash || byte >= beyond : byte < zero || byte > zero + 9) return false;
  }
  return true;
}
