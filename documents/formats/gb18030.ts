import { decodeLeniently } from './host.ts';

const TWO_BYTE_CODES = 126 * 190;
/** The four-byte codes of the basic plane, 81308130 to 8431A439. */
const FOUR_BYTE_CODES = 39_420;
/** The number of the four-byte code of U+10000, from which on they follow the code points. */
const SUPPLEMENTARY = 189_000;

function fourBytes(number: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ];
}

function twoBytes(number: number): [number, number] {
  const trail = number % 190;
  return [0x81 + Math.floor(number / 190), 0x40 + trail + (trail >= 0x3f ? 1 : 0)];
}

interface Table {
  /** The number of the two-byte code of each code unit, plus one; 0 where it has none. */
  two: Uint16Array;
  four: Uint16Array;
}

function reversed(count: number, width: number, code: (number: number) => readonly number[]): Uint16Array {
  const bytes = new Uint8Array(count * width);
  for (let number = 0; number < count; number += 1) bytes.set(code(number), number * width);
  const table = new Uint16Array(0x10000);
  let number = 0;
  for (const sign of decodeLeniently(bytes, 'gb18030')) {
    const point = sign.codePointAt(0) ?? 0;
    // U+3000 has two codes; the first is the usual one.
    if (point < 0x10000 && table[point] === 0) table[point] = number + 1;
    number += 1;
  }
  return table;
}

let table: Table | null = null;

/** The host only decodes; what it decodes every code to gives the way back (some 15 ms, once, when first needed). */
function tables(): Table {
  table ??= { two: reversed(TWO_BYTE_CODES, 2, twoBytes), four: reversed(FOUR_BYTE_CODES, 4, fourBytes) };
  return table;
}

/**
 * The bytes of one character; null for the few of the private area and half surrogates, for which there is no code. Where
 * editions of the standard differ in a two-byte code, the four-byte code is taken, which means the same in all of them.
 */
function codeOf(point: number): readonly number[] | null {
  if (point < 0x80) return [point];
  if (point >= 0x10000) return fourBytes(SUPPLEMENTARY + point - 0x10000);
  const { two, four } = tables();
  const number = four[point] ?? 0;
  if (number > 0) return fourBytes(number - 1);
  const pair = two[point] ?? 0;
  return pair > 0 ? twoBytes(pair - 1) : null;
}

/** Text in GB18030; `lost` has the characters without a code, in whose place a question mark is written. */
export function encodeGb18030(text: string): { bytes: Uint8Array<ArrayBuffer>; lost: string[] } {
  const bytes = new Uint8Array(text.length * 4);
  const lost: string[] = [];
  let length = 0;
  for (const sign of text) {
    const code = codeOf(sign.codePointAt(0) ?? 0);
    if (!code) lost.push(sign);
    for (const byte of code ?? [0x3f]) {
      bytes[length] = byte;
      length += 1;
    }
  }
  return { bytes: bytes.slice(0, length), lost };
}
