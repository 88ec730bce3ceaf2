import { sql } from 'kysely';
import { isLive, parseRows, readMany, rowsOf, type Store, type Task } from '#platform/server';
import type { RecordRow, SubjectSets } from '#platform/model';
import { checkedSets, faultsOf, type CheckWorld, type Fault, type RuleSettings } from '#modules/checks';
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

/** People whose records are read at once; what is read is short-lived. */
const piece = 100;

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

/** Checks the records of a part of the people, one piece after another; answers how many were looked at with each. */
export async function* checkPart(
  store: Store,
  basis: CheckBasis,
  part: PeoplePart,
): AsyncGenerator<FaultCounts & { readonly looked: number }> {
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
    const [first, end] = [ids[0], ids.at(-1)];
    if (first === undefined || end === undefined) return;
    const records = await readChecked(store, first, end);
    yield { people: ids.flatMap((id) => countsOf(basis, id, records.get(id) ?? {})), looked: ids.length };
    last = end;
  }
}

/**
 * The records that rules look at, of everybody from one id to another. Of other sets only those with values that no
 * code table knows: reading and parsing the rest would take longer than all that is done with it.
 */
async function readChecked(
  store: Store,
  first: string,
  last: string,
): Promise<ReadonlyMap<string, SubjectSets>> {
  const records = await store.db
    .selectFrom('current_records')
    .select(['subject', 'set_code', 'rows'])
    .where('subject', '>=', first)
    .where('subject', '<=', last)
    .where((eb) =>
      eb('set_code', 'in', [...checkedSets, '']).or(eb(sql<number>`instr(rows, '"asWritten"')`, '>', 0)),
    )
    .execute();
  const found = new Map<string, Record<string, readonly RecordRow[]>>();
  for (const { subject, set_code: code, rows } of records) {
    const sets = found.get(subject) ?? {};
    sets[code] = parseRows(rows);
    found.set(subject, sets);
  }
  return found;
}

function countsOf(basis: CheckBasis, id: string, sets: SubjectSets): FaultCounts['people'] {
  const rules = countingFaults(basis, id, sets).map(({ rule }) => rule);
  return rules.length === 0 ? [] : [[id, rules]];
}

/** Checks the records of these people; who is not there any more breaks nothing. */
export async function checkThese(
  store: Store,
  basis: CheckBasis,
  ids: readonly string[],
): Promise<FaultCounts> {
  const stored = await readMany(store.db, ids);
  return { people: ids.flatMap((id) => countsOf(basis, id, rowsOf(stored.get(id) ?? {}))) };
}

/** The same as a task, for a part of many people. */
export const checkPeopleTask: Task<CheckPeopleInput, FaultCounts> = async (
  store,
  input,
  { signal, progress },
) => {
  const basis = await readBasis(store, input.settings, input.day);
  const people: FaultCounts['people'][number][] = [];
  let looked = 0;
  for await (const found of checkPart(store, basis, input)) {
    signal.throwIfAborted();
    people.push(...found.people);
    looked += found.looked;
    // Nobody knows here how many there are; whoever started the parts does.
    progress(looked, Number.MAX_SAFE_INTEGER);
  }
  return { people };
};
