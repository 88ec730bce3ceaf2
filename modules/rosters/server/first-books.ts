import { newId } from '#platform/model';
import type { Store } from '#platform/server';
import { predefinedRosters } from '#modules/rosters';
import { columnsOf } from './books.ts';
import { withRosters } from './tables.ts';

/** Set when the books were delivered: an office that removes them does not get them again. */
const setting = 'first-rosters';

/** Gives a new office the books that every office begins with. */
export async function addFirstBooks(store: Store): Promise<void> {
  await withRosters(store.db)
    .transaction()
    .execute(async (tx) => {
      const before = await tx
        .selectFrom('settings')
        .select('name')
        .where('name', '=', setting)
        .executeTakeFirst();
      if (before) return;
      const author = { id: 'system', name: '系统预置' };
      for (const [place, roster] of predefinedRosters.entries())
        await tx
          .insertInto('rosters')
          .values({ ...columnsOf(author, roster), id: newId(), place: place + 1, version: 1 })
          .execute();
      await tx.insertInto('settings').values({ name: setting, value: '1' }).execute();
    });
}
