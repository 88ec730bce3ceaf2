import { errors } from '#platform/model';
import { defineRoute, type Route, type Store } from '#platform/server';
import { requirePerson } from '#modules/cadres/server';
import type { QueryTables } from '#modules/query/server';
import {
  compareDuplicates,
  declareDistinct,
  forgetDistinct,
  listDuplicates,
  mergeDuplicates,
  separateMerged,
} from '#modules/duplicates';
import { comparePair } from './compare-pair.ts';
import { PairFinder } from './list-pairs.ts';
import { mergePair, separatePair } from './merge-pair.ts';
import { withDuplicates } from './tables.ts';

/** The routes of 查重: people who are there twice. */
export function duplicatesRoutes(store: Store, tables: QueryTables): Route[] {
  const finder = new PairFinder(store, tables);
  return [
    defineRoute(listDuplicates, ({ actor }) => finder.list(actor)),
    defineRoute(compareDuplicates, ({ actor, params }) => comparePair(store, tables, actor, params)),
    defineRoute(mergeDuplicates, async ({ actor, body }) => ({
      change: await mergePair(store, actor, body),
    })),
    defineRoute(separateMerged, async ({ actor, body }) => ({
      change: await separatePair(store, actor, body),
    })),
    defineRoute(declareDistinct, async ({ actor, body }) => {
      const [first, second] = ordered(body);
      for (const id of [first, second]) await requirePerson(store, actor, id);
      const decision = {
        reason: body.reason,
        decided_by: actor.id,
        decided_by_name: actor.name,
        decided_at: new Date().toISOString(),
      };
      await withDuplicates(store.db)
        .insertInto('distinct_people')
        .values({ first, second, ...decision })
        .onConflict((conflict) => conflict.columns(['first', 'second']).doUpdateSet(decision))
        .execute();
      return {};
    }),
    defineRoute(forgetDistinct, async ({ actor, params }) => {
      const [first, second] = ordered(params);
      for (const id of [first, second]) await requirePerson(store, actor, id);
      await withDuplicates(store.db)
        .deleteFrom('distinct_people')
        .where('first', '=', first)
        .where('second', '=', second)
        .execute();
      return {};
    }),
  ];
}

function ordered({ first, second }: { readonly first: string; readonly second: string }): [string, string] {
  if (first === second) throw errors.invalid('请选择两条不同的记录。');
  return first < second ? [first, second] : [second, first];
}
