import { errors, newId, type Actor, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { matchingName, type listUnitMatches } from '#modules/organization';
import { requireUnitInReach } from '../reach.ts';
import { withUnits } from '../tables.ts';

/** What an operator says about a name in files: it means this unit, or none of ours. */
export interface SaidMatch {
  readonly code?: string | undefined;
  readonly name: string;
  readonly unit: string | null;
}

/** Remembers which unit a name in files means; what was said before about it is replaced. */
export async function rememberMatch(
  store: Store,
  actor: Actor,
  { code = '', name, unit }: SaidMatch,
): Promise<void> {
  if (unit !== null) await requireUnitInReach(store, actor, unit);
  const chosen = {
    unit,
    chosen_at: new Date().toISOString(),
    chosen_by: actor.id,
    chosen_by_name: actor.name,
  };
  await withUnits(store.db)
    .insertInto('unit_matches')
    .values({ id: newId(), code: code.trim(), name: matchingName(name), ...chosen })
    .onConflict((conflict) => conflict.columns(['code', 'name']).doUpdateSet(chosen))
    .execute();
}

/** Everything that is remembered, the newest first. */
export async function listMatches(store: Store): Promise<OperationOutput<typeof listUnitMatches>['matches']> {
  const rows = await withUnits(store.db)
    .selectFrom('unit_matches')
    .selectAll()
    .orderBy('chosen_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    unit: row.unit,
    chosenAt: row.chosen_at,
    chosenBy: row.chosen_by_name,
  }));
}

export async function forgetMatch(store: Store, id: string): Promise<void> {
  const { numDeletedRows } = await withUnits(store.db)
    .deleteFrom('unit_matches')
    .where('id', '=', id)
    .executeTakeFirst();
  if (Number(numDeletedRows) === 0) throw errors.notFound('这条名称对应');
}
