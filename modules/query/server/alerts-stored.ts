import { z } from 'zod';
import { CadreError, errors, type Actor } from '#platform/model';
import type { Database, DatabaseSchema, Store } from '#platform/server';
import type { Kysely } from 'kysely';
import { defaultAlerts, saveAlerts, type Alert } from '#modules/query';

/** The reminders as the office has edited them: one row, none while they are as delivered. */
interface HomeAlertsTable {
  id: string;
  version: number;
  /** The reminders as JSON. */
  content: string;
  updated_by: string;
  updated_by_name: string;
  updated_at: string;
}

export interface StoredAlerts {
  readonly alerts: readonly Alert[];
  /** 0 is as delivered. */
  readonly version: number;
  readonly edited: { readonly by: string; readonly at: string } | null;
}

const only = 'home';
const content = z.object({ alerts: saveAlerts.body?.shape.alerts ?? z.never() });

function withAlerts(db: Database): Kysely<DatabaseSchema & { home_alerts: HomeAlertsTable }> {
  return db.withTables<{ home_alerts: HomeAlertsTable }>();
}

export async function readStoredAlerts(store: Store): Promise<StoredAlerts> {
  const row = await withAlerts(store.db).selectFrom('home_alerts').selectAll().executeTakeFirst();
  if (!row) return { alerts: defaultAlerts, version: 0, edited: null };
  const { alerts } = content.parse({ alerts: JSON.parse(row.content) });
  return { alerts, version: row.version, edited: { by: row.updated_by_name, at: row.updated_at } };
}

/** Writes the reminders if nobody has edited them since the version named; answers the new version. */
export async function keepAlerts(
  store: Store,
  actor: Actor,
  alerts: readonly Alert[],
  version: number,
): Promise<number> {
  const row = {
    version: version + 1,
    content: JSON.stringify(alerts),
    updated_by: actor.id,
    updated_by_name: actor.name,
    updated_at: new Date().toISOString(),
  };
  if ((await written()) === 0n)
    throw new CadreError('alerts-changed', 409, '提醒已被别人修改，请刷新后在新的内容上修改。');
  return row.version;

  async function written(): Promise<bigint> {
    if (version === 0) {
      const { numInsertedOrUpdatedRows = 0n } = await withAlerts(store.db)
        .insertInto('home_alerts')
        .values({ id: only, ...row })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows;
    }
    const { numUpdatedRows } = await withAlerts(store.db)
      .updateTable('home_alerts')
      .set(row)
      .where('id', '=', only)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return numUpdatedRows;
  }
}

/** Goes back to what was delivered; refuses when nothing was edited. */
export async function dropAlerts(store: Store): Promise<void> {
  const { numDeletedRows } = await withAlerts(store.db)
    .deleteFrom('home_alerts')
    .where('id', '=', only)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw errors.notFound('本单位修改过的提醒');
}
