import type { SourceUnit } from '#engine';
import type { UnitNode } from './contracts.ts';

/** The tree of units as the engine takes it in; the order of the list is the statutory order. */
export function sourceUnits(units: readonly UnitNode[]): SourceUnit[] {
  return units.map(({ id, name, shortName, pinyin, parent, abolished }) => ({
    id,
    name,
    shortName,
    initials: pinyin.replaceAll(' ', '|'),
    parent,
    ...(abolished ? { abolished } : {}),
  }));
}
