import type { DateKey } from '#engine';
import { buckets, rankGroups, type RankGroup } from './buckets.ts';
import { staffOn, validRow } from './approved.ts';
import type { RankShare } from './rules/quota-rules.ts';
import { isThere, type UnitQuota } from './unit-quota.ts';

/** 行政编制 (ZB135), of which ranks are shares. */
const adminStaff = '1';

/**
 * The pool (职级职数统筹单位) of every unit by its place in the tree: the nearest unit, itself or above, for which a number of
 * ranks is approved on the day; without one the topmost unit. Units stand behind those above them.
 */
export function rankPools(units: readonly UnitQuota[], day: DateKey): Int32Array {
  const pools = new Int32Array(units.length);
  units.forEach((unit, place) => {
    const above = unit.parent >= 0 && unit.parent < place ? (pools[unit.parent] ?? place) : place;
    pools[place] = hasRanks(unit, day) ? place : above;
  });
  return pools;
}

function hasRanks(unit: UnitQuota, day: DateKey): boolean {
  if (unit.rows.length === 0 || !isThere(unit, day)) return false;
  return rankGroups.some((group) => validRow(unit.rows, buckets[group].code, day) !== null);
}

/** 行政编制 of each pool: the sum of its units. */
export function poolStaff(units: readonly UnitQuota[], pools: Int32Array, day: DateKey): Int32Array {
  const staff = new Int32Array(units.length);
  units.forEach((unit, place) => {
    if (unit.kind !== '1') return;
    const pool = pools[place] ?? place;
    staff[pool] = (staff[pool] ?? 0) + (staffOn(unit, adminStaff, day)?.approved ?? 0);
  });
  return staff;
}

/** The numbers that follow from the headcount by ratio, rounded down. */
export function ratioLimits(staff: number, shares: readonly RankShare[]): ReadonlyMap<RankGroup, number> {
  const limits = new Map<RankGroup, number>();
  for (const { share, groups, firstGroup } of shares) {
    const together = floorShare(staff, share);
    const [first, ...others] = groups;
    if (first === undefined) continue;
    const own = floorShare(together, firstGroup);
    limits.set(first, own);
    for (const group of others) limits.set(group, together - own);
  }
  return limits;
}

/** Shares have few decimals: 0.6 of 5 is 3 and not 2.9999. */
function floorShare(number: number, share: number): number {
  return Math.floor(Math.round(number * share * 10_000) / 10_000);
}
