/** A unit as trees show it; units come in statutory order, a unit before those below it. */
export interface TreeUnit {
  readonly id: string;
  readonly name: string;
  /** The id of the unit above; null for the topmost. */
  readonly parent: string | null;
  /** Initials of the name. */
  readonly pinyin: string;
  /** It has ended. */
  readonly abolished?: boolean | undefined;
  /** The names that it no longer bears: it is found by them too. */
  readonly formerNames?: readonly string[] | undefined;
}

/** One line of the tree. */
export interface TreeRow<Unit extends TreeUnit = TreeUnit> {
  readonly unit: Unit;
  /** 0 for the topmost. */
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly expanded: boolean;
}

/** The units with what lies below each. */
export interface UnitForest<Unit extends TreeUnit = TreeUnit> {
  readonly byId: ReadonlyMap<string, Unit>;
  readonly children: ReadonlyMap<string | null, readonly Unit[]>;
}

export function forestOf<Unit extends TreeUnit>(units: readonly Unit[]): UnitForest<Unit> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  // A unit whose parent is not in sight of the user stands at the top.
  const children = Map.groupBy(units, (unit) =>
    unit.parent !== null && byId.has(unit.parent) ? unit.parent : null,
  );
  return { byId, children };
}

/** The ids of the units above, from below. */
export function ancestorsOf(forest: UnitForest, id: string): string[] {
  const line: string[] = [];
  let parent = forest.byId.get(id)?.parent ?? null;
  while (parent !== null && !line.includes(parent)) {
    line.push(parent);
    parent = forest.byId.get(parent)?.parent ?? null;
  }
  return line;
}

/** The names from the topmost unit down to this one. */
export function unitPath(forest: UnitForest, id: string): string[] {
  return [...ancestorsOf(forest, id).toReversed(), id].flatMap((each) => forest.byId.get(each)?.name ?? []);
}

/** The lines in sight when the units in `expanded` are open. */
export function treeRows<Unit extends TreeUnit>(
  forest: UnitForest<Unit>,
  expanded: ReadonlySet<string>,
): TreeRow<Unit>[] {
  const rows: TreeRow<Unit>[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const unit of forest.children.get(parent) ?? []) {
      const hasChildren = forest.children.has(unit.id);
      const open = hasChildren && expanded.has(unit.id);
      rows.push({ unit, depth, hasChildren, expanded: open });
      if (open) walk(unit.id, depth + 1);
    }
  };
  walk(null, 0);
  return rows;
}

/**
 * The units without those that have ended, but for those to be kept: units with people, the one that is open. What
 * stands above a unit in sight is in sight.
 */
export function livingUnits<Unit extends TreeUnit>(
  units: readonly Unit[],
  isKept: (id: string) => boolean,
): readonly Unit[] {
  if (!units.some((unit) => unit.abolished)) return units;
  const shown = new Set<string>();
  for (const unit of units.toReversed()) {
    if (unit.abolished && !shown.has(unit.id) && !isKept(unit.id)) continue;
    shown.add(unit.id);
    if (unit.parent !== null) shown.add(unit.parent);
  }
  return units.filter((unit) => shown.has(unit.id));
}

/** Does the unit bear the text in its name or its initials, or did it in a name of the past? The text in lower case. */
export function isFound(unit: TreeUnit, wanted: string): boolean {
  return [unit.name, unit.pinyin, ...(unit.formerNames ?? [])].some((name) =>
    name.toLowerCase().includes(wanted),
  );
}

/** The units that are found by the text, with those above them, all open. */
export function findRows<Unit extends TreeUnit>(forest: UnitForest<Unit>, text: string): TreeRow<Unit>[] {
  const wanted = text.trim().toLowerCase();
  const kept = new Set<string>();
  for (const unit of forest.byId.values()) {
    if (!isFound(unit, wanted)) continue;
    kept.add(unit.id);
    for (const above of ancestorsOf(forest, unit.id)) kept.add(above);
  }
  return treeRows(forest, kept).filter((row) => kept.has(row.unit.id));
}

/** Numbers of people including all units below, from the numbers of each unit by itself. */
export function countsBelow(
  forest: UnitForest,
  own: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const sum = (id: string): number => {
    const known = sums.get(id);
    if (known !== undefined) return known;
    let total = own[id] ?? 0;
    for (const child of forest.children.get(id) ?? []) total += sum(child.id);
    sums.set(id, total);
    return total;
  };
  for (const id of forest.byId.keys()) sum(id);
  return sums;
}
