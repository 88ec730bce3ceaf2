import { encodeUtf8 } from '../../host.ts';
import type { DatasetSchema, SetSchema } from '../schema.ts';
import { GatheredColumn, isNumber } from './gathered-column.ts';
import { GatheredRows, type RowOrder } from './gathered-rows.ts';
import type { PeopleBatch } from './people-batch.ts';

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const openList = 0x5b;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
const colon = 0x3a;
const space = 0x20;

/** A key of the rows of a set: what is known of it, and where its values go. */
interface Key {
  readonly bytes: Uint8Array;
  readonly column: GatheredColumn | null;
  /** Its place among the keys by which rows are sorted; -1 for the others. */
  readonly sorts: number;
}

/** A set as it is read. */
interface SetReader {
  readonly bytes: Uint8Array;
  readonly keys: Key[];
  /** Undefined for a set of one row. */
  readonly rows: GatheredRows | undefined;
}

/** Keys that nobody knows are remembered, so that they are passed over quickly; not without end. */
const mostKeys = 400;

/**
 * Makes people ready for the tables out of the JSON of their records, without making an object of every row. What it
 * gives is what `append` of a dataset would do with the same records.
 */
export class PeopleReader {
  readonly #sets: readonly SetReader[];
  readonly #single: GatheredColumn[] = [];
  readonly #ids: string[] = [];
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** Did the string that was passed last have escapes? */
  #escaped = false;

  constructor(schema: DatasetSchema, orderOf: (set: string) => RowOrder) {
    this.#sets = schema.sets.map((set) => this.#setReader(set, orderOf(set.name)));
  }

  /** People since the last batch. */
  get people(): number {
    return this.#ids.length;
  }

  /** Adds somebody with the sets as members of a JSON object in UTF-8, `"A01":[{…}],"A02":[…]`. Throws for bad JSON. */
  add(id: string, sets: Uint8Array): void {
    const person = this.#ids.length;
    this.#bytes = sets;
    this.#at = 0;
    this.#skipSpace();
    for (let last = -1; this.#at < sets.length;) {
      this.#expect(quote);
      last = this.#nameAfter(this.#sets, last);
      this.#skipSpace();
      this.#expect(colon);
      this.#skipSpace();
      const set = this.#sets[last];
      if (set) this.#readRows(set, person);
      else this.#passValue();
      this.#skipSpace();
      if (this.#at < sets.length) this.#expect(comma);
      this.#skipSpace();
    }
    this.#ids.push(id);
  }

  /** The people since the last batch. */
  take(): PeopleBatch {
    const ids = this.#ids.splice(0);
    const columns = this.#single.flatMap((column) => column.take(ids.length, null) ?? []);
    const rows = this.#sets.flatMap(({ rows: own }) => own?.take(ids.length) ?? []);
    return { ids, columns, rows };
  }

  #setReader(set: SetSchema, order: RowOrder): SetReader {
    const columns = new Map(
      set.columns.map((schema) => [schema.name.slice(set.name.length + 1), new GatheredColumn(schema)]),
    );
    if (!set.repeating) this.#single.push(...columns.values());
    const rows = set.repeating ? new GatheredRows(set, columns, order) : undefined;
    const sortKeys = rows ? order.keys.map(({ key }) => key) : [];
    const keys = Array.from(new Set(['id', ...columns.keys(), ...sortKeys]), (name) => ({
      bytes: encodeUtf8(name),
      column: columns.get(name) ?? null,
      sorts: sortKeys.indexOf(name),
    }));
    return { bytes: encodeUtf8(set.name), keys, rows };
  }

