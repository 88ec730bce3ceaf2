import { anyUnitTouched, isPublished, journalPosition, type Store } from '#platform/server';
import type { UnitNode } from '#modules/organization';
import { withUnits } from './tables.ts';

/** The tree of units at one position of the journal. */
export interface UnitTree {
  /** Another one when any unit has changed. */
  readonly version: string;
  /** In statutory order, those that have ended among them. */
  readonly units: readonly UnitNode[];
  find(id: string): UnitNode | undefined;
  /** The full name of a unit; empty when it is not known. */
  readonly nameOf: (id: string) => string;
  /** The name in a list: that of an internal office stands behind the short name of its unit. */
  readonly listedNameOf: (id: string) => string;
  /** The names from the topmost unit down to this one. */
  pathOf(id: string): string[];
  /** 同级排序 of a unit; 9999 where it has none. */
  readonly orderOf: (id: string) => number;
  /** The unit and all below it. */
  readonly within: (id: string) => readonly string[];
}

const lastPlace = 9_999;

const cache = new WeakMap<Store, { position: number; tree: Promise<UnitTree> }>();

/** The tree as it stands now; read again only when a unit has changed. */
export async function readUnitTree(store: Store): Promise<UnitTree> {
  const position = await journalPosition(store.db);
  const cached = cache.get(store);
  if (cached?.position === position) return cached.tree;
  if (cached && position > cached.position && !(await anyUnitTouched(store.db, { since: cached.position }))) {
    cached.position = Math.max(cached.position, position);
    return cached.tree;
  }
  const tree = loadTree(store, String(position));
  cache.set(store, { position, tree });
  return tree;
}

async function loadTree(store: Store, version: string): Promise<UnitTree> {
  const rows = await withUnits(store.db)
    .selectFrom('unit_index')
    .select([
      'id',
      'name',
      'short_name as shortName',
      'parent',
      'depth',
      'kind_code as kindCode',
      'pinyin',
      'abolished',
      'former_names as formerNames',
      'first',
      'last',
      'sort_order as order',
    ])
    .where(isPublished('draft'))
    .orderBy('first')
    .execute();
  const places = new Map(rows.map((row, index) => [row.id, index]));
  const units = rows.map(
    ({ id, name, shortName, parent, depth, kindCode, pinyin, abolished, formerNames }): UnitNode => ({
      id,
      name,
      shortName,
      parent: depth === 0 ? null : parent,
      depth,
      kindCode,
      pinyin,
      ...(abolished === 1 ? { abolished: true } : {}),
      ...(formerNames === '' ? {} : { formerNames: formerNames.split('\n') }),
    }),
  );
  const find = (id: string): UnitNode | undefined => units[places.get(id) ?? -1];
  const listed = listedNames(units, places);
  return {
    version,
    units,
    find,
    nameOf: (id) => find(id)?.name ?? '',
    listedNameOf: (id) => listed[places.get(id) ?? -1] ?? '',
    pathOf(id) {
      const path: string[] = [];
      for (let unit = find(id); unit; unit = unit.parent ? find(unit.parent) : undefined)
        path.unshift(unit.name);
      return path;
    },
    orderOf: (id) => rows[places.get(id) ?? -1]?.order ?? lastPlace,
    within(id) {
      const row = rows[places.get(id) ?? -1];
      return row ? rows.slice(row.first, row.last + 1).map((unit) => unit.id) : [];
    },
  };
}

/** The names of units as lists have them. Facets ask for those of all units at every key press. */
function listedNames(units: readonly UnitNode[], places: ReadonlyMap<string, number>): readonly string[] {
  // Units stand behind the one that they are part of.
  const bodies: UnitNode[] = [];
  return units.map((unit) => {
    const above = unit.kindCode === '2' && unit.parent !== null ? places.get(unit.parent) : undefined;
    const body = (above === undefined ? undefined : bodies[above]) ?? unit;
    bodies.push(body);
    return body === unit ? unit.name : (body.shortName || body.name) + unit.name;
  });
}
