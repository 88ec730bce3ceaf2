import { numberTree } from '../number-tree.ts';
import type { UnitEvent } from './unit-events.ts';
import { unitStateOn, type UnitNow, type UnitState } from './unit-state.ts';

/** A unit with what happened to it. */
export interface UnitWithHistory extends UnitNow {
  readonly id: string;
  /** 同级排序 of today: earlier ones are not kept. */
  readonly order: number;
  /** In the order in which they happened. */
  readonly events: readonly UnitEvent[];
}

/** A unit's place in the tree of a day. */
export interface UnitOnDay extends UnitState {
  readonly id: string;
  readonly depth: number;
}

/**
 * The tree on a day in statutory order. Units that were not founded yet are not in it, those that had ended only when
 * asked for. A unit whose unit above was not there on that day stands below the next one above that was.
 */
export function treeAsOf(units: readonly UnitWithHistory[], day: string, withAbolished = false): UnitOnDay[] {
  const states = new Map(units.map((unit) => [unit.id, unitStateOn(unit, unit.events, day)]));
  const isIn = (state: UnitState | undefined): boolean =>
    state?.life === 'living' || (withAbolished && state?.life === 'abolished');
  const above = (id: string): string | null => {
    const passed = new Set([id]);
    let next = states.get(id)?.parent ?? null;
    while (next !== null && !passed.has(next)) {
      passed.add(next);
      const state = states.get(next);
      if (isIn(state)) return next;
      next = state?.parent ?? null;
    }
    return null;
  };
  const standing = units.flatMap(({ id, order }) => {
    const state = states.get(id);
    return state && isIn(state) ? [{ ...state, id, order, parent: above(id) }] : [];
  });
  const byId = new Map(standing.map((unit) => [unit.id, unit]));
  return numberTree(standing).flatMap(({ id, depth }) => {
    const unit = byId.get(id);
    if (!unit) return [];
    const { order: _order, parent, ...state } = unit;
    return [{ ...state, depth, parent: depth === 0 ? null : parent }];
  });
}
