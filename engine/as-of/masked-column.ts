import { KeyColumn } from '../column/key-column.ts';
import type { Pointer } from '../memory/arena.ts';
import type { Work } from '../plan/run.ts';
import type { Column, Dataset, Keys, Paragraphs } from '../table/dataset.ts';
import type { Derived } from './derived-cache.ts';
import { freeKeys } from './free-keys.ts';
import { rowRoom } from './row-room.ts';

/** A column of the root table as it looks on a date: not filled in where its row is not visible. */
export interface MaskedColumn extends Derived {
  readonly column: Column;
}

/** Where the bitmap of visible rows lies at the moment. */
type Visible = () => Pointer;

export function maskedColumn(work: Work, stored: Column, visible: Visible): MaskedColumn {
  if (stored.kind === 'paragraph') {
    const paragraphs = new MaskedParagraphs(work, stored.paragraphs, visible);
    return {
      column: { ...headOf(stored), kind: 'paragraph', paragraphs },
      rank: 1,
      isCurrent: true,
      bytes: 0,
      patch: () => true,
      free() {},
    };
  }
  const { dataset } = work;
  const sources = stored.kind === 'date' ? [stored.months, stored.parts] : [stored.keys];
  const masks = sources.map((keys) => new MaskedKeys(dataset, keys, visible));
  const [first, second] = masks;
  if (!first) throw new Error('a column without keys');
  const head = headOf(stored);
  const { layout } = dataset.root;
  const base = stored.kind === 'number' ? stored.base : 0;
  return {
    column: columnOf(),
    rank: 1,
    get isCurrent() {
      return dataset.root.layout === layout;
    },
    get bytes() {
      return masks.reduce((sum, { bytes }) => sum + bytes, 0);
    },
    patch(people) {
      if (stored.kind === 'number' && stored.base !== base) return false;
      for (const mask of masks) mask.patch(people);
      return true;
    },
    free() {
      for (const mask of masks) freeKeys(dataset.arena, mask.keys);
    },
  };

  function columnOf(): Column {
    const keys = first?.keys as KeyColumn;
    switch (stored.kind) {
      case 'code':
        return { ...head, kind: 'code', keys, dictionary: stored.dictionary };
      case 'unit':
        return { ...head, kind: 'unit', keys };
      case 'number':
        return { ...head, kind: 'number', keys, base };
      case 'date':
        return { ...head, kind: 'date', months: keys, parts: second?.keys ?? keys };
      case 'text':
        return { ...head, kind: 'text', keys, pool: stored.pool };
      default:
        throw new Error('paragraphs have no keys');
    }
  }
}

function headOf({ schema, set, table }: Column): Pick<Column, 'schema' | 'set' | 'table'> {
  return { schema, set, table };
}

/** A copy of keys with 0 where a row is not visible. */
class MaskedKeys {
  readonly #dataset: Dataset;
  readonly #source: Keys;
  readonly #visible: Visible;
  readonly keys: KeyColumn;

  constructor(dataset: Dataset, source: Keys, visible: Visible) {
    this.#dataset = dataset;
    this.#source = source;
    this.#visible = visible;
    this.keys = new KeyColumn(dataset.arena, rowRoom(dataset.root));
    if (source.width === 0) return;
    this.keys.widen(2 ** (8 * source.width) - 1);
    const rows = dataset.root.rows;
    const to = this.keys.view();
    to.set(source.view().subarray(0, rows));
    const bits = dataset.arena.u8(visible(), dataset.root.bitmapBytes);
    for (let byte = 0; byte * 8 < rows; byte++) {
      const seen = bits[byte] ?? 0;
      if (seen === 0xff) continue;
      for (let bit = 0; bit < 8; bit++) if (((seen >>> bit) & 1) === 0) to[byte * 8 + bit] = 0;
    }
  }

  get bytes(): number {
    return this.keys.width * this.keys.capacity;
  }

  patch(people: readonly number[]): void {
    const { arena, root } = this.#dataset;
    if (root.rows > this.keys.capacity) this.keys.reserve(rowRoom(root));
    const bits = arena.u8(this.#visible(), root.bitmapBytes).slice();
    for (const row of people) {
      const seen = (((bits[row >>> 3] ?? 0) >>> (row & 7)) & 1) === 1;
      this.keys.set(row, seen ? this.#source.at(row) : 0);
    }
  }
}

class MaskedParagraphs implements Paragraphs {
  readonly #work: Work;
  readonly #stored: Paragraphs;
  readonly #visible: Visible;

  constructor(work: Work, stored: Paragraphs, visible: Visible) {
    this.#work = work;
    this.#stored = stored;
    this.#visible = visible;
  }

  textOf(row: number): string {
    return this.#sees(row) ? this.#stored.textOf(row) : '';
  }

  isEmpty(row: number): boolean {
    return !this.#sees(row) || this.#stored.isEmpty(row);
  }

  contains(term: string, out: Pointer): void {
    this.#stored.contains(term, out);
    this.#mask(out);
  }

  starts(term: string, out: Pointer): void {
    this.#stored.starts(term, out);
    this.#mask(out);
  }

  wideRows(): Iterable<number> | undefined {
    return this.#stored.wideRows();
  }

  #mask(out: Pointer): void {
    const { kernel, root } = this.#work.dataset;
    kernel.and(out, this.#visible(), out, root.bitmapBytes);
  }

  #sees(row: number): boolean {
    const { arena, root } = this.#work.dataset;
    const byte = arena.u8(this.#visible(), root.bitmapBytes)[row >>> 3] ?? 0;
    return ((byte >>> (row & 7)) & 1) === 1;
  }
}
