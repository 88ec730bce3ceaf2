import { sql } from 'kysely';
import { PeopleReader, type DatasetSchema, type PeopleBatch, type RowOrder } from '#engine';
import { sortedRows, type RecordRow, type SetDefinition } from '#platform/model';
import { isLive, type Database } from '#platform/server';

/** What has to be known to read everybody. */
export interface BatchesInput {
  readonly sets: DatasetSchema['sets'];
  /** By which values the rows of a set are sorted, as its definition says. */
  readonly orders: Readonly<Record<string, readonly string[]>>;
}

/** People a batch: some milliseconds of work for the one who loads them, so that a server goes on answering. */
const people = 500;

/** Everybody, in the order of their ids, ready for the tables: what `readPeople` gives, without an object for every row. */
export async function* readBatches(db: Database, input: BatchesInput): AsyncGenerator<PeopleBatch> {
  const reader = new PeopleReader({ sets: input.sets, codes: [] }, (set) => orderOf(input.orders[set] ?? []));
  const sets = input.sets.map(({ name }) => name);
  for await (const records of allRecords(db, sets)) {
    for (const { id, members } of records) {
      reader.add(id, members);
      // Given back at once: the collector would go through everything each time that so much memory has come together.
      members.buffer.transfer(0);
    }
    yield reader.take();
  }
}

function orderOf(order: readonly string[]): RowOrder {
  const set = { order } as SetDefinition;
  return {
    keys: order.map((key) => ({ key: key.replace(/^-/, ''), descending: key.startsWith('-') })),
    sort: (rows) => sortedRows(set, rows as readonly RecordRow[]),
  };
}

interface PersonRecords {
  readonly id: string;
  /** The sets as members of a JSON object, in UTF-8. */
  readonly members: Uint8Array<ArrayBuffer>;
}

async function* allRecords(db: Database, sets: readonly string[]): AsyncGenerator<readonly PersonRecords[]> {
  for (let last = ''; ;) {
    const subjects = await db
      .selectFrom('subjects')
      .select('id')
      .where('kind', '=', 'person')
      .where('id', '>', last)
      .where(isLive)
      .orderBy('id')
      .limit(people)
      .execute();
    const end = subjects.at(-1)?.id;
    if (end === undefined) return;
    // As bytes, because making strings of them would take longer than all that is done with them.
    const found = await db
      .selectFrom('current_records')
      .select([
        'subject',
        sql<Uint8Array<ArrayBuffer>>`cast(group_concat('"' || set_code || '":' || rows) as blob)`.as(
          'members',
        ),
      ])
      .where('subject', '>', last)
      .where('subject', '<=', end)
      .where('set_code', 'in', [...sets, ''])
      .groupBy('subject')
      .execute();
    const membersOf = new Map(found.map(({ subject, members }) => [subject, members]));
    yield subjects.map(({ id }) => ({ id, members: membersOf.get(id) ?? new Uint8Array(0) }));
    last = end;
  }
}
