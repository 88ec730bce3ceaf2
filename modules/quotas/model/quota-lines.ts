import type { DateKey } from '#engine';
import { approvedOn, isInternalTogether } from './approved.ts';
import { leadingBuckets, rankGroups, type Bucket, type LeadingBucket, type TableBucket } from './buckets.ts';
import { poolStaff, rankPools, ratioLimits } from './pools.ts';
import type { QuotaRules } from './rules/quota-rules.ts';
import { lifeOn, type ApprovedRow, type UnitQuota } from './unit-quota.ts';

/** Buckets of places in the order of tallies. */
export const placeBuckets: readonly Bucket[] = [...leadingBuckets, ...rankGroups];

/** How many places there are on a day, by unit place × `placeBuckets`. */
export interface Tally {
  readonly counted: Int32Array;
  readonly others: Int32Array;
  /** People who fill a counted place both as head and as deputy of offices of a unit; by unit place. */
  readonly twiceInternal: ReadonlyMap<number, number>;
}

/** A line of a quota table. */
export interface QuotaLine {
  /** The unit's place in the tree. */
  readonly place: number;
  readonly bucket: TableBucket;
  /** Null when nobody knows. */
  readonly approved: number | null;
  /** The row of the document; null where the number is that of the unit's record. */
  readonly row: ApprovedRow | null;
  /** The number by ratio, of ranks. */
  readonly limit: number | null;
  readonly filled: number;
  readonly vacancy: number;
  readonly excess: number;
  readonly notCounted: number;
}

/**
 * The lines of all units on a day in the order of the tree: those with an approved number or a place. A unit that has ended
 * has no number, and lines only where people are still recorded in it; one that is not founded yet has none.
 */
export function quotaLines(
  units: readonly UnitQuota[],
  day: DateKey,
  tally: Tally,
  rules: QuotaRules,
): QuotaLine[] {
  const pools = rankPools(units, day);
  const ranks = poolTally(pools, tally);
  const staff = poolStaff(units, pools, day);
  const lines: QuotaLine[] = [];
  const add = (
    place: number,
    bucket: TableBucket,
    filled: number,
    notCounted: number,
    limit: number | null,
  ) => {
    const unit = units[place];
    if (!unit) return;
    const known = approvedOn(unit, bucket, day);
    if (known === null && filled === 0 && notCounted === 0) return;
    const approved = known?.approved ?? null;
    lines.push({
      place,
      bucket,
      row: known?.row ?? null,
      limit,
      filled,
      notCounted,
      ...balance(approved, filled),
    });
  };
  units.forEach((unit, place) => {
    if (lifeOn(unit, day) === 'not-founded') return;
    if (unit.kind === '1') {
      for (const bucket of leadingOf(unit, day)) {
        const { filled, notCounted } = leadingCount(tally, place, bucket);
        add(place, bucket, filled, notCounted, null);
      }
    }
    if (pools[place] !== place) return;
    const limits = ratioLimits(staff[place] ?? 0, rules.ratios.value.shares);
    rankGroups.forEach((group, index) => {
      const at = place * rankGroups.length + index;
      add(place, group, ranks.counted[at] ?? 0, ranks.others[at] ?? 0, limits.get(group) ?? null);
    });
  });
  return lines;
}

/** 空缺 and 超配. */
export function balance(
  approved: number | null,
  filled: number,
): { approved: number | null; vacancy: number; excess: number } {
  if (approved === null) return { approved, vacancy: 0, excess: 0 };
  return { approved, vacancy: Math.max(0, approved - filled), excess: Math.max(0, filled - approved) };
}

function leadingOf(unit: UnitQuota, day: DateKey): readonly TableBucket[] {
  return isInternalTogether(unit, day) ? ['principal', 'deputy', 'member', 'internal'] : leadingBuckets;
}

/** The buckets of places that a line counts. */
export function bucketsOf(bucket: TableBucket): readonly Bucket[] {
  return bucket === 'internal' ? ['internalHead', 'internalDeputy'] : [bucket];
}

function leadingCount(tally: Tally, place: number, bucket: TableBucket) {
  let filled = bucket === 'internal' ? -(tally.twiceInternal.get(place) ?? 0) : 0;
  let notCounted = 0;
  for (const each of bucketsOf(bucket)) {
    const at = place * placeBuckets.length + placeBuckets.indexOf(each as LeadingBucket);
    filled += tally.counted[at] ?? 0;
    notCounted += tally.others[at] ?? 0;
  }
  return { filled, notCounted };
}

function poolTally(pools: Int32Array, tally: Tally): { counted: Int32Array; others: Int32Array } {
  const counted = new Int32Array(pools.length * rankGroups.length);
  const others = new Int32Array(counted.length);
  pools.forEach((pool, place) => {
    rankGroups.forEach((_group, index) => {
      const from = place * placeBuckets.length + leadingBuckets.length + index;
      const to = pool * rankGroups.length + index;
      counted[to] = (counted[to] ?? 0) + (tally.counted[from] ?? 0);
      others[to] = (others[to] ?? 0) + (tally.others[from] ?? 0);
    });
  });
  return { counted, others };
}
