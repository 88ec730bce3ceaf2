import { sql } from 'kysely';
import { PeopleReader, type DatasetSchema, type PeopleBatch, type RowOrder } from '#engine';
import { sortedRows, type RecordRow, type SetDefinition } from '#platform/model';
import { isLive, type Database } from '#platform/server';

/** What has to be known to read everybody. */
export interface BatchesInput {
  readonly sets: DatasetSchema['sets'];
  /** By which values the rows of a set are sorted, as its definition says. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
  readonly perBatch: number;
}

/** Some people as they are stored. */
export interface StoredPeople {
  readonly ids: readonly string[];
  /** Their sets, and some of others, as members of a JSON object in UTF-8, named by id and set. */
  readonly sets: Uint8Array<ArrayBuffer>;
}

/** So many people are read at once: their JSON stays in the processor's cache while it is gone through. */
const perPiece = 100;

/** Makes people ready for the tables: what `readPeople` gives, without an object for every row. */
export class BatchReader {
  readonly #reader: PeopleReader;

  constructor({ sets, orders }: BatchesInput) {
    this.#reader = new PeopleReader({ sets, codes: [] }, (set) => orderOf(orders[set] ?? []));
  }

  add({ ids, sets }: StoredPeople): void {
    this.#reader.add(ids, sets);
    // Given back at once: the collector would go through everything each time that so much memory has come together.
    sets.buffer.transfer(0);
  }

  /** Those who were added since the last batch. */
  take(): PeopleBatch {
    return this.#reader.take();
  }
}

function orderOf(order: readonly string[]): RowOrder {
  const set = { order } as SetDefinition;
  return {
    keys: order.map((key) => ({ key: key.replace(/^-/, ''), descending: key.startsWith('-') })),
    sort: (rows) => sortedRows(set, rows as readonly RecordRow[]),
  };
}

/** Everybody as stored, in the order of the ids: the pieces of one batch after another. */
export async function* storedBatches(
  db: Database,
  input: BatchesInput,
): AsyncGenerator<readonly StoredPeople[]> {
  const sets = input.sets.map(({ name }) => name);
  for (let last = ''; ;) {
    const people = await db
      .selectFrom('subjects')
      .select('id')
      .where('kind', '=', 'person')
      .where('id', '>', last)
      .where(isLive)
      .orderBy('id')
      .limit(input.perBatch)
      .execute();
    if (people.length === 0) return;
    const pieces: StoredPeople[] = [];
    for (let from = 0; from < people.length; from += perPiece) {
      const ids = people.slice(from, from + perPiece).map(({ id }) => id);
      const end = ids.at(-1) ?? last;
      pieces.push({ ids, sets: await readSets(db, sets, last, end) });
      last = end;
    }
    yield pieces;
  }
}

/** The records of everybody behind one id up to another. */
async function readSets(
  db: Database,
  sets: readonly string[],
  last: string,
  end: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const found = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('current_records')
        .select(['subject', 'set_code', 'rows'])
        .where('subject', '>', last)
        .where('subject', '<=', end)
        .where('set_code', 'in', [...sets, ''])
        .orderBy('subject')
        .as('found'),
    )
    // As bytes, because making strings of them would take longer than all that is done with them.
    .select(
      sql<Uint8Array<ArrayBuffer> | null>`cast(group_concat('"' || subject || ' ' || set_code || '":' || rows) as blob)`.as(
        'members',
      ),
    )
    .executeTakeFirst();
  return found?.members ?? new Uint8Array(0);
}
