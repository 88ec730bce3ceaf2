import type { Kernel } from '../kernel/kernel.ts';
import type { Arena, Pointer } from '../memory/arena.ts';
import type { ColumnSchema, DatasetSchema, SetSchema } from './schema.ts';

/** Unsigned whole numbers, one a row, in one, two or four bytes; with width 0 all are 0 and nothing is stored. */
export interface Keys {
  readonly width: 0 | 1 | 2 | 4;
  readonly pointer: Pointer;
  at(row: number): number;
  /** A view to be used at once and thrown away; of length 0 for width 0. */
  view(): Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
}

/** The codes of a column. Keys count from 1 in the order of the code list, codes that it does not have behind. */
export interface CodeDictionary {
  /** Keys are below this. */
  readonly size: number;
  keyOf(code: string): number | undefined;
  codeOf(key: number): string;
  labelOf(key: number): string;
  /** The keys of a code and of all below it; empty for an unknown code. */
  within(code: string): readonly number[];
  /** Was the code in the list, or is there no list? */
  isKnown(code: string): boolean;
}

/** The units in statutory order. The key of a unit is its place from 1; its subtree is the range up to `last`. */
export interface UnitOrder {
  readonly size: number;
  keyOf(id: string): number | undefined;
  idOf(key: number): string;
  nameOf(key: number): string;
  /** Initials of the name in pinyin, lower case; empty where there are none. */
  initialsOf(key: number): string;
  /** The last key of the subtree. */
  lastOf(key: number): number;
  /** The key of the unit above, 0 at the top. */
  parentOf(key: number): number;
  isAbolished(key: number): boolean;
  /** Is the unit in the list? Units that only records name come behind it, named by their id. */
  isKnown(key: number): boolean;
}

/** Strings stored once, in UTF-16 in the arena. Keys count from 1. */
export interface TextPool {
  readonly size: number;
  keyOf(text: string): number | undefined;
  textOf(key: number): string;
  /** Initials of a text in pinyin, both readings where there are two, joined by `|`; empty when not kept. */
  initialsOf(key: number): string;
  /** Sets the bit of every key whose text contains (or starts with) the term. */
  match(kind: 'contains' | 'starts' | 'initials', term: string, bits: Pointer): void;
  /** The keys of the texts with 全角 letters or digits. */
  readonly wide: readonly number[];
  /** The place of every key in the order of its texts (pinyin order where names are), u32 by key; 0 for key 0. */
  ranks(): Uint32Array;
}

/** Long texts, one a row, with an index of character pairs. */
export interface Paragraphs {
  textOf(row: number): string;
  isEmpty(row: number): boolean;
  /** Sets the bits of the rows whose text contains the term; `out` is cleared first. Exact, however long the term. */
  contains(term: string, out: Pointer): void;
  starts(term: string, out: Pointer): void;
  /** The rows, and perhaps others, whose text has 全角 letters or digits; undefined while nobody knows. */
  wideRows(): Iterable<number> | undefined;
}

interface ColumnHead {
  readonly schema: ColumnSchema;
  readonly set: SetSchema;
  readonly table: Table;
}

export type Column = ColumnHead &
  (
    | { readonly kind: 'code'; readonly keys: Keys; readonly dictionary: CodeDictionary }
    | { readonly kind: 'unit'; readonly keys: Keys }
    /** value = key - 1 + base */
    | { readonly kind: 'number'; readonly keys: Keys; readonly base: number }
    /** `months` holds `monthIndex` (0 is null), `parts` the part xor 1, so that months need no storage. */
    | { readonly kind: 'date'; readonly months: Keys; readonly parts: Keys }
    | { readonly kind: 'text'; readonly keys: Keys; readonly pool: TextPool }
    | { readonly kind: 'paragraph'; readonly paragraphs: Paragraphs }
  );

/** A column whose values are keys, which can be compared and counted: of every kind but long texts. */
export type KeyedColumn = Exclude<Column, { readonly kind: 'paragraph' }>;

/** The root table has a row a person, a child table a row a record. */
export interface Table {
  /** `''` for the root, else the set's name. */
  readonly name: string;
  /** Rows from 0, dead ones included. */
  readonly rows: number;
  /** Bytes of a bitmap over the rows: a multiple of 16. */
  readonly bitmapBytes: number;
  /** A bitmap of the rows that are there. */
  readonly live: Pointer;
  /** Raised when rows get other numbers (a compaction): whatever was kept by row is then worth nothing. */
  readonly layout: number;
}

export interface ChildTable extends Table {
  readonly set: SetSchema;
  /** Per person: the first of its rows (u32) and how many there are (u16); rows of a person lie together, in order. */
  readonly start: Pointer;
  readonly length: Pointer;
}

/**
 * People as columns. A patch changes them at once and in place and raises `version`; whoever keeps something derived
 * listens and brings the rows named up to date.
 */
export interface Dataset {
  readonly schema: DatasetSchema;
  readonly arena: Arena;
  readonly kernel: Kernel;
  readonly version: number;
  readonly root: Table;
  readonly units: UnitOrder;
  child(set: string): ChildTable | undefined;
  /** A stored column by its path. */
  column(name: string): Column | undefined;
  set(name: string): SetSchema | undefined;
  /** The row of a person who is there. */
  rowOf(id: string): number | undefined;
  idOf(row: number): string;
  /** Called after every patch with the root rows that changed; `unitsChanged` when the order of units did. */
  onPatched(listener: (rows: readonly number[], unitsChanged: boolean) => void): () => void;
}
