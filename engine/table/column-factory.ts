import { CodeColumn } from '../column/code-column.ts';
import { CodeKeys } from '../column/code-dictionary.ts';
import { DateColumn } from '../column/date-column.ts';
import { NumberColumn } from '../column/number-column.ts';
import { ParagraphColumn } from '../column/paragraph-column.ts';
import type { ColumnPlace } from '../column/stored-column.ts';
import { TextColumn, type SavedTexts } from '../column/text-column.ts';
import { UnitColumn } from '../column/unit-column.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Arena } from '../memory/arena.ts';
import { StoredParagraphs } from '../text/stored-paragraphs.ts';
import { PooledTexts, type TextRules } from '../text/text-pool.ts';
import type { CodeList, ColumnSchema } from './schema.ts';
import type { UnitList } from './unit-list.ts';

export type StoredColumn = CodeColumn | UnitColumn | NumberColumn | DateColumn | TextColumn | ParagraphColumn;

/** What columns are made from. */
export interface ColumnMaterial {
  readonly arena: Arena;
  readonly kernel: Kernel;
  readonly units: UnitList;
  readonly rules: TextRules;
  readonly dictionaries: Dictionaries;
}

/** The dictionaries of all code columns: one a list, and one for each column without a list. */
export class Dictionaries {
  readonly #lists: ReadonlyMap<string, CodeList>;
  readonly #made = new Map<string, CodeKeys>();
  readonly #added: Readonly<Record<string, readonly string[]>>;

  constructor(lists: readonly CodeList[], added: Readonly<Record<string, readonly string[]>> = {}) {
    this.#lists = new Map(lists.map((list) => [list.id, list]));
    this.#added = added;
  }

  of(column: ColumnSchema): CodeKeys {
    const name = column.codes === undefined ? `.${column.name}` : column.codes;
    const made = this.#made.get(name);
    if (made) return made;
    const list = column.codes === undefined ? undefined : this.#lists.get(column.codes);
    const dictionary = new CodeKeys(list, this.#added[name]);
    this.#made.set(name, dictionary);
    return dictionary;
  }

  /** The codes that came and are in no list, by dictionary. */
  save(): Record<string, readonly string[]> {
    return Object.fromEntries([...this.#made].map(([name, { added }]) => [name, added]));
  }
}

/** A column with room for so many rows; `saved` is what it said of itself for a snapshot. */
export function makeColumn(
  place: ColumnPlace,
  capacity: number,
  material: ColumnMaterial,
  saved?: unknown,
): StoredColumn {
  const { arena, kernel } = material;
  switch (place.schema.kind) {
    case 'code':
      return new CodeColumn(place, arena, capacity, material.dictionaries.of(place.schema), saved as never);
    case 'unit':
      return new UnitColumn(place, arena, capacity, material.units, saved as never);
    case 'number':
      return new NumberColumn(place, arena, capacity, saved as never);
    case 'date':
      return new DateColumn(place, arena, capacity, saved as never);
    case 'text': {
      const texts = saved as SavedTexts | undefined;
      const rules = place.schema.initials ? material.rules : {};
      const pool = new PooledTexts(arena, kernel, rules, texts?.pool);
      return new TextColumn(place, arena, capacity, pool, texts?.keys);
    }
    case 'paragraph':
      return new ParagraphColumn(
        place,
        new StoredParagraphs(arena, kernel, place.table, capacity, saved as never),
      );
  }
}
