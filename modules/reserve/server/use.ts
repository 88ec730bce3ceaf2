import { printDate, textOf, type Actor, type OperationOutput, type RecordRow } from '#platform/model';
import { readMany, rowsOf, today, type Store } from '#platform/server';
import { runQueryFor, type QueryTables } from '#modules/query/server';
import { completedYears } from '#platform/model';
import {
  byBatch,
  byYear,
  countsOn,
  isOfPool,
  monthsInPool,
  outcomeOf,
  useFigures,
  type Outcome,
  type readReserveUse,
} from '#modules/reserve';
import { requirePool, requireSight } from './settings.ts';
import { peopleWithRows } from './stored-rows.ts';

type Use = OperationOutput<typeof readReserveUse>;

interface Person {
  readonly name: string;
  readonly sex: string;
  readonly birth: string;
  readonly post: string;
}

const piece = 500;

/** 使用情况: what became of the members, whoever of them is within the actor's reach. */
export async function poolUse(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asked: {
    readonly pool: string;
    readonly asOf?: string | undefined;
    readonly since?: string | undefined;
    readonly batch?: string | undefined;
  },
): Promise<Use> {
  requireSight(actor);
  const pool = await requirePool(store, asked.pool);
  const asOf = asked.asOf ?? today();
  const meant = (row: RecordRow): boolean =>
    isOfPool(row, pool.name) &&
    textOf(row, 'enteredOn') <= asOf &&
    (asked.batch === undefined || textOf(row, 'batch') === asked.batch) &&
    (asked.since === undefined || countsOn(row, asked.since));
  const memberships = [...(await peopleWithRows(store, 'RP01'))].flatMap(([id, rows]) =>
    rows.filter(meant).map((row) => ({ id, row: asOfDay(row, asOf) })),
  );
  const people = await describePeople(
    store,
    tables,
    actor,
    memberships.map(({ id }) => id),
    asOf,
  );
  const outcomes = await outcomesOf(
    store,
    memberships.filter(({ id }) => people.has(id)),
    asOf,
    asked.since,
  );
  return {
    asOf,
    ...useFigures(outcomes),
    years: byYear(outcomes, asOf),
    batches: byBatch(outcomes).map((batch) => ({ ...batch, ...entrants(outcomes, batch.batch, people) })),
    used: usedPeople(store, outcomes, people),
  };
}

/** What is not yet on the day is not known. */
function asOfDay(row: RecordRow, asOf: string): RecordRow {
  return textOf(row, 'exitedOn') > asOf ? { ...row, exitedOn: null, exitReasonCode: null } : row;
}

async function describePeople(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  ids: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, Person>> {
  const page = await runQueryFor(store, tables, actor, {
    question: { population: 'all', where: { op: 'people', ids: [...new Set(ids)] } },
    asOf,
    columns: ['A01.sexCode', 'A01.birthDate', 'posts'],
    from: 0,
    size: ids.length,
    counts: false,
  });
  return new Map(
    page.rows.map(({ id, name, values: [sex, birth], texts: [, , post = ''] }) => [
      id,
      { name, sex: String(sex ?? ''), birth: String(birth ?? ''), post },
    ]),
  );
}

async function outcomesOf(
  store: Store,
  memberships: readonly { readonly id: string; readonly row: RecordRow }[],
  asOf: string,
  since: string | undefined,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < memberships.length; start += piece) {
    const some = memberships.slice(start, start + piece);
    const stored = await readMany(
      store.db,
      some.map(({ id }) => id),
      ['A05', 'A02'],
    );
    for (const { id, row } of some)
      outcomes.push(outcomeOf(id, row, rowsOf(stored.get(id) ?? {}), asOf, since));
  }
  return outcomes;
}

function entrants(
  outcomes: readonly Outcome[],
  batch: string,
  people: ReadonlyMap<string, Person>,
): { women: number; averageAge: number | null } {
  const own = outcomes.filter((each) => each.batch === batch);
  const ages = own.flatMap(
    ({ person, enteredOn }) => completedYears(people.get(person)?.birth ?? '', enteredOn) ?? [],
  );
  return {
    women: new Set(own.filter(({ person }) => people.get(person)?.sex === '2').map(({ person }) => person))
      .size,
    averageAge:
      ages.length === 0
        ? null
        : Math.round((ages.reduce((sum, age) => sum + age, 0) / ages.length) * 10) / 10,
  };
}

function usedPeople(
  store: Store,
  outcomes: readonly Outcome[],
  people: ReadonlyMap<string, Person>,
): Use['used'] {
  const levels = store.tables.get('ZB09');
  return outcomes
    .flatMap(({ person, batch, enteredOn, promotions }) => {
      const known = people.get(person);
      if (!known) return [];
      return promotions.map(({ on, level }) => {
        const used = {
          id: person,
          name: known.name,
          post: known.post,
          batch,
          enteredOn: printDate(enteredOn),
          promotedOn: printDate(on),
          level: level === null ? '按出库原因' : (levels?.labelOf(level) ?? level),
          months: monthsInPool(enteredOn, on),
        };
        return { sort: on, used };
      });
    })
    .toSorted((left, right) => right.sort.localeCompare(left.sort))
    .map(({ used }) => used);
}
