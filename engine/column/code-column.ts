import type { Arena } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';
import { stringsOf, type ColumnBatch } from '../table/loading/people-batch.ts';
import type { CodeKeys } from './code-dictionary.ts';
import { KeyColumn, translated, type SavedKeys } from './key-column.ts';
import type { ColumnPlace, ColumnWriter } from './stored-column.ts';

/** Codes: the keys of a dictionary, which other columns may share. */
export class CodeColumn implements ColumnWriter {
  readonly kind = 'code';
  readonly schema;
  readonly set;
  readonly table;
  readonly dictionary: CodeKeys;
  readonly keys: KeyColumn;
  readonly stored: readonly KeyColumn[];
  #lastCode: unknown = undefined;
  #lastKey = 0;

  constructor(place: ColumnPlace, arena: Arena, capacity: number, dictionary: CodeKeys, saved?: SavedKeys) {
    this.schema = place.schema;
    this.set = place.set;
    this.table = place.table;
    this.dictionary = dictionary;
    this.keys = new KeyColumn(arena, capacity, saved);
    this.stored = [this.keys];
  }

  write(row: number, value: unknown): void {
    this.keys.set(row, this.place(value));
  }

  load(first: number, { values, texts }: ColumnBatch): void {
    const keys = texts ? stringsOf(texts).map((code) => this.dictionary.add(code)) : [];
    this.keys.load(first, translated(values, keys));
  }

  place(value: unknown): number {
    if (value === this.#lastCode) return this.#lastKey;
    const code = typeof value === 'number' ? String(value) : value;
    const key = typeof code === 'string' && code !== '' ? this.dictionary.add(code) : 0;
    this.#lastCode = value;
    this.#lastKey = key;
    return key;
  }

  save(block: SaveBlock): SavedKeys {
    return this.keys.save(block);
  }
}
