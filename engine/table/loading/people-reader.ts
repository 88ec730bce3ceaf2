import { encodeUtf8 } from '../../host.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { DatasetSchema, SetSchema } from '../schema.ts';
import { BatchMemory } from './batch-memory.ts';
import { GatheredColumn, isNumber } from './gathered-column.ts';
import { GatheredRows, type RowOrder } from './gathered-rows.ts';
import { JsonText } from './json-text.ts';
import type { PeopleBatch } from './people-batch.ts';

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const closeList = 0x5d;
const closeObject = 0x7d;

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
  readonly #json: JsonText;

  /** `kernel` asks for one of the two, for tests. */
  constructor(schema: DatasetSchema, orderOf: (set: string) => RowOrder, kernel?: Kernel['name']) {
    this.#sets = schema.sets.map((set) => this.#setReader(set, orderOf(set.name)));
    this.#json = new JsonText(kernel);
  }

  /** People since the last batch. */
  get people(): number {
    return this.#ids.length;
  }

  /**
   * Adds people, with their sets as members of a JSON object in UTF-8 that are named by id and set,
   * `"<id> A01":[{…}],"<id> A02":[…]`. Ids and members ascend by the ids; members of others are passed over. Throws for
   * bad JSON and for members that do not ascend.
   */
  add(ids: readonly string[], sets: Uint8Array): void {
    const json = this.#json;
    const first = this.#ids.length;
    json.open(sets);
    let at = 0;
    let last = -1;
    while (!json.isAtEnd()) {
      const from = json.passName();
      let side = sideOf(ids[at], json.bytes, from);
      while (side > 0) {
        last = -1;
        side = sideOf(ids[++at], json.bytes, from);
      }
      if (side < 0 && at > 0 && sideOf(ids[at - 1], json.bytes, from) <= 0)
        throw new Error('the records of people do not come in the order of their ids');
      last = side === 0 ? json.placeAmong(this.#sets, last, from + (ids[at]?.length ?? 0) + 1) : -1;
      const set = this.#sets[last];
      if (set) this.#readRows(set, first + at);
      else json.passValue();
      if (!json.isAtEnd()) json.expect(comma);
    }
    for (const id of ids) this.#ids.push(id);
  }

  /** The people since the last batch. */
  take(): PeopleBatch {
    const ids = this.#ids.splice(0);
    const people = ids.length;
    let bytes = 0;
    for (const column of this.#single) bytes += column.bytesOf(people);
    for (const { rows } of this.#sets) bytes += rows?.bytesOf(people) ?? 0;
    const memory = new BatchMemory(bytes);
    const columns = this.#single.flatMap((column) => column.take(people, null, memory) ?? []);
    const rows = this.#sets.flatMap(({ rows: own }) => own?.take(people, memory) ?? []);
    return { ids, columns, rows, memory: memory.buffer };
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
    const json = this.#json;
    const first = rows?.count ?? person;
    let count = 0;
    for (let more = json.openList(); more; more = json.hasMore(closeList)) {
      // Of a set of one row only the first counts.
      if (!rows && count > 0) json.passValue();
      else this.#readRow(set, first + count);
      count++;
    }
    rows?.close(person, count, json.bytes);
  }

  #readRow(set: SetReader, row: number): void {
    const json = this.#json;
    set.rows?.open(row);
    // Keys mostly come in the order in which they came before.
    let last = -1;
    for (let more = json.openObject(); more; more = json.hasMore(closeObject)) {
      last = this.#keyAfter(set.keys, last);
      this.#readValue(set.keys[last], set.rows, row);
    }
  }

  #readValue(key: Key | undefined, rows: GatheredRows | undefined, row: number): void {
    const json = this.#json;
    const column = key?.column ?? null;
    const from = json.at;
    const { bytes } = json;
    const lead = bytes[from] ?? 0;
    if (lead === quote) {
      const to = json.passString();
      column?.putString(row, bytes, from + 1, to, json.hash, json.isEscaped);
    } else if (isNumber(lead)) {
      json.passLiteral();
      column?.putNumber(row, bytes, from, json.at);
    } else {
      json.passValue();
      column?.putNothing(row);
    }
    if (key !== undefined && key.sorts >= 0) rows?.sortBy(row, key.sorts, from, json.at);
  }

  #keyAfter(keys: Key[], last: number): number {
    const json = this.#json;
    const from = json.passName();
    const place = json.placeAmong(keys, last, from);
    if (place >= 0 || json.isEscaped || keys.length >= mostKeys) return place;
    return keys.push({ bytes: json.nameFrom(from), column: null, sorts: -1 }) - 1;
  }
}

/**
 * Where a name that begins with an id and a blank stands: 0 when the id is this one, above 0 when it comes after it,
 * below 0 when it comes before it or there is none.
 */
function sideOf(id: string | undefined, bytes: Uint8Array, from: number): number {
  if (id === undefined) return -1;
  for (let at = 0; at < id.length; at++) {
    const side = (bytes[from + at] ?? 0) - id.charCodeAt(at);
    if (side !== 0) return side;
  }
  return (bytes[from + id.length] ?? 0) - space;
}
