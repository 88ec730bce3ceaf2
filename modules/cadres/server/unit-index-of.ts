import { createUnitIndex, type UnitIndex } from '#modules/cadres';
import type { UnitTree } from '#modules/organization/server';

/** The names of all units, made ready for finding them in the texts of posts. */
export function unitIndexOf(tree: UnitTree): UnitIndex {
  return createUnitIndex(
    tree.units.map(({ id, name, shortName, parent, kindCode, formerNames, abolished }) => ({
      id,
      name,
      shortName,
      parentName: tree.nameOf(parent ?? ''),
      kind: kindCode,
      formerNames,
      abolished,
    })),
  );
}
