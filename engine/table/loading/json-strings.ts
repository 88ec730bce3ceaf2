import { decodeUtf8 } from '../../host.ts';
import { refuse } from './no-json.ts';

const backslash = 0x5c;
const space = 0x20;
const hexEscape = 0x75;
/** What the letters of the short escapes stand for. */
const escapes: ReadonlyMap<number, number> = new Map([
  [0x22, 0x22],
  [0x2f, 0x2f],
  [0x5c, 0x5c],
  [0x62, 0x08],
  [0x66, 0x0c],
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
]);

/** What a string of JSON says, without its quotes. */
export function unescaped(bytes: Uint8Array, from: number, to: number): string {
  return JSON.parse(`"${decodeUtf8(bytes.subarray(from, to))}"`) as string;
}

/**
 * Puts what a string of JSON says, bytes of UTF-8 that are known to be good, as units of UTF-16, of which there are not
 * more than bytes; answers where they end. Escapes that there are not and control characters are refused.
 */
export function putString(
  units: Uint16Array,
  begin: number,
  bytes: Uint8Array,
  from: number,
  to: number,
): number {
  let end = begin;
  for (let at = from; at < to;) {
    const lead = bytes[at++] ?? 0;
    if (lead < 0x80) {
      if (lead === backslash) {
        const letter = at < to ? (bytes[at++] ?? 0) : refuse();
        units[end++] = letter === hexEscape ? unitAt(bytes, at, to) : (escapes.get(letter) ?? refuse());
        if (letter === hexEscape) at += 4;
      } else units[end++] = lead < space ? refuse() : lead;
    } else if (lead < 0xe0) units[end++] = ((lead & 0x1f) << 6) | ((bytes[at++] ?? 0) & 0x3f);
    else if (lead < 0xf0) {
      const middle = (bytes[at++] ?? 0) & 0x3f;
      units[end++] = ((lead & 0x0f) << 12) | (middle << 6) | ((bytes[at++] ?? 0) & 0x3f);
    } else {
      const high = ((lead & 0x07) << 12) | (((bytes[at++] ?? 0) & 0x3f) << 6) | ((bytes[at++] ?? 0) & 0x3f);
      const beyond = ((high << 6) | ((bytes[at++] ?? 0) & 0x3f)) - 0x10000;
      units[end++] = 0xd800 | (beyond >>> 10);
      units[end++] = 0xdc00 | (beyond & 0x3ff);
    }
  }
  return end;
}

/** The unit that four hexadecimal digits say. */
function unitAt(bytes: Uint8Array, from: number, to: number): number {
  if (from + 4 > to) refuse();
  let unit = 0;
  for (let at = from; at < from + 4; at++) {
    const byte = bytes[at] ?? 0;
    const letter = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) unit = (unit << 4) | (byte - 0x30);
    else if (letter >= 0x61 && letter <= 0x66) unit = (unit << 4) | (letter - 0x57);
    else refuse();
  }
  return unit;
}
