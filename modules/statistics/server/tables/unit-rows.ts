import type { Condition, Head } from '#engine';
import type { UnitNode } from '#modules/organization';
import type { UnitTree } from '#modules/organization/server';

/** 法人单位标识 of a row that only groups others. */
const grouping = '3';

/** The topmost units that are no grouping rows; nobody is below two of them. */
export function topUnits({ units }: UnitTree): readonly UnitNode[] {
  const groups = new Set(units.filter(({ kindCode }) => kindCode === grouping).map(({ id }) => id));
  return units.filter(({ id, parent }) => !groups.has(id) && (parent === null || groups.has(parent)));
}

/** The parts of the tree: what stands directly below a single top, else the tops themselves. */
export function unitTypes({ units }: UnitTree): readonly UnitNode[] {
  const tops = units.filter(({ parent }) => parent === null);
  const [top] = tops;
  const below = units.filter(({ parent }) => top && parent === top.id);
  return tops.length === 1 && below.length > 0 ? below : tops;
}

/** Towns and streets, known by their names: the category of a unit is seldom filled in. */
export function grassroots(tree: UnitTree): readonly UnitNode[] {
  return topUnits(tree).filter(({ name }) => /(镇|乡|街道|街道办事处|镇人民政府|乡人民政府)$/.test(name));
}

/** One head for each unit, with all below it; units of one name are told apart, because a head is found by its label. */
export function unitHeads(units: readonly UnitNode[]): readonly Head[] {
  const used = new Map<string, number>();
  return units.map(({ id, name, shortName }) => {
    const plain = shortName || name;
    const times = (used.get(plain) ?? 0) + 1;
    used.set(plain, times);
    return { label: times === 1 ? plain : `${plain}（${times}）`, values: [id] };
  });
}

/** This unit alone. */
export function exactly(field: string, unit: string): Condition {
  return { op: 'in', field, values: [unit], exact: true };
}
