/** A unit as trees show it; units come in statutory order, a unit before those below it. */
export interface TreeUnit {
  readonly id: string;
  readonly name: string;
  /** The id of the unit above; null for the topmost. */
  readonly parent: string | null;
  /** Initials of the name. */
  readonly pinyin: string;
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

/** The units whose name contains the text or whose initials contain it, with those above them, all open. */
export function findRows<Unit extends TreeUnit>(forest: UnitForest<Unit>, text: string): TreeRow<Unit>[] {
  const wanted = text.trim().toLowerCase();
  const kept = new Set<string>();
  for (const unit of forest.byId.values()) {
    if (!unit.name.toLowerCase().includes(wanted) && !unit.pinyin.toLowerCase().includes(wanted)) continue;
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
