import type { Actor } from '#platform/model';
import type { Database, Store } from '#platform/server';
import { shortHash } from '#modules/cadres';
import type { Fault } from '#modules/checks';

/** 已确认无误: faults that somebody has looked at and found to be none, for as long as the value stays. */
interface CheckDismissalsTable {
  person: string;
  rule: string;
  row: string;
  field: string;
  value_hash: string;
  reason: string;
  decided_by: string;
  decided_by_name: string;
  decided_at: string;
}

/** The faults of one person that do not count any more, as `keyOfFault` names them. */
export type Dismissed = ReadonlyMap<string, ReadonlySet<string>>;

function withChecks(db: Database) {
  return db.withTables<{ check_dismissals: CheckDismissalsTable }>();
}

/** Names a fault of a person; an ID number does not stand in it. */
export function keyOfFault(fault: Pick<Fault, 'rule' | 'row' | 'field' | 'value'>): string {
  return [fault.rule, fault.row, fault.field, shortHash(fault.value)].join(' ');
}

function dismissals(store: Store) {
  return withChecks(store.db)
    .selectFrom('check_dismissals')
    .select(['person', 'rule', 'row', 'field', 'value_hash as hash']);
}

const keyOf = (row: { rule: string; row: string; field: string; hash: string }): string =>
  [row.rule, row.row, row.field, row.hash].join(' ');

export async function readDismissed(store: Store): Promise<Dismissed> {
  const dismissed = new Map<string, Set<string>>();
  for (const row of await dismissals(store).execute()) {
    const keys = dismissed.get(row.person) ?? new Set();
    keys.add(keyOf(row));
    dismissed.set(row.person, keys);
  }
  return dismissed;
}

export async function readDismissedOf(store: Store, person: string): Promise<ReadonlySet<string>> {
  return new Set((await dismissals(store).where('person', '=', person).execute()).map(keyOf));
}

/** A decision as lists show it: whose, about which rule, why, by whom and when. */
export interface Decision {
  readonly person: string;
  readonly rule: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** The latest decisions first. */
export async function readDecisions(store: Store, most: number): Promise<readonly Decision[]> {
  return withChecks(store.db)
    .selectFrom('check_dismissals')
    .select(['person', 'rule', 'reason', 'decided_by_name as by', 'decided_at as at'])
    .orderBy('decided_at', 'desc')
    .limit(most)
    .execute();
}

export async function dismissFault(
  store: Store,
  actor: Actor,
  person: string,
  fault: Pick<Fault, 'rule' | 'row' | 'field' | 'value'>,
  reason: string,
): Promise<void> {
  const decision = {
    reason,
    decided_by: actor.id,
    decided_by_name: actor.name,
    decided_at: new Date().toISOString(),
  };
  await withChecks(store.db)
    .insertInto('check_dismissals')
    .values({
      person,
      rule: fault.rule,
      row: fault.row,
      field: fault.field,
      value_hash: shortHash(fault.value),
      ...decision,
    })
    .onConflict((conflict) => conflict.doUpdateSet(decision))
    .execute();
}

/** Lets all faults of a rule that were dismissed for a person count again. */
export async function recallDismissals(store: Store, person: string, rule: string): Promise<void> {
  await withChecks(store.db)
    .deleteFrom('check_dismissals')
    .where('person', '=', person)
    .where('rule', '=', rule)
    .execute();
}
