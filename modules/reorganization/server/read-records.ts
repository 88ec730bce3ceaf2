import { createHash } from 'node:crypto';
import type { Actor } from '#platform/model';
import { readMany, type Store } from '#platform/server';
import { readUnitTree, requireUnitInReach } from '#modules/organization/server';
import { errors } from '#platform/model';
import {
  personSets,
  unitsConcerned,
  unitSets,
  type KnownUnit,
  type ReadPerson,
  type ReadSets,
  type ReorganizationPlan,
} from '#modules/reorganization';

const atOnce = 500;

export interface UnitRecords {
  readonly tree: readonly KnownUnit[];
  readonly units: ReadonlyMap<string, ReadSets>;
}

/** The tree, and the records of the units that a plan concerns. */
export async function readUnitRecords(store: Store, plan: ReorganizationPlan): Promise<UnitRecords> {
  const nodes = await readUnitTree(store);
  const tree = nodes.units.map(({ id, name, shortName, parent, kindCode, abolished = false }) => {
    return { id, name, shortName, parent, kindCode, abolished, order: nodes.orderOf(id) };
  });
  return { tree, units: await readInPieces(store, unitsConcerned(plan, tree), unitSets) };
}

export async function readPeopleRecords(store: Store, ids: readonly string[]): Promise<ReadPerson[]> {
  const found = await readInPieces(store, ids, personSets);
  return [...found].map(([id, sets]) => ({ id, sets }));
}

async function readInPieces(
  store: Store,
  ids: readonly string[],
  sets: readonly string[],
): Promise<Map<string, ReadSets>> {
  const found = new Map<string, ReadSets>();
  for (let from = 0; from < ids.length; from += atOnce) {
    for (const [id, own] of await readMany(store.db, ids.slice(from, from + atOnce), sets))
      found.set(id, own);
  }
  return found;
}

/** Refuses a plan with units beyond the actor's reach; the top of the tree belongs to those who see all. */
export async function requirePlanInReach(
  store: Store,
  actor: Actor,
  plan: ReorganizationPlan,
): Promise<void> {
  if (actor.scope.kind === 'everything') return;
  const refs = plan.steps.flatMap((step): (string | null)[] => {
    switch (step.kind) {
      case 'create':
        return [step.parent];
      case 'move':
        return [step.unit, step.parent];
      case 'merge':
        return [...step.units, step.into];
      case 'abolish':
        return step.successor === null ? [step.unit] : [step.unit, step.successor];
      case 'transferOffices':
        return [...step.units, step.to];
      case 'transferPeople':
        return [step.from, step.to];
      default:
        return [step.unit];
    }
  });
  const chosen = [...plan.numbers, ...plan.slots].map(({ unit }) => unit);
  for (const ref of new Set([...refs, ...chosen])) {
    if (ref === null) throw errors.notFound('选定的上级机构');
    if (!ref.startsWith('new-')) await requireUnitInReach(store, actor, ref);
  }
}

/** One text for the plan and every version that it is worked out from. */
export function fingerprintOf(
  plan: ReorganizationPlan,
  units: ReadonlyMap<string, ReadSets>,
  people: readonly ReadPerson[],
): string {
  const hash = createHash('sha256').update(JSON.stringify(plan));
  const subjects = [...[...units].map(([id, sets]) => ({ id, sets })), ...people];
  for (const { id, sets } of subjects.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const versions = Object.entries(sets).map(([code, { version }]) => `${code}:${version}`);
    hash.update(`\n${id} ${versions.toSorted().join(' ')}`);
  }
  return hash.digest('hex');
}
