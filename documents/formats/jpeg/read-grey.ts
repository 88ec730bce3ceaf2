import { readFrame, zigzag, type Component, type Frame } from './frame.ts';
import { BrokenPicture, huffmanTable, type HuffmanTable } from './huffman.ts';
import { readScan } from './read-scan.ts';

/** The brightness of a picture, a byte a pixel. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/**
 * The brightness of a JPEG, baseline or progressive; null for kinds that photos do not have and for broken ones. For
 * checks only: colours are not looked at.
 */
export function readJpegGrey(bytes: Uint8Array): GreyPicture | null {
  try {
    return new JpegReader(bytes).read();
  } catch (error) {
    if (error instanceof BrokenPicture) return null;
    throw error;
  }
}

class JpegReader {
  readonly #bytes: Uint8Array;
  readonly #quantization = new Map<number, Uint16Array>();
  readonly #tables = new Map<string, HuffmanTable>();
  #restarts = 0;
  #frame: Frame | null = null;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): GreyPicture | null {
    const bytes = this.#bytes;
    let at = 2;
    while (at + 4 <= bytes.length) {
      if (bytes[at] !== 0xff) {
        at += 1;
        continue;
      }
      const marker = bytes[at + 1] ?? 0;
      if (marker === 0xd9) break;
      if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd8)) {
        at += marker === 0xff ? 1 : 2;
        continue;
      }
      const end = at + 2 + this.#word(at + 2);
      const content = at + 4;
      if (marker === 0xdb) this.#readQuantization(content, end);
      else if (marker === 0xc4) this.#readTables(content, end);
      else if (marker === 0xdd) this.#restarts = this.#word(content);
      else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8 && marker !== 0xcc) {
        this.#frame = readFrame(bytes, content, marker);
        if (!this.#frame) return null;
      }
      at = marker === 0xda ? this.#readScan(content, end) : end;
    }
    const [luma] = this.#frame?.components ?? [];
    return this.#frame && luma ? this.#drawn(this.#frame, luma) : null;
  }

  #word(at: number): number {
    return (this.#bytes[at] ?? 0) * 256 + (this.#bytes[at + 1] ?? 0);
  }

  #readQuantization(from: number, end: number): void {
    for (let at = from; at < end;) {
      const head = this.#bytes[at] ?? 0;
      at += 1;
      const values = new Uint16Array(64);
      for (let index = 0; index < 64; index += 1) {
        values[zigzag[index] ?? 0] = head >> 4 === 0 ? (this.#bytes[at] ?? 0) : this.#word(at);
        at += head >> 4 === 0 ? 1 : 2;
      }
      this.#quantization.set(head & 15, values);
    }
  }

  #readTables(from: number, end: number): void {
    for (let at = from; at + 17 <= end;) {
      const head = this.#bytes[at] ?? 0;
      const counts = this.#bytes.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const values = this.#bytes.subarray(at + 17, at + 17 + total);
      this.#tables.set(`${head >> 4} ${head & 15}`, huffmanTable(counts, values));
      at += 17 + total;
    }
  }

  #readScan(content: number, end: number): number {
    const frame = this.#frame;
    if (!frame) throw new BrokenPicture();
    const bytes = this.#bytes;
    const count = bytes[content] ?? 0;
    const components = Array.from({ length: count }, (_, index) => {
      const place = content + 1 + index * 2;
      const component = frame.components.find(({ id }) => id === bytes[place]);
      if (!component) throw new BrokenPicture();
      const which = bytes[place + 1] ?? 0;
      component.dc = this.#tables.get(`0 ${which >> 4}`) ?? null;
      component.ac = this.#tables.get(`1 ${which & 15}`) ?? null;
      component.predicted = 0;
      return component;
    });
    const place = content + 1 + count * 2;
    const bitsOf = bytes[place + 2] ?? 0;
    return readScan(bytes, end, frame, {
      components,
      first: bytes[place] ?? 0,
      last: Math.min(63, bytes[place + 1] ?? 63),
      high: bitsOf >> 4,
      low: bitsOf & 15,
      restarts: this.#restarts,
    });
  }

  #drawn(frame: Frame, luma: Component): GreyPicture {
    const quantization = this.#quantization.get(luma.quantization);
    if (!quantization) throw new BrokenPicture();
    const { width, height } = frame;
    const pixels = new Uint8Array(width * height);
    const block = new Float32Array(64);
    for (let row = 0; row < luma.blocksDown; row += 1)
      for (let column = 0; column < luma.blocksAcross; column += 1) {
        const at = 64 * (row * luma.storedAcross + column);
        for (let index = 0; index < 64; index += 1)
          block[index] = (luma.coefficients[at + index] ?? 0) * (quantization[index] ?? 0);
        inverse(block);
        const right = Math.min(8, width - column * 8);
        const bottom = Math.min(8, height - row * 8);
        for (let y = 0; y < bottom; y += 1)
          for (let x = 0; x < right; x += 1) {
            const value = Math.round((block[y * 8 + x] ?? 0) + 128);
            pixels[(row * 8 + y) * width + column * 8 + x] = value < 0 ? 0 : value > 255 ? 255 : value;
          }
      }
    return { width, height, pixels };
  }
}

/** cos((2x + 1)uπ / 16) / 2, the first row less by √2. */
const cosines = Float32Array.from({ length: 64 }, (_, index) => {
  const [x, u] = [index >> 3, index & 7];
  return (Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1)) / 2;
});
const half = new Float32Array(64);

/** The inverse cosine transform of a block in place: rows, then columns. */
function inverse(block: Float32Array): void {
  for (let v = 0; v < 8; v += 1)
    for (let x = 0; x < 8; x += 1) {
      let sum = 0;
      for (let u = 0; u < 8; u += 1) sum += (block[v * 8 + u] as number) * (cosines[x * 8 + u] as number);
      half[v * 8 + x] = sum;
    }
  for (let x = 0; x < 8; x += 1)
    for (let y = 0; y < 8; y += 1) {
      let sum = 0;
      for (let v = 0; v < 8; v += 1) sum += (half[v * 8 + x] as number) * (cosines[y * 8 + v] as number);
      block[y * 8 + x] = sum;
    }
}
