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
/** People whose records are read at once; what is read is short-lived. */
const piece = 100;

/** Everybody, in the order of their ids, ready for the tables: what `readPeople` gives, without an object for every row. */
export async function* readBatches(db: Database, input: BatchesInput): AsyncGenerator<PeopleBatch> {
  const reader = new PeopleReader({ sets: input.sets, codes: [] }, (set) => orderOf(input.orders[set] ?? []));
  const sets = input.sets.map(({ name }) => name);
  for await (const { id, records } of allRecords(db, sets)) {
    reader.add(id, records);
    if (reader.people === people) yield reader.take();
  }
  if (reader.people > 0) yield reader.take();
}

function orderOf(order: readonly string[]): RowOrder {
  const set = { order } as SetDefinition;
  return {
    keys: order.map((key) => ({ key: key.replace(/^-/, ''), descending: key.startsWith('-') })),
    sort: (rows) => sortedRows(set, rows as readonly RecordRow[]),
  };
}

/** Somebody's records: the members of a JSON object, a set each, in UTF-8. */
interface PersonRecords {
  readonly id: string;
  readonly records: Uint8Array;
}

const nothing = new Uint8Array(0);

async function* allRecords(db: Database, sets: readonly string[]): AsyncGenerator<PersonRecords> {
  for (let last = ''; ;) {
    const subjects = await db
      .selectFrom('subjects')
      .select('id')
      .where('kind', '=', 'person')
      .where('id', '>', last)
      .where(isLive)
      .orderBy('id')
      .limit(piece)
      .execute();
    const end = subjects.at(-1)?.id;
    if (end === undefined) return;
    // As bytes, because making strings of them would take longer than all that is done with them.
    const found = await db
      .selectFrom('current_records')
      .select([
        'subject',
        sql<Uint8Array>`cast(group_concat('"' || set_code || '":' || rows) as blob)`.as('records'),
      ])
      .where('subject', '>', last)
      .where('subject', '<=', end)
      .where('set_code', 'in', [...sets, ''])
      .groupBy('subject')
      .execute();
    const recordsOf = new Map(found.map(({ subject, records }) => [subject, records]));
    for (const { id } of subjects) yield { id, records: recordsOf.get(id) ?? nothing };
    last = end;
  }
}
