import type { OwnKey, OwnTableSpec } from '../../model/own/own-table-spec.ts';

/** Where keys stand: the rows, the columns, and the key that divides each column. */
export type Zone = 'rows' | 'columns' | 'third';
export type Zones = Readonly<Record<Zone, readonly OwnKey[]>>;

export const zoneNames: Readonly<Record<Zone, string>> = { rows: '行', columns: '列', third: '第三项' };
export const zoneOrder: readonly Zone[] = ['rows', 'columns', 'third'];
export const mostKeys = 3;

/** What a key is known by: its band set, or its field. */
export function keyId({ field, bands }: OwnKey): string {
  return bands ?? field;
}

export function zoneOf(zones: Zones, key: OwnKey): Zone | null {
  return zoneOrder.find((zone) => zones[zone].some((each) => keyId(each) === keyId(key))) ?? null;
}

export function countKeys(zones: Zones): number {
  return zoneOrder.reduce((sum, zone) => sum + zones[zone].length, 0);
}

/**
 * The key at a place of a zone, taken from where it stood. The third zone has one place: what stood there changes places
 * with the newcomer, or goes to the columns. Three keys are the most: a fourth is not taken.
 */
export function placed(zones: Zones, key: OwnKey, zone: Zone, index = Infinity): Zones {
  const from = zoneOf(zones, key);
  if (from === null && countKeys(zones) >= mostKeys) return zones;
  const before = zones[zone].findIndex((each) => keyId(each) === keyId(key));
  const rest = removed(zones, key);
  if (zone === 'third') {
    const pushed = rest.third;
    const home = from === null || from === 'third' ? 'columns' : from;
    return { ...rest, [home]: [...rest[home], ...pushed], third: [key] };
  }
  // Places are counted with the key still in its own.
  const at = before >= 0 && before < index ? index - 1 : index;
  return { ...rest, [zone]: rest[zone].toSpliced(Math.min(at, rest[zone].length), 0, key) };
}

export function removed(zones: Zones, key: OwnKey): Zones {
  const without = (keys: readonly OwnKey[]) => keys.filter((each) => keyId(each) !== keyId(key));
  return { rows: without(zones.rows), columns: without(zones.columns), third: without(zones.third) };
}

/** One place forward or back: within its zone, then into the neighbouring one. */
export function stepped(zones: Zones, key: OwnKey, by: 1 | -1): Zones {
  const zone = zoneOf(zones, key);
  if (zone === null) return zones;
  const keys = zones[zone];
  const next = keys.findIndex((each) => keyId(each) === keyId(key)) + by;
  if (next >= 0 && next < keys.length) return placed(zones, key, zone, by > 0 ? next + 1 : next);
  const neighbour = zoneOrder[zoneOrder.indexOf(zone) + by];
  return neighbour ? placed(zones, key, neighbour, by > 0 ? 0 : Infinity) : zones;
}

/** Rows and columns changed over; the third key stays. */
export function turned({ rows, columns, third }: Zones): Zones {
  return { rows: columns, columns: rows, third };
}

export function zonesOf({ rows, columns, third }: OwnTableSpec): Zones {
  return { rows, columns, third };
}
