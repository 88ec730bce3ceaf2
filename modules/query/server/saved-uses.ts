import { CadreError, errors, type Actor } from '#platform/model';
import { isAmong, isVisibleTo } from './saved-lookup.ts';
import type { QueriesDatabase } from './tables.ts';

/**
 * Keeps what a saved question refers to in place of what it referred to before. Refuses what the actor may not use, and,
 * when it is to be shared, what the others would not find.
 */
export async function keepReferences(
  tx: QueriesDatabase,
  actor: Actor,
  saved: { readonly id: string; readonly shared: boolean },
  references: readonly string[],
): Promise<void> {
  await tx.deleteFrom('saved_references').where('saved', '=', saved.id).execute();
  if (references.length === 0) return;
  const targets = await tx
    .selectFrom('saved_queries')
    .select(['id', 'name', 'shared'])
    .where(isAmong(references))
    .where(isVisibleTo(actor))
    .execute();
  if (targets.length < references.length) throw errors.notFound('引用的查询方案或名单');
  const hidden = targets.filter(({ shared }) => shared === 0).map(({ name }) => `“${name}”`);
  if (saved.shared && hidden.length > 0) {
    throw new CadreError(
      'saved-not-shared',
      409,
      `其中引用了没有共享的${hidden.join('、')}，其他人将不能使用。请先共享被引用的查询方案或名单。`,
    );
  }
  for (const { id } of targets)
    await tx.insertInto('saved_references').values({ saved: saved.id, refers_to: id }).execute();
}

/**
 * Refuses while other saved questions refer to this one: all of them, or with `sharedOnly` those that would be left
 * without it when it is no longer shared. Names those that the actor may see and counts the rest.
 */
export async function requireUnused(
  tx: QueriesDatabase,
  actor: Actor,
  id: string,
  sharedOnly: boolean,
): Promise<void> {
  const users = await tx
    .selectFrom('saved_references')
    .innerJoin('saved_queries', 'saved_queries.id', 'saved_references.saved')
    .select(['saved_queries.id', 'saved_queries.name', 'saved_queries.owner', 'saved_queries.shared'])
    .where('saved_references.refers_to', '=', id)
    .where('saved_references.saved', '!=', id)
    .orderBy('saved_queries.name')
    .execute();
  const using = users.filter(({ owner, shared }) => !sharedOnly || owner !== actor.id || shared === 1);
  if (using.length === 0) return;
  const seen = using.filter(({ owner, shared }) => owner === actor.id || shared === 1);
  const others = using.length - seen.length;
  const named = [
    ...seen.map(({ name }) => `“${name}”`),
    ...(others > 0 ? [`他人未共享的 ${others} 个查询方案`] : []),
  ];
  throw new CadreError(
    'saved-in-use',
    409,
    `${named.join('、')}引用了它，不能${sharedOnly ? '取消共享' : '删除'}。请先修改引用它的查询方案。`,
    { uses: seen.map((use) => ({ id: use.id, name: use.name })), others },
  );
}
