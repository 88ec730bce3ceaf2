const offset = 0xcbf29ce484222325n;
const [offsetHigh, offsetLow] = [Number(offset >> 32n), Number(offset & 0xffffffffn)];

/**
 * A stable mark of a text: FNV-1a with 64 bits over its UTF-16 code units, as 16 hex digits. It tells whether a text is
 * the one that was read before; it is no protection against somebody who wants two texts to look alike.
 */
export function shortHash(text: string): string {
  let high = offsetHigh;
  let low = offsetLow;
  for (let i = 0; i < text.length; i += 1) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    // Times 0x100000001b3 in two halves: the low half of 32 bits times 0x1b3 needs 41 bits, which a number holds.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
