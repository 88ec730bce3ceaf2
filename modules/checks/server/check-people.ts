import { isLive, readMany, rowsOf, type Store, type Task } from '#platform/server';
import type { SubjectSets } from '#platform/model';
import { faultsOf, type CheckWorld, type Fault, type RuleSettings } from '#modules/checks';
import { readCheckWorld } from './check-world.ts';
import { keyOfFault, readDismissed, type Dismissed } from './dismissals.ts';

/** What the rules found, without the words: people with the rules that they break, a rule as often as it is broken. */
export interface FaultCounts {
  readonly people: readonly (readonly [id: string, rules: readonly string[]])[];
}

/** A part of all people, by the order of their ids; both bounds belong to it, null is open. */
export interface PeoplePart {
  readonly from: string | null;
  readonly to: string | null;
}

export interface CheckPeopleInput extends PeoplePart {
  readonly settings: RuleSettings;
  readonly day: string;
}

/** People whose records are read at once. */
const piece = 200;

/** Everything that checking somebody depends on beside his records. */
export interface CheckBasis {
  readonly world: CheckWorld;
  readonly settings: RuleSettings;
  readonly dismissed: Dismissed;
}

export async function readBasis(store: Store, settings: RuleSettings, day: string): Promise<CheckBasis> {
  return { world: await readCheckWorld(store, day), settings, dismissed: await readDismissed(store) };
}

/** The faults of a person, without those that somebody has found to be none. */
export function countingFaults(
  { world, settings, dismissed }: CheckBasis,
  id: string,
  sets: SubjectSets,
): Fault[] {
  const faults = faultsOf(sets, world, settings);
  const known = dismissed.get(id);
  return known ? faults.filter((fault) => !known.has(keyOfFault(fault))) : faults;
}

/** Checks the records of a part of the people, one piece after another; between two pieces others may work. */
export async function* checkPart(
  store: Store,
  basis: CheckBasis,
  part: PeoplePart,
): AsyncGenerator<FaultCounts> {
  for (let last = ''; ;) {
    let query = store.db
      .selectFrom('subjects')
      .select('id')
      .where('kind', '=', 'person')
      .where('id', '>', last)
      .where(isLive)
      .orderBy('id')
      .limit(piece);
    if (last === '' && part.from !== null) query = query.where('id', '>=', part.from);
    if (part.to !== null) query = query.where('id', '<=', part.to);
    const ids = (await query.execute()).map(({ id }) => id);
    const end = ids.at(-1);
    if (end === undefined) return;
    yield await checkThese(store, basis, ids);
    last = end;
  }
}

/** Checks the records of these people; who is not there any more breaks nothing. */
export async function checkThese(
  store: Store,
  basis: CheckBasis,
  ids: readonly string[],
): Promise<FaultCounts> {
  const stored = await readMany(store.db, ids);
  return {
    people: ids.flatMap((id) => {
      const rules = countingFaults(basis, id, rowsOf(stored.get(id) ?? {})).map(({ rule }) => rule);
      return rules.length === 0 ? [] : [[id, rules] as const];
    }),
  };
}

/** The same as a task, for a part of many people. */
export const checkPeopleTask: Task<CheckPeopleInput, FaultCounts> = async (store, input, { signal }) => {
  const basis = await readBasis(store, input.settings, input.day);
  const people: FaultCounts['people'][number][] = [];
  for await (const found of checkPart(store, basis, input)) {
    signal.throwIfAborted();
    people.push(...found.people);
  }
  return { people };
};
