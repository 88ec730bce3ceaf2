import type { Actor } from '#platform/model';
import type { Store } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { peopleQuery } from './list-people.ts';

/** How many people each unit has, without those below it; people of no known unit are `unplaced`. */
export async function countPeople(store: Store, actor: Actor) {
  const people = await peopleQuery(store, actor, {});
  const rows = await people.query
    .select(['p.unit', (eb) => eb.fn.countAll<number>().as('people')])
    .groupBy('p.unit')
    .execute();
  const tree = await readUnitTree(store);
  const units: Record<string, number> = {};
  let total = 0;
  let unplaced = 0;
  for (const { unit, people: count } of rows) {
    total += count;
    if (unit !== null && tree.find(unit)) units[unit] = count;
    else unplaced += count;
  }
  return { total, unplaced, units };
}
