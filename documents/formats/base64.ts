const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BLANK = 64;
const PAD = 65;
const FOREIGN = 66;

/** The value of each character code, or what else it is. */
const values = new Uint8Array(256).fill(FOREIGN);
/** The two characters of every twelve bits. */
const firstOfPair = new Uint8Array(4096);
const secondOfPair = new Uint8Array(4096);
for (let index = 0; index < 64; index += 1) values[ALPHABET.charCodeAt(index)] = index;
for (const blank of [0x09, 0x0a, 0x0d, 0x20]) values[blank] = BLANK;
values[0x3d] = PAD;
for (let index = 0; index < 4096; index += 1) {
  firstOfPair[index] = ALPHABET.charCodeAt(index >> 6);
  secondOfPair[index] = ALPHABET.charCodeAt(index & 63);
}

export interface Base64 {
  bytes: Uint8Array<ArrayBuffer>;
  /** Encoding the bytes gives the same text: no blanks, padding complete, no stray bits. */
  bare: boolean;
}

function valueAt(text: Uint8Array, at: number): number {
  return values[text[at] ?? 0] ?? FOREIGN;
}

/** Where the first blank, padding or foreign character stands, looking at whole groups of four only. */
function decodeGroups(text: Uint8Array, bytes: Uint8Array): number {
  let to = 0;
  let at = 0;
  for (const end = text.length - 3; at < end; at += 4) {
    const a = valueAt(text, at);
    const b = valueAt(text, at + 1);
    const c = valueAt(text, at + 2);
    const d = valueAt(text, at + 3);
    if ((a | b | c | d) > 63) break;
    bytes[to] = (a << 2) | (b >> 4);
    bytes[to + 1] = (b << 4) | (c >> 2);
    bytes[to + 2] = (c << 6) | d;
    to += 3;
  }
  return at;
}

/** Decodes base64 given as character codes; null when a foreign character or a broken end shows that it is none. */
export function decodeBase64(text: Uint8Array): Base64 | null {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let at = decodeGroups(text, bytes);
  let to = (at / 4) * 3;
  let bits = 0;
  let held = 0;
  let pads = 0;
  let blanks = 0;
  let count = at;
  for (; at < text.length; at += 1) {
    const value = valueAt(text, at);
    if (value === BLANK) blanks += 1;
    else if (value === PAD) pads += 1;
    else if (value === FOREIGN || pads > 0) return null;
    else {
      held = ((held << 6) | value) & 0xffff;
      bits += 6;
      count += 1;
      if (bits >= 8) {
        bits -= 8;
        bytes[to] = held >> bits;
        to += 1;
      }
    }
  }
  if (count % 4 === 1 || pads > 2) return null;
  const stray = (held & ((1 << bits) - 1)) !== 0;
  const bare = blanks === 0 && !stray && (count + pads) % 4 === 0 && pads < 3;
  return { bytes: bytes.slice(0, to), bare };
}

/** Base64 as character codes, with padding and without line breaks. */
export function encodeBase64(bytes: Uint8Array): Uint8Array {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  const whole = bytes.length - (bytes.length % 3);
  let to = 0;
  for (let at = 0; at < whole; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text[to] = firstOfPair[group >> 12] ?? 0;
    text[to + 1] = secondOfPair[group >> 12] ?? 0;
    text[to + 2] = firstOfPair[group & 4095] ?? 0;
    text[to + 3] = secondOfPair[group & 4095] ?? 0;
    to += 4;
  }
  if (whole === bytes.length) return text;
  const group = ((bytes[whole] ?? 0) << 16) | ((bytes[whole + 1] ?? 0) << 8);
  text[to] = firstOfPair[group >> 12] ?? 0;
  text[to + 1] = secondOfPair[group >> 12] ?? 0;
  text[to + 2] = bytes.length - whole === 2 ? (firstOfPair[group & 4095] ?? 0) : 0x3d;
  text[to + 3] = 0x3d;
  return text;
}
