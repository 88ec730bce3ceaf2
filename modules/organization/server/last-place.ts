import { textOf } from '#platform/model';
import { readMany, type Store } from '#platform/server';
import type { UnitTree } from './unit-tree.ts';

/** The highest place among the units directly below; a unit without a number stands behind all. */
export async function lastPlace(store: Store, tree: UnitTree, parent: string | null): Promise<number> {
  const siblings = tree.units.filter((unit) => unit.parent === parent).map(({ id }) => id);
  let last = 0;
  for (let start = 0; start < siblings.length; start += 500) {
    const some = await readMany(store.db, siblings.slice(start, start + 500), ['B01']);
    for (const sets of some.values()) {
      const order = Number(textOf(sets['B01']?.rows[0], 'order'));
      if (Number.isSafeInteger(order)) last = Math.max(last, order);
    }
  }
  return last;
}
