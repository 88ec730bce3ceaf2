/** A unit as far as its place in the tree goes. */
export interface TreeUnit {
  readonly id: string;
  readonly parent: string | null;
  /** 同级排序 */
  readonly order: number;
  readonly name: string;
}

/** A unit's place in the statutory order: everything below it has a number from `first` to `last`. */
export interface TreeNumbers {
  readonly id: string;
  readonly first: number;
  readonly last: number;
  readonly depth: number;
}

/**
 * Numbers the tree in statutory order, so that "this unit and all below" is one range. A unit whose parent is missing,
 * or that would hang below itself, stands at the top: nothing may vanish from the tree.
 */
export function numberTree(units: readonly TreeUnit[]): TreeNumbers[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, TreeUnit[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(unit);
    else children.set(parent, [unit]);
  }
  for (const siblings of children.values()) siblings.sort(bySiblingOrder);
  const numbers: TreeNumbers[] = [];
  const visited = new Set<string>();
  let next = 0;
  const visit = (unit: TreeUnit, depth: number): void => {
    visited.add(unit.id);
    const place = numbers.length;
    const first = next++;
    numbers.push({ id: unit.id, first, last: first, depth });
    for (const child of children.get(unit.id) ?? []) visit(child, depth + 1);
    numbers[place] = { id: unit.id, first, last: next - 1, depth };
  };
  for (const top of children.get(null) ?? []) visit(top, 0);
  // What is left hangs in a circle; each circle is opened at its first unit.
  for (const unit of units.toSorted(bySiblingOrder)) {
    if (visited.has(unit.id)) continue;
    children.set(
      unit.parent,
      (children.get(unit.parent) ?? []).filter((child) => child !== unit),
    );
    visit(unit, 0);
  }
  return numbers;
}

function bySiblingOrder(a: TreeUnit, b: TreeUnit): number {
  return a.order - b.order || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
