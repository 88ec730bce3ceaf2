import type { Actor, OperationOutput } from '#platform/model';
import { readMany, rowsOf, type Store } from '#platform/server';
import type { readCareers } from '#modules/query';
import { questioner } from './asking.ts';
import { careerOf } from './compare-careers.ts';
import type { QueryTables } from './query-tables.ts';

/** 任职经历 of several people at once, as of the reference date; those out of reach are not there. */
export async function readCareersFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { ids, asOf }: { readonly ids: readonly string[]; readonly asOf?: string | undefined },
): Promise<OperationOutput<typeof readCareers>> {
  const question = { where: { op: 'people', ids: [...ids] }, population: 'all' } as const;
  const asker = await questioner(store, tables, actor, { question, asOf });
  const within = asker.ask(question, (found) => new Set(found.ids([], 0, found.count)));
  const wanted = [...new Set(ids)].filter((id) => within.has(id));
  const stored = await readMany(store.db, wanted, ['A02', 'A05', 'A17']);
  return {
    asOf: asker.asOf,
    careers: wanted.map((id) => ({
      id,
      career: careerOf(store, rowsOf(stored.get(id) ?? {}), asker.units.nameOf, asker.asOf),
    })),
  };
}
