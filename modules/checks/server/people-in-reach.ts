import { can, errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { UnitTree } from '#modules/organization/server';
import { questioner, runQueryIdsFor, type QueryTables } from '#modules/query/server';
import type { QuestionRule } from '#modules/checks';
import type { BoardState, CheckBoard } from './check-board.ts';

/** Somebody whose results an actor may see. */
export interface PersonInReach {
  readonly id: string;
  readonly name: string;
  /** 统计关系所在单位; empty without one. */
  readonly unit: string;
}

/** The results within an actor's reach, of everybody or of a unit with all below it. */
export interface ReachedBoard {
  readonly people: readonly PersonInReach[];
  readonly units: UnitTree;
  /** The question rules in force. */
  readonly questions: readonly QuestionRule[];
  /** The ids of all rules that a person breaks, a rule as often as it is broken. */
  readonly rulesOf: (person: string) => readonly string[];
  readonly state: BoardState;
}

/** Whoever reads results has to see what they are about. */
export function requireSight(actor: Actor): void {
  if (!can(actor, 'cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

/** Reads the results for an actor: those of the records and those of the questions. */
export async function boardFor(
  store: Store,
  tables: QueryTables,
  board: CheckBoard,
  actor: Actor,
  unit?: string,
): Promise<ReachedBoard> {
  requireSight(actor);
  const state = await board.current();
  const everybody = {
    ...(unit === undefined
      ? {}
      : { where: { op: 'in', field: 'A01.statisticalOrgCode', values: [unit] } as const }),
    population: 'all' as const,
  };
  const asker = await questioner(store, tables, actor, { question: everybody });
  if (unit !== undefined && !asker.units.find(unit)) throw errors.notFound('这个机构');
  const people = asker.ask(everybody, (found) =>
    found.rows([], 0, found.count).map((row) => {
      const [name, own] = found.values(row, ['A01.name', 'A01.statisticalOrgCode']);
      return {
        id: asker.engine.dataset.idOf(row),
        name: String(name ?? ''),
        unit: String(own ?? ''),
      };
    }),
  );
  const questions = questionsInForce(state);
  const broken = new Map<string, string[]>();
  for (const { id: rule, question } of questions) {
    const { ids } = await runQueryIdsFor(store, tables, actor, { question, sort: [] });
    for (const id of ids) broken.set(id, [...(broken.get(id) ?? []), rule]);
  }
  const none: readonly string[] = [];
  return {
    people,
    units: asker.units,
    questions,
    rulesOf: (person) => {
      const own = state.byPerson.get(person) ?? none;
      const asked = broken.get(person);
      return asked ? [...own, ...asked] : own;
    },
    state,
  };
}

function questionsInForce({ basis }: BoardState): QuestionRule[] {
  return basis.settings.questions.filter(
    ({ enabled, effectiveFrom }) => enabled && effectiveFrom <= basis.world.today,
  );
}