  #readRows(set: SetReader, person: number): void {
    const { rows } = set;
    const first = rows?.count ?? person;
    let count = 0;
    this.#expect(openList);
    this.#skipSpace();
    while (this.#bytes[this.#at] !== closeList) {
      // Of a set of one row only the first counts.
      if (!rows && count > 0) this.#passValue();
      else this.#readRow(set, first + count);
      count++;
      this.#skipSpace();
      if (this.#bytes[this.#at] === closeList) break;
      this.#expect(comma);
      this.#skipSpace();
    }
    this.#at++;
    rows?.close(person, count, this.#bytes);
  }

  #readRow(set: SetReader, row: number): void {
    this.#expect(openObject);
    set.rows?.open(row);
    this.#skipSpace();
    // Keys mostly come in the order in which they came before.
    for (let last = -1; this.#bytes[this.#at] !== closeObject;) {
      this.#expect(quote);
      last = this.#keyAfter(set.keys, last);
      this.#skipSpace();
      this.#expect(colon);
      this.#skipSpace();
      this.#readValue(set.keys[last], set.rows, row);
      this.#skipSpace();
      if (this.#bytes[this.#at] === closeObject) break;
      this.#expect(comma);
      this.#skipSpace();
    }
    this.#at++;
  }

  #readValue(key: Key | undefined, rows: GatheredRows | undefined, row: number): void {
    const bytes = this.#bytes;
    const from = this.#at;
    const lead = bytes[from] ?? 0;
    const column = key?.column ?? null;
    if (lead === quote) {
      this.#at++;
      const to = this.#passString();
      column?.putString(row, bytes, from + 1, to, this.#escaped);
    } else if (isNumber(lead)) {
      this.#passLiteral();
      column?.putNumber(row, bytes, from, this.#at);
    } else {
      this.#passValue();
      column?.putNothing(row);
    }
    if (key !== undefined && key.sorts >= 0) rows?.sortBy(row, key.sorts, from, this.#at);
  }

  #keyAfter(keys: Key[], last: number): number {
    const from = this.#at;
    const place = this.#nameAfter(keys, last);
    if (place >= 0 || this.#escaped || keys.length >= mostKeys) return place;
    return keys.push({ bytes: this.#bytes.slice(from, this.#at - 1), column: null, sorts: -1 }) - 1;
  }

  /** The place of the name that comes now, looked for behind the one that came last, else -1; passes it and its quote. */
  #nameAfter(names: readonly { readonly bytes: Uint8Array }[], last: number): number {
    const bytes = this.#bytes;
    const from = this.#at;
    for (let tried = 1, at = last + 1; tried <= names.length; tried++, at++) {
      if (at === names.length) at = 0;
      const own = names[at]?.bytes;
      if (!own || bytes[from + own.length] !== quote || !isThere(own, bytes, from)) continue;
      this.#at = from + own.length + 1;
      return at;
    }
    this.#passString();
    return -1;
  }

  /** Passes a string, of which the quote before it has been passed; answers where it ends. */
  #passString(): number {
    const bytes = this.#bytes;
    this.#escaped = false;
    for (let at = this.#at; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === backslash) {
        this.#escaped = true;
        at++;
      } else if (byte === quote) {
        this.#at = at + 1;
        return at;
      }
    }
    return this.#refuse();
  }

  #passValue(): void {
    const lead = this.#bytes[this.#at] ?? 0;
    if (lead === quote) {
      this.#at++;
      this.#passString();
    } else if (lead === openList || lead === openObject) this.#passNested();
    else this.#passLiteral();
  }

  #passNested(): void {
    let depth = 0;
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at++];
      if (byte === quote) this.#passString();
      else if (byte === openList || byte === openObject) depth++;
      else if ((byte === closeList || byte === closeObject) && --depth === 0) return;
    }
    this.#refuse();
  }

  /** A number, true, false or null. */
  #passLiteral(): void {
    const from = this.#at;
    for (; this.#at < this.#bytes.length; this.#at++) {
      const byte = this.#bytes[this.#at] ?? 0;
      if (byte === comma || byte === closeObject || byte === closeList || byte <= space) break;
    }
    if (this.#at === from) this.#refuse();
  }

  #skipSpace(): void {
    while (this.#at < this.#bytes.length && (this.#bytes[this.#at] ?? 0) <= space) this.#at++;
  }

  #expect(byte: number): void {
    if (this.#bytes[this.#at] !== byte) this.#refuse();
    this.#at++;
  }

  #refuse(): never {
    throw new SyntaxError('the records of somebody are no JSON');
  }
}

function isThere(own: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < own.length; at++) if (own[at] !== bytes[from + at]) return false;
  return true;
}
