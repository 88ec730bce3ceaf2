import type { Actor, OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { questioner, type QueryTables } from '#modules/query/server';
import type { listDismissed } from '#modules/checks';
import type { CheckBoard } from './check-board.ts';
import { readDecisions } from './dismissals.ts';
import { requireSight } from './people-in-reach.ts';
import { namedRules } from './shown-rules.ts';

/** Decisions that are told; the latest are what people come back for. */
const most = 500;
/** Of how many they are chosen for somebody who reaches only some of the people. */
const looked = 50_000;

/** 已确认无误: the latest decisions about people within an actor's reach, one for a person and rule. */
export async function dismissedFor(
  store: Store,
  tables: QueryTables,
  board: CheckBoard,
  actor: Actor,
): Promise<OperationOutput<typeof listDismissed>> {
  requireSight(actor);
  const { settings } = await board.basis();
  const named = namedRules(settings);
  const decisions = await readDecisions(store, looked);
  const ids = [...new Set(decisions.map(({ person }) => person))];
  const asker = await questioner(store, tables, actor, { question: {} });
  const names = asker.ask({ where: { op: 'people', ids }, population: 'all' }, (found) => {
    const rows = found.rows([], 0, found.count);
    return new Map(
      rows.map((row) => [asker.engine.dataset.idOf(row), String(found.values(row, ['A01.name'])[0] ?? '')]),
    );
  });
  const shown = new Map<string, (typeof decisions)[number]>();
  for (const decision of decisions) {
    const key = `${decision.person} ${decision.rule}`;
    if (names.has(decision.person) && !shown.has(key)) shown.set(key, decision);
  }
  return {
    decisions: [...shown.values()].slice(0, most).map((decision) => ({
      ...decision,
      name: names.get(decision.person) ?? '',
      label: named.get(decision.rule)?.label ?? decision.rule,
    })),
  };
}
