import { zigzag, type Component, type Frame } from './frame.ts';
import { BitReader, BrokenPicture, type HuffmanTable } from './huffman.ts';

/** What a scan brings: a band of coefficients, and which of their bits (progressive pictures). */
export interface Scan {
  readonly components: readonly Component[];
  readonly first: number;
  readonly last: number;
  /** The lowest bit of the scan before; 0 for the first one. */
  readonly high: number;
  readonly low: number;
  /** Units between two restarts; 0 for none. */
  readonly restarts: number;
}

type ReadBlock = (component: Component, at: number) => void;

/** Reads the data of a scan into the coefficients; answers where it ends. */
export function readScan(bytes: Uint8Array, at: number, frame: Frame, scan: Scan): number {
  const bits = new BitReader(bytes, at);
  const work = new ScanReader(bits, scan);
  const read = frame.isProgressive ? work.progressive() : work.baseline;
  const [only] = scan.components;
  const isAlone = scan.components.length === 1 && only !== undefined;
  const units = isAlone ? only.blocksAcross * only.blocksDown : frame.unitsAcross * frame.unitsDown;
  for (let unit = 0; unit < units; unit += 1) {
    if (scan.restarts > 0 && unit > 0 && unit % scan.restarts === 0) {
      bits.restart();
      work.restart();
    }
    if (isAlone) {
      const row = Math.floor(unit / only.blocksAcross);
      read(only, 64 * (row * only.storedAcross + (unit % only.blocksAcross)));
    } else readUnit(frame, scan, unit, read);
  }
  return bits.at;
}

function readUnit(frame: Frame, scan: Scan, unit: number, read: ReadBlock): void {
  const row = Math.floor(unit / frame.unitsAcross);
  const column = unit % frame.unitsAcross;
  for (const component of scan.components)
    for (let down = 0; down < component.down; down += 1)
      for (let across = 0; across < component.across; across += 1) {
        const block =
          (row * component.down + down) * component.storedAcross + column * component.across + across;
        read(component, 64 * block);
      }
}

class ScanReader {
  readonly #bits: BitReader;
  readonly #scan: Scan;
  /** Blocks that have nothing more in this band. */
  #empty = 0;

  constructor(bits: BitReader, scan: Scan) {
    this.#bits = bits;
    this.#scan = scan;
  }

  restart(): void {
    this.#empty = 0;
    for (const component of this.#scan.components) component.predicted = 0;
  }

  readonly baseline: ReadBlock = (component, at) => {
    this.#firstDc(component, at, 0);
    const { coefficients } = component;
    for (let index = 1; index < 64;) {
      const code = this.#bits.code(table(component.ac));
      const run = code >> 4;
      const size = code & 15;
      if (size === 0) {
        if (run < 15) return;
        index += 16;
        continue;
      }
      index += run;
      if (index > 63) throw new BrokenPicture();
      coefficients[at + (zigzag[index] ?? 0)] = this.#bits.signed(size);
      index += 1;
    }
  };

  progressive(): ReadBlock {
    const { first, high, low } = this.#scan;
    if (first === 0) {
      return high === 0
        ? (component, at) => this.#firstDc(component, at, low)
        : (component, at) => {
            component.coefficients[at] = (component.coefficients[at] ?? 0) | (this.#bits.bit() << low);
          };
    }
    return high === 0 ? this.#firstAc : this.#laterAc;
  }

  #firstDc(component: Component, at: number, low: number): void {
    const size = this.#bits.code(table(component.dc));
    component.predicted += this.#bits.signed(size);
    component.coefficients[at] = component.predicted << low;
  }

  readonly #firstAc: ReadBlock = (component, at) => {
    if (this.#empty > 0) {
      this.#empty -= 1;
      return;
    }
    const { first, last, low } = this.#scan;
    for (let index = first; index <= last;) {
      const code = this.#bits.code(table(component.ac));
      const run = code >> 4;
      const size = code & 15;
      if (size === 0) {
        if (run < 15) {
          this.#empty = (1 << run) - 1 + this.#bits.bits(run);
          return;
        }
        index += 16;
        continue;
      }
      index += run;
      if (index > 63) throw new BrokenPicture();
      component.coefficients[at + (zigzag[index] ?? 0)] = this.#bits.signed(size) * (1 << low);
      index += 1;
    }
  };

  readonly #laterAc: ReadBlock = (component, at) => {
    const { first, last, low } = this.#scan;
    let index = first;
    if (this.#empty === 0) {
      for (; index <= last; index += 1) {
        const code = this.#bits.code(table(component.ac));
        let run = code >> 4;
        const size = code & 15;
        let value = 0;
        if (size === 0) {
          if (run < 15) {
            this.#empty = (1 << run) + this.#bits.bits(run);
            break;
          }
        } else value = this.#bits.bit() === 1 ? 1 << low : -(1 << low);
        for (; index <= last; index += 1) {
          const place = at + (zigzag[index] ?? 0);
          if ((component.coefficients[place] ?? 0) !== 0) this.#refine(component, place, low);
          else if (run === 0) {
            if (value !== 0) component.coefficients[place] = value;
            break;
          } else run -= 1;
        }
      }
    }
    if (this.#empty === 0) return;
    for (; index <= last; index += 1) {
      const place = at + (zigzag[index] ?? 0);
      if ((component.coefficients[place] ?? 0) !== 0) this.#refine(component, place, low);
    }
    this.#empty -= 1;
  };

  #refine(component: Component, place: number, low: number): void {
    const value = component.coefficients[place] ?? 0;
    if (this.#bits.bit() === 1) component.coefficients[place] = value + (value > 0 ? 1 << low : -(1 << low));
  }
}

function table(found: HuffmanTable | null): HuffmanTable {
  if (!found) throw new BrokenPicture();
  return found;
}
