import { CadreError, errors, textOf, type Actor, type OperationOutput } from '#platform/model';
import { keepSetting, readMany, type Store } from '#platform/server';
import { requireWholeOffice } from '#modules/cadres/server';
import { questioner, type QueryTables } from '#modules/query/server';
import {
  candidatesQuestion,
  isOfPool,
  leaversQuestion,
  lineQuestion,
  withPoolRenamed,
  type Pool,
  type renameReservePool,
} from '#modules/reserve';
import { changePeople } from './change-people.ts';
import { poolsSetting, readPools, requireSight } from './settings.ts';
import { peopleWithRows } from './stored-rows.ts';

/** Keeps the definitions; every rule must be one that can be asked. */
export async function savePools(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { pools, version }: { readonly pools: readonly Pool[]; readonly version: number },
): Promise<{ version: number }> {
  requireSight(actor);
  requireWholeOffice(actor);
  const { content } = await readPools(store);
  for (const pool of pools) {
    const before = content.find(({ id }) => id === pool.id);
    if (before && before.name !== pool.name)
      throw errors.invalid(`“${before.name}”改名时，成员的记录要一并修改，请用“改名”。`);
    await requireAskable(store, tables, actor, pool);
  }
  return { version: await keepSetting(store.db, poolsSetting, actor, pools, version) };
}

async function requireAskable(store: Store, tables: QueryTables, actor: Actor, pool: Pool): Promise<void> {
  const rules = [
    { label: '入库条件', question: candidatesQuestion(pool) },
    { label: '出库条件', question: leaversQuestion(pool) },
    ...pool.target.lines.map(({ label, question }) => ({ label, question: lineQuestion(pool, question) })),
  ];
  for (const { label, question } of rules) {
    if (question === null) continue;
    const asker = await questioner(store, tables, actor, { question });
    try {
      asker.ask(question, (found) => found.count);
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      throw errors.invalid(`“${pool.name}”的“${label}”：${error.message}`, error.details);
    }
  }
}

const mostNames = 20;

/** Renames a pool, or what stands in the records as one: its members' rows and the definition in one step. */
export async function renamePool(
  store: Store,
  actor: Actor,
  asked: { readonly from: string; readonly to: string; readonly version: number; readonly preview: boolean },
): Promise<OperationOutput<typeof renameReservePool>> {
  requireSight(actor);
  requireWholeOffice(actor);
  const { from, to, version } = asked;
  const { content } = await readPools(store);
  if (from === to) throw errors.invalid('新库名与原库名相同。');
  const isDefined = content.some(({ name }) => name === from);
  if (isDefined && content.some(({ name }) => name === to))
    throw new CadreError('reserve-name', 409, `已有名为“${to}”的后备库，请换一个名称。`);
  const ids = await namedIn(store, from);
  if (asked.preview)
    return {
      people: ids.length,
      names: await namesOf(store, ids.slice(0, mostNames)),
      change: null,
      version,
    };
  const pools = content.map((pool) => (pool.name === from ? { ...pool, name: to } : pool));
  const done = await changePeople(store, actor, {
    ids,
    sets: ['RP01', 'RP02'],
    plan(_person, { RP01: entries = [], RP02: reviews = [] }) {
      const [first, second] = [withPoolRenamed(entries, from, to), withPoolRenamed(reviews, from, to)];
      if (!first && !second) return null;
      return { ...(first ? { RP01: first } : {}), ...(second ? { RP02: second } : {}) };
    },
    summary: (count) => `后备库“${from}”改名为“${to}”：${count} 人`,
    ...(isDefined
      ? { also: async (tx) => void (await keepSetting(tx, poolsSetting, actor, pools, version)) }
      : {}),
  });
  // Nobody is in it: the definition alone.
  if (!done && isDefined) await keepSetting(store.db, poolsSetting, actor, pools, version);
  return {
    people: done?.people ?? 0,
    names: [],
    change: done?.change ?? null,
    version: (await readPools(store)).version,
  };
}

/** Everybody whose records name the pool. */
async function namedIn(store: Store, name: string): Promise<string[]> {
  const found = new Set<string>();
  for (const set of ['RP01', 'RP02']) {
    for (const [id, rows] of await peopleWithRows(store, set))
      if (rows.some((row) => isOfPool(row, name))) found.add(id);
  }
  return [...found].toSorted();
}

export async function namesOf(store: Store, ids: readonly string[]): Promise<string[]> {
  const stored = await readMany(store.db, ids, ['A01']);
  return ids.map((id) => textOf(stored.get(id)?.['A01']?.rows[0], 'name'));
}
