import { BrokenPicture, type HuffmanTable } from './huffman.ts';

/** One colour of a picture. The coefficients of all its blocks stand one behind the other, 64 each, in natural order. */
export interface Component {
  readonly id: number;
  /** Sampling factors. */
  readonly across: number;
  readonly down: number;
  readonly quantization: number;
  /** Blocks that belong to the picture, and those that are stored: whole units of the scan. */
  readonly blocksAcross: number;
  readonly blocksDown: number;
  readonly storedAcross: number;
  readonly coefficients: Int16Array;
  dc: HuffmanTable | null;
  ac: HuffmanTable | null;
  predicted: number;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly isProgressive: boolean;
  readonly components: readonly Component[];
  readonly unitsAcross: number;
  readonly unitsDown: number;
}

/** Larger pictures are not looked into. */
const mostPixels = 30_000_000;

/** The frame header; null for kinds that photos do not have (lossless, arithmetic, twelve bits). */
export function readFrame(bytes: Uint8Array, at: number, marker: number): Frame | null {
  const word = (place: number) => (bytes[place] ?? 0) * 256 + (bytes[place + 1] ?? 0);
  if (![0xc0, 0xc1, 0xc2].includes(marker) || bytes[at] !== 8) return null;
  const [height, width, count] = [word(at + 1), word(at + 3), bytes[at + 5] ?? 0];
  if (width * height > mostPixels || width === 0 || height === 0) return null;
  const parts = Array.from({ length: count }, (_, index) => {
    const place = at + 6 + index * 3;
    const factors = bytes[place + 1] ?? 0;
    return {
      id: bytes[place] ?? 0,
      across: factors >> 4,
      down: factors & 15,
      quantization: bytes[place + 2] ?? 0,
    };
  });
  if (
    count === 0 ||
    count > 4 ||
    parts.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)
  )
    throw new BrokenPicture();
  const mostAcross = Math.max(...parts.map(({ across }) => across));
  const mostDown = Math.max(...parts.map(({ down }) => down));
  const unitsAcross = Math.ceil(width / 8 / mostAcross);
  const unitsDown = Math.ceil(height / 8 / mostDown);
  const components = parts.map((part): Component => {
    const storedAcross = unitsAcross * part.across;
    return {
      ...part,
      blocksAcross: Math.ceil((Math.ceil(width / 8) * part.across) / mostAcross),
      blocksDown: Math.ceil((Math.ceil(height / 8) * part.down) / mostDown),
      storedAcross,
      coefficients: new Int16Array(64 * storedAcross * unitsDown * part.down),
      dc: null,
      ac: null,
      predicted: 0,
    };
  });
  return { width, height, isProgressive: marker === 0xc2, components, unitsAcross, unitsDown };
}

/** The place of each coefficient in its block, in the order in which they are stored. */
export const zigzag = new Uint8Array([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
  14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46,
  53, 60, 61, 54, 47, 55, 62, 63,
]);
