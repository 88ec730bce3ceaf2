import type { Role } from './career.ts';

/** 法人单位标识: 1 unit, 2 internal office, 3 grouping row. */
export type UnitKind = '1' | '2' | '3';

/** A post of a unit (PS01) as far as places need it. */
export interface SlotRule {
  readonly role: Role | null;
  readonly isCounted: boolean;
}

/** What places ask of the units. */
export interface PlaceUnits {
  /** Null for a unit that is not in the tree. */
  kindOf(unit: string): UnitKind | null;
  /** The unit itself, or the nearest legal unit above an internal office; null where there is none. */
  legalOf(unit: string): string | null;
  /** A slot of the unit. */
  slotOf(unit: string, slot: string): SlotRule | undefined;
}

export interface TreeUnit {
  readonly id: string;
  readonly parent: string | null;
  readonly kindCode: string | null;
}

/** The kind of a unit; one of which nobody wrote it is a legal unit. */
export function unitKind(code: string | null): UnitKind {
  return code === '2' || code === '3' ? code : '1';
}

export function placeUnits(
  units: Iterable<TreeUnit>,
  slots: (unit: string) => ReadonlyMap<string, SlotRule> | undefined,
): PlaceUnits {
  const known = new Map([...units].map((unit) => [unit.id, unit]));
  const legal = new Map<string, string | null>();
  const legalOf = (id: string): string | null => {
    const found = legal.get(id);
    if (found !== undefined) return found;
    const answer = nearestLegal(known, id);
    legal.set(id, answer);
    return answer;
  };
  return {
    kindOf(id) {
      const unit = known.get(id);
      return unit ? unitKind(unit.kindCode) : null;
    },
    legalOf,
    slotOf: (unit, slot) => slots(unit)?.get(slot),
  };
}

function nearestLegal(known: ReadonlyMap<string, TreeUnit>, id: string): string | null {
  const passed = new Set<string>();
  for (let unit = known.get(id); unit && !passed.has(unit.id); unit = known.get(unit.parent ?? '')) {
    const kind = unitKind(unit.kindCode);
    if (kind === '1') return unit.id;
    if (kind === '3') return null;
    passed.add(unit.id);
  }
  return null;
}
