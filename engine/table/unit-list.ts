import type { UnitOrder } from './dataset.ts';
import type { SourceUnit } from './source.ts';

/**
 * The units in statutory order. Ids that records name and the list does not have keep keys behind it, so that nothing
 * is lost when the list comes later; they are named by their id and stand below nobody.
 */
export class UnitList implements UnitOrder {
  #units: readonly SourceUnit[] = [];
  #ids: string[] = [''];
  #keys = new Map<string, number>();
  #last: number[] = [0];
  #parents: number[] = [0];

  get size(): number {
    return this.#ids.length;
  }

  /** The list as it was given, and behind it the ids that it does not have. */
  get listed(): readonly SourceUnit[] {
    return this.#units;
  }

  get strays(): readonly string[] {
    return this.#ids.slice(this.#units.length + 1);
  }

  keyOf(id: string): number | undefined {
    return this.#keys.get(id);
  }

  idOf(key: number): string {
    return this.#ids[key] ?? '';
  }

  nameOf(key: number): string {
    return this.#units[key - 1]?.name ?? this.idOf(key);
  }

  initialsOf(key: number): string {
    return this.#units[key - 1]?.initials ?? '';
  }

  lastOf(key: number): number {
    return this.#last[key] ?? key;
  }

  parentOf(key: number): number {
    return this.#parents[key] ?? 0;
  }

  isAbolished(key: number): boolean {
    return this.#units[key - 1]?.abolished ?? false;
  }

  /** Is the unit in the list? */
  isKnown(key: number): boolean {
    return key > 0 && key <= this.#units.length;
  }

  /** The key of an id, a stray one when the list does not have it. */
  add(id: string): number {
    const known = this.#keys.get(id);
    if (known !== undefined) return known;
    const key = this.#ids.push(id) - 1;
    this.#keys.set(id, key);
    return key;
  }

  /**
   * Takes a new list; answers the new key of every old key, undefined when none changed. A parent that the list does
   * not have, or has only further down, leaves a unit at the top.
   */
  load(units: readonly SourceUnit[]): Uint32Array | undefined {
    const before = this.#ids;
    this.#units = inPreorder(units);
    this.#ids = ['', ...this.#units.map((unit) => unit.id)];
    this.#keys = new Map(this.#units.map((unit, place) => [unit.id, place + 1]));
    this.#parents = [
      0,
      ...this.#units.map((unit) => (unit.parent === null ? 0 : (this.#keys.get(unit.parent) ?? 0))),
    ];
    this.#last = this.#ids.map((_, key) => key);
    for (let key = this.#units.length; key > 0; key--) {
      const parent = this.#parents[key] ?? 0;
      if (parent > 0) this.#last[parent] = Math.max(this.#last[parent] ?? 0, this.#last[key] ?? 0);
    }
    const moved = Uint32Array.from(before, (id, key) => (key === 0 ? 0 : this.add(id)));
    return moved.some((key, old) => key !== old) ? moved : undefined;
  }
}

/** Children behind their parents, with all below them before the next: the list's order among brothers is kept. */
function inPreorder(units: readonly SourceUnit[]): readonly SourceUnit[] {
  const seen = new Map<string, SourceUnit>();
  const children = new Map<string, SourceUnit[]>();
  const tops: SourceUnit[] = [];
  for (const unit of units) {
    if (seen.has(unit.id)) continue;
    const above = unit.parent === null || !seen.has(unit.parent) ? undefined : unit.parent;
    const brothers = above === undefined ? tops : (children.get(above) ?? []);
    if (above !== undefined) children.set(above, brothers);
    brothers.push(above === undefined ? { ...unit, parent: null } : unit);
    seen.set(unit.id, unit);
  }
  const ordered: SourceUnit[] = [];
  const waiting = tops.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    for (const child of (children.get(next.id) ?? []).toReversed()) waiting.push(child);
  }
  return ordered;
}
