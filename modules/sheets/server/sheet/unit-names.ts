import type { UnitTree } from '#modules/organization/server';
import { unitIndexOf } from '#modules/cadres/server';

/** The units that a name in a sheet may mean. */
export type UnitNames = (name: string) => readonly { readonly id: string; readonly path: string }[];

/**
 * Finds units by name, short name, former name, and by their path (区教育局/办公室, also written in one), else by the spellings
 * that are usual in texts of posts. Units that have ended give way to those that have not.
 */
export function unitNames(tree: UnitTree): UnitNames {
  const index = unitIndexOf(tree);
  const byName = new Map<string, string[]>();
  const add = (name: string, id: string) => {
    const key = keyOf(name);
    const ids = byName.get(key);
    if (key === '') return;
    if (!ids) byName.set(key, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  for (const unit of tree.units) {
    const path = tree.pathOf(unit.id);
    for (let step = 0; step < path.length; step += 1) add(path.slice(step).join(''), unit.id);
    for (const name of [unit.shortName, ...(unit.formerNames ?? [])]) add(name, unit.id);
  }
  const found = (id: string) => ({ id, path: tree.pathOf(id).join('/') });
  const known = new Map<string, ReturnType<UnitNames>>();
  const find = (name: string) => {
    const ids = byName.get(keyOf(name)) ?? [];
    const standing = ids.filter((id) => !tree.find(id)?.abolished);
    const own = standing.length > 0 ? standing : ids;
    if (own.length > 0) return own.map(found);
    const named = index.named(name.replace(/\s/g, ''));
    return named ? [found(named.id)] : [];
  };
  return (name) => {
    const cached = known.get(name);
    if (cached) return cached;
    const units = find(name);
    if (known.size < 50_000) known.set(name, units);
    return units;
  };
}

function keyOf(name: string): string {
  return name
    .replace(/[\s/\\>＞→—]/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** The same without units that are out of reach; null is without bounds. */
export function withinReach(names: UnitNames, reach: ReadonlySet<string> | null): UnitNames {
  return reach === null ? names : (name) => names(name).filter(({ id }) => reach.has(id));
}
