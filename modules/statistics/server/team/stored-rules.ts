import { z } from 'zod';
import { CadreError, errors, type Actor, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { defaultTeamRules, teamRule, type readTeamRules, type TeamRule } from '#modules/statistics';
import { withStatistics } from '../tables-of-store.ts';

const only = 'team';

export async function readStoredRules(store: Store): Promise<OperationOutput<typeof readTeamRules>> {
  const row = await withStatistics(store.db).selectFrom('team_rules').selectAll().executeTakeFirst();
  if (!row) return { rules: [...defaultTeamRules], version: 0, edited: null };
  return {
    rules: z.array(teamRule).parse(JSON.parse(row.content)),
    version: row.version,
    edited: { by: row.updated_by_name, at: row.updated_at },
  };
}

/** Writes the rules if nobody has edited them since the version named; answers the new version. */
export async function keepRules(
  store: Store,
  actor: Actor,
  rules: readonly TeamRule[],
  version: number,
): Promise<number> {
  const row = {
    version: version + 1,
    content: JSON.stringify(rules),
    updated_by: actor.id,
    updated_by_name: actor.name,
    updated_at: new Date().toISOString(),
  };
  if ((await written()) === 0n)
    throw new CadreError('team-rules-changed', 409, '提示界限已被别人修改，请刷新后在新的内容上修改。');
  return row.version;

  async function written(): Promise<bigint> {
    if (version === 0) {
      const { numInsertedOrUpdatedRows = 0n } = await withStatistics(store.db)
        .insertInto('team_rules')
        .values({ id: only, ...row })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows;
    }
    const { numUpdatedRows } = await withStatistics(store.db)
      .updateTable('team_rules')
      .set(row)
      .where('id', '=', only)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return numUpdatedRows;
  }
}

/** Goes back to what was delivered; refuses when nothing was edited. */
export async function dropRules(store: Store): Promise<void> {
  const { numDeletedRows } = await withStatistics(store.db)
    .deleteFrom('team_rules')
    .where('id', '=', only)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw errors.notFound('本单位修改过的提示界限');
}
