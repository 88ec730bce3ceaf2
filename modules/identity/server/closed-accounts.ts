import type { Database } from '#platform/server';
import { withIdentity } from './tables.ts';

/** The ids of accounts that were closed (停用). */
export async function closedAccounts(db: Database): Promise<ReadonlySet<string>> {
  const rows = await withIdentity(db).selectFrom('users').select('id').where('disabled', '=', 1).execute();
  return new Set(rows.map(({ id }) => id));
}
