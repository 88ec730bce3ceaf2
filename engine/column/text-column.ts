import type { Arena } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import type { ColumnBatch } from '../table/loading/people-batch.ts';
import type { PooledTexts, SavedPool } from '../text/text-pool.ts';
import { KeyColumn, translated, type SavedKeys } from './key-column.ts';
import type { ColumnPlace, ColumnWriter } from './stored-column.ts';

export interface SavedTexts {
  readonly keys: SavedKeys;
  readonly pool: SavedPool;
}

/** Texts of which many are equal: keys of a pool of its own. */
export class TextColumn implements ColumnWriter {
  readonly kind = 'text';
  readonly schema;
  readonly set;
  readonly table;
  readonly keys: KeyColumn;
  readonly stored: readonly KeyColumn[];
  readonly pool: PooledTexts;
  #lastText: unknown = undefined;
  #lastKey = 0;

  constructor(place: ColumnPlace, arena: Arena, capacity: number, pool: PooledTexts, saved?: SavedKeys) {
    this.schema = place.schema;
    this.set = place.set;
    this.table = place.table;
    this.keys = new KeyColumn(arena, capacity, saved);
    this.stored = [this.keys];
    this.pool = pool;
  }

  write(row: number, value: unknown): void {
    if (value !== this.#lastText) {
      const text = textOf(value);
      this.#lastKey = text === '' ? 0 : this.pool.add(text);
      this.#lastText = value;
    }
    this.keys.set(row, this.#lastKey);
  }

  load(first: number, { values, texts }: ColumnBatch): void {
    if (!texts) return;
    const { units, ends } = texts;
    const keys = new Uint32Array(ends.length);
    let from = 0;
    for (let at = 0; at < ends.length; at++) {
      const to = ends[at] ?? 0;
      keys[at] = this.pool.addUnits(units, from, to);
      from = to;
    }
    this.keys.load(first, translated(values, keys));
  }

  /** Texts have no order of time. */
  place(): number {
    return 0;
  }

  save(block: SaveBlock): SavedTexts {
    return { keys: this.keys.save(block), pool: this.pool.save(block) };
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}
