import type { Actor } from '#platform/model';
import { readMany, rowsOf, type Store } from '#platform/server';
import { questioner, type QueryTables } from '#modules/query/server';
import type { Fault, QuestionRule, ShownFault } from '#modules/checks';
import type { CheckBoard } from './check-board.ts';
import { countingFaults, type CheckBasis } from './check-people.ts';
import { keyOfFault } from './dismissals.ts';
import { amongPeople, askRule, questionFaults, questionsInForce } from './question-rules.ts';
import { namedRules, type NamedRule } from './shown-rules.ts';

/** A question rule with the people who break it. */
interface BrokenQuestion {
  readonly rule: QuestionRule;
  readonly ids: readonly string[];
}

/** The faults of these people in words, by id. */
export async function showFaults(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  basis: CheckBasis,
  ids: readonly string[],
  broken: readonly BrokenQuestion[],
): Promise<ReadonlyMap<string, ShownFault[]>> {
  const named = namedRules(basis.settings);
  const stored = await readMany(store.db, ids);
  const shown = new Map<string, ShownFault[]>();
  for (const id of ids) {
    const faults = countingFaults(basis, id, rowsOf(stored.get(id) ?? {}));
    shown.set(
      id,
      faults.map((fault) => shownFault(store, named, fault)),
    );
  }
  for (const { rule, ids: people } of broken) {
    if (people.length === 0) continue;
    for (const [id, fault] of await questionFaults(store, tables, actor, rule, people, basis.world.today)) {
      if (basis.dismissed.get(id)?.has(keyOfFault(fault))) continue;
      shown.get(id)?.push(shownFault(store, named, fault));
    }
  }
  return shown;
}

/** All faults of one person, without waiting for the results of others. */
export async function faultsOfPerson(
  store: Store,
  tables: QueryTables,
  board: CheckBoard,
  actor: Actor,
  id: string,
): Promise<ShownFault[]> {
  const basis = await board.basis();
  const asker = await questioner(store, tables, actor, { question: {}, asOf: basis.world.today });
  const broken = questionsInForce(basis).map((rule) => ({
    rule,
    ids: askRule(asker, amongPeople(rule.question, [id])) ?? [],
  }));
  const shown = await showFaults(store, tables, actor, basis, [id], broken);
  return shown.get(id) ?? [];
}

function shownFault(store: Store, named: ReadonlyMap<string, NamedRule>, fault: Fault): ShownFault {
  const set = store.registry.find(fault.set);
  const { repair, ...rest } = fault;
  return {
    ...rest,
    label: named.get(fault.rule)?.label ?? fault.rule,
    setLabel: set?.label ?? '',
    fieldLabel: set?.fields.find(({ key }) => key === fault.field)?.label ?? '',
    ...(repair ? { repair: repair.label } : {}),
  };
}
