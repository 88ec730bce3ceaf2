import { sql } from 'kysely';
import { textOf, type RecordRow } from '#platform/model';
import type { Store } from '#platform/server';

/** A record that was merged into a person's (AL01). */
export interface MergedPerson {
  /** Whose record it is part of now. */
  readonly person: string;
  /** The id it had. */
  readonly merged: string;
  readonly name: string;
  readonly on: string;
}

/**
 * All records that were merged into others and have not been taken out again. One that is there leads nowhere, whatever a
 * note says that came back with the record it had been merged into before.
 */
export async function readMergedPeople(store: Store): Promise<MergedPerson[]> {
  // The literal lets the index of merges be used.
  const { rows } = await sql<{ subject: string; rows: string }>`
    select r.subject, r.rows from current_records as r
    join subjects as s on s.id = r.subject and s.removed = 0
    where r.set_code = 'AL01'`.execute(store.db);
  const notes = rows.flatMap(({ subject, rows: text }) =>
    (JSON.parse(text) as RecordRow[]).map((row) => ({
      person: subject,
      merged: textOf(row, 'person'),
      name: textOf(row, 'name'),
      on: textOf(row, 'mergedOn'),
    })),
  );
  const { rows: there } = await sql<{ id: string }>`
    select id from subjects
    where removed = 0 and id in (select value from json_each(${JSON.stringify(notes.map(({ merged }) => merged))}))`.execute(
    store.db,
  );
  const back = new Set(there.map(({ id }) => id));
  return notes.filter(({ merged }) => !back.has(merged));
}

/** Whose record an id leads to (别名): the person it was merged into, through later merges too, else the id itself. */
export async function currentPerson(store: Store, id: string): Promise<string> {
  return (await currentPeople(store, [id]))[0] ?? id;
}

/** The same for many ids, in their order; two that lead to one person are there once. */
export async function currentPeople(store: Store, ids: readonly string[]): Promise<string[]> {
  const into = new Map((await readMergedPeople(store)).map(({ merged, person }) => [merged, person]));
  const follow = (id: string): string => {
    let current = id;
    const passed = new Set([id]);
    for (let next = into.get(id); next !== undefined && !passed.has(next); next = into.get(next)) {
      passed.add(next);
      current = next;
    }
    return current;
  };
  return into.size === 0 ? [...new Set(ids)] : [...new Set(ids.map(follow))];
}
