import type { WorkingUnit, WorkingUnits } from './working-units.ts';

/** The living unit at the end of the chain of successors; null where nobody takes over. */
export function finalHeir(units: WorkingUnits, id: string): WorkingUnit | null {
  let unit = units.find(id);
  while (unit && unit.successor !== undefined) unit = units.find(unit.successor);
  return unit ?? null;
}

/**
 * The living unit that gets posts and numbers of one that ends. Those of an internal office go only to another office:
 * the heads of an office are not the leaders of the unit that takes its people.
 */
export function quotaHeir(units: WorkingUnits, unit: WorkingUnit): WorkingUnit | null {
  const heir = finalHeir(units, unit.id);
  return heir && (unit.kindCode !== '2' || heir.kindCode === '2') ? heir : null;
}
