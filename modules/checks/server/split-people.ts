import { isLive, type Store } from '#platform/server';
import type { PeoplePart } from './check-people.ts';

/** Splits all people, by the order of their ids, into parts of nearly the same size; fewer than `many` are one part. */
export async function splitPeople(
  store: Store,
  most: number,
  many: number,
): Promise<{ readonly people: number; readonly parts: readonly PeoplePart[] }> {
  const { people } = await store.db
    .selectFrom('subjects')
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('kind', '=', 'person')
    .where(isLive)
    .executeTakeFirstOrThrow();
  const parts = people < many ? 1 : most;
  const bounds: string[] = [];
  for (let part = 1; part < parts; part += 1) {
    const found = await store.db
      .selectFrom('subjects')
      .select('id')
      .where('kind', '=', 'person')
      .where(isLive)
      .orderBy('id')
      .offset(Math.floor((people * part) / parts))
      .limit(1)
      .executeTakeFirst();
    if (found) bounds.push(found.id);
  }
  // A bound begins a part; the one before ends with it too, and checking somebody twice does no harm but time.
  return { people, parts: [null, ...bounds].map((from, index) => ({ from, to: bounds[index] ?? null })) };
}
