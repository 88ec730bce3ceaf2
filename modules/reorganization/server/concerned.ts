import type { Condition, Question } from '#engine';
import type { Actor } from '#platform/model';
import { journalPosition, today, type Store } from '#platform/server';
import { firstDay } from '#modules/organization';
import { questioner, type QueryTables } from '#modules/query/server';
import { unitsOfMoves, type ReorganizationPlan, type UnitsPlan } from '#modules/reorganization';

/** Whom a plan concerns, at one position of the journal. */
export interface Concerned {
  readonly people: readonly string[];
  /** How many hold posts in the units but are beyond the actor's reach. */
  readonly beyond: number;
  /** Units whose people a plan concerns. */
  readonly units: readonly string[];
  /** The position of the journal before the people were looked for. */
  readonly since: number;
}

/** Finds the people of a plan by the tables: nobody else's records are read. */
export async function concernedPeople(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  plan: ReorganizationPlan,
  steps: UnitsPlan,
): Promise<Concerned> {
  const since = await journalPosition(store.db);
  const units = unitsOfMoves(plan, steps);
  const named = plan.steps.flatMap((step) => (step.kind === 'transferPeople' ? step.people : []));
  const where: Condition = {
    op: 'any',
    of: [...inUnits(plan, units), ...namedOnly(plan, steps), people(named)],
  };
  const question: Question = { where, population: 'all' };
  const asked = { question, asOf: today() };
  const mine = await questioner(store, tables, actor, asked);
  const ids = mine.ask(question, (found) => [...found.ids([], 0, found.count)]);
  if (actor.scope.kind === 'everything') return { people: ids, beyond: 0, units, since };
  const everything: Actor = { ...actor, scope: { kind: 'everything' } };
  const all = await questioner(store, tables, everything, asked);
  return { people: ids, beyond: all.ask(question, (found) => found.count) - ids.length, units, since };
}

const people = (ids: readonly string[]): Condition => ({ op: 'people', ids: [...new Set(ids)] });

/** Those who belong to the units, and those with posts there that had not ended when the reorganization came. */
function inUnits(plan: ReorganizationPlan, units: readonly string[]): Condition[] {
  if (units.length === 0) return [];
  const here = (field: string): Condition => ({ op: 'in', field, values: [...units], exact: true });
  return [
    here('A01.statisticalOrgCode'),
    { op: 'some', set: 'A02', where: { op: 'all', of: [here('A02.orgCode'), notEnded(plan)] } },
  ];
}

/** Those whose post names a unit that ends without being bound to it. */
function namedOnly(plan: ReorganizationPlan, { units, moves }: UnitsPlan): Condition[] {
  const ending = moves.flatMap((move) => (move.kind === 'all' ? (units.find(move.from)?.before ?? []) : []));
  // The name of an office alone is that of many.
  const names = ending
    .filter(({ kindCode }) => kindCode !== '2')
    .flatMap(({ name, shortName }) => [name, shortName].filter((each) => each !== ''));
  if (names.length === 0) return [];
  const starts = names.map((text): Condition => ({ op: 'starts', field: 'A02.orgName', text }));
  const where: Condition = {
    op: 'all',
    of: [{ op: 'empty', field: 'A02.orgCode' }, notEnded(plan), { op: 'any', of: starts }],
  };
  return [{ op: 'some', set: 'A02', where }];
}

function notEnded({ on }: ReorganizationPlan): Condition {
  const field = 'A02.removedOn';
  return {
    op: 'any',
    of: [
      { op: 'empty', field },
      { op: 'between', field, from: firstDay(on) },
    ],
  };
}
