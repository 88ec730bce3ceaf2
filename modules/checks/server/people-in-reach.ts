import { can, errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import type { UnitTree } from '#modules/organization/server';
import { questioner, type Questioner, type QueryTables } from '#modules/query/server';
import type { QuestionRule } from '#modules/checks';
import type { BoardState, CheckBoard } from './check-board.ts';
import { askRule, countingIds, questionsInForce } from './question-rules.ts';

/** Somebody whose results an actor may see. */
export interface PersonInReach {
  readonly id: string;
  readonly name: string;
  /** 统计关系所在单位; empty without one. */
  readonly unit: string;
}

/** The results within an actor's reach, of everybody or of a unit with all below it. */
export interface ReachedBoard {
  /** Those who break a rule. */
  readonly faulty: readonly PersonInReach[];
  /** How many people there are in all, by the unit that they belong to. */
  readonly counts: ReadonlyMap<string, number>;
  readonly units: UnitTree;
  /** The question rules in force, and the ids of those that cannot be asked any more. */
  readonly questions: readonly QuestionRule[];
  readonly unaskable: readonly string[];
  /** The ids of all rules that a person breaks, a rule as often as it is broken. */
  readonly rulesOf: (person: string) => readonly string[];
  readonly state: BoardState;
}

/** Whoever reads results has to see what they are about. */
export function requireSight(actor: Actor): void {
  if (!can(actor, 'cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

/** What is the same for all who reach the same units, until something changes. */
type Reached = Omit<ReachedBoard, 'units' | 'state'>;

/** Reaches that are kept: those of the last few offices that looked. */
const mostKept = 20;
type Kept = Map<string, { readonly madeBy: string; readonly reached: Reached }>;
const kept = new WeakMap<CheckBoard, Kept>();

const everybody = { population: 'all' } as const;

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
  const { today: asOf } = state.basis.world;
  const asker = await questioner(store, tables, actor, { question: everybody, asOf });
  if (unit !== undefined && !asker.units.find(unit)) throw errors.notFound('这个机构');
  const scope = actor.scope.kind === 'everything' ? '' : actor.scope.units.join(' ');
  const reaches: Kept = kept.get(board) ?? new Map();
  kept.set(board, reaches);
  const questions = questionsInForce(state.basis);
  const madeBy = [asOf, state.version, asker.engine.dataset.version, JSON.stringify(questions)].join(' ');
  const known = reaches.get(scope);
  const reached =
    known?.madeBy === madeBy ? known.reached : await reach(store, tables, actor, state, asker, questions);
  reaches.delete(scope);
  reaches.set(scope, { madeBy, reached });
  for (const oldest of reaches.keys()) if (reaches.size > mostKept) reaches.delete(oldest);
  const all = { ...reached, units: asker.units, state };
  if (unit === undefined) return all;
  const within = new Set(asker.units.within(unit));
  return {
    ...all,
    faulty: reached.faulty.filter((person) => within.has(person.unit)),
    counts: new Map([...reached.counts].filter(([own]) => within.has(own))),
  };
}

async function reach(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  state: BoardState,
  asker: Questioner,
  questions: readonly QuestionRule[],
): Promise<Reached> {
  const counts = asker.ask(everybody, (found) => {
    const grouped = found.group([{ field: 'A01.statisticalOrgCode' }]);
    return new Map(
      (grouped.groups[0] ?? []).map(({ value }, index) => [String(value ?? ''), grouped.counts[index] ?? 0]),
    );
  });
  const answers = questions.map((rule) => ({ rule, ids: askRule(asker, rule.question) }));
  const asked = new Set(answers.flatMap(({ ids }) => ids ?? []));
  const wanted = [...new Set([...state.byPerson.keys(), ...asked])];
  const people = asker.ask({ ...everybody, where: { op: 'people', ids: wanted } }, (found) =>
    found.rows([], 0, found.count).map((row): PersonInReach => {
      const [name, own] = found.values(row, ['A01.name', 'A01.statisticalOrgCode']);
      return { id: asker.engine.dataset.idOf(row), name: String(name ?? ''), unit: String(own ?? '') };
    }),
  );
  const broken = new Map<string, string[]>();
  for (const { rule, ids } of answers) {
    for (const id of await countingIds(store, tables, actor, state.basis, rule, ids ?? []))
      broken.set(id, [...(broken.get(id) ?? []), rule.id]);
  }
  const none: readonly string[] = [];
  const rulesOf = (person: string): readonly string[] => {
    const own = state.byPerson.get(person) ?? none;
    const more = broken.get(person);
    return more ? [...own, ...more] : own;
  };
  return {
    faulty: people.filter(({ id }) => rulesOf(id).length > 0),
    counts,
    questions,
    unaskable: answers.flatMap(({ rule, ids }) => (ids === null ? [rule.id] : [])),
    rulesOf,
  };
}

/** Which of these people break which question rules. */
export function brokenBy({ questions, rulesOf }: ReachedBoard, ids: readonly string[]) {
  return questions.map((rule) => ({ rule, ids: ids.filter((id) => rulesOf(id).includes(rule.id)) }));
}
