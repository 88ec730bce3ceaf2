import type { Actor, OperationInput, OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import type { listFaults } from '#modules/checks';
import type { CheckBoard } from './check-board.ts';
import { boardFor, brokenBy } from './people-in-reach.ts';
import { showFaults } from './show-faults.ts';
import { namedRules } from './shown-rules.ts';

type Asked = Pick<NonNullable<OperationInput<typeof listFaults>['body']>, 'rule' | 'levels' | 'unit'> & {
  readonly from: number;
  readonly size: number;
};

/** The people who break a rule (or any of a level), in statutory order of their units, with what is wrong. */
export async function listFaultsFor(
  store: Store,
  tables: QueryTables,
  board: CheckBoard,
  actor: Actor,
  { rule, levels, unit, from, size }: Asked,
): Promise<OperationOutput<typeof listFaults>> {
  const reached = await boardFor(store, tables, board, actor, unit);
  const named = namedRules(reached.state.basis.settings);
  const isAsked = (id: string): boolean =>
    (rule === undefined || id === rule) &&
    (levels === undefined || levels.includes(named.get(id)?.level ?? 'hint'));
  const places = new Map(reached.units.units.map(({ id }, index) => [id, index]));
  const placeOf = (own: string): number => places.get(own) ?? places.size;
  const people = reached.faulty
    .filter(({ id }) => reached.rulesOf(id).some(isAsked))
    .toSorted((a, b) => placeOf(a.unit) - placeOf(b.unit) || (a.id < b.id ? -1 : 1));
  const page = people.slice(from, from + size);
  const ids = page.map(({ id }) => id);
  const shown = await showFaults(store, tables, actor, reached.state.basis, ids, brokenBy(reached, ids));
  return {
    total: people.length,
    people: page.map(({ id, name, unit: own }) => ({
      id,
      name,
      unit: reached.units.nameOf(own),
      faults: (shown.get(id) ?? []).filter((fault) => isAsked(fault.rule)),
    })),
  };
}
