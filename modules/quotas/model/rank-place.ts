import { lowerBound, type DateKey } from '#engine';
import { rankBuckets } from './buckets.ts';
import type { Career, CareerPost } from './career.ts';
import type { NotCounted, PlaceOn } from './place.ts';
import type { PlaceTools } from './place-tools.ts';
import { levelOn, rankOn } from './standing.ts';

/** The place that the rank of a day takes in the legal unit of the main post, else of 统计关系所在单位. */
export function rankPlace(
  career: Career,
  held: readonly CareerPost[],
  main: CareerPost | null,
  day: DateKey,
  tools: PlaceTools,
): PlaceOn | null {
  const rank = rankOn(career, day);
  const bucket = rank === null ? undefined : rankBuckets[rank];
  const home = main?.unit ?? career.home;
  const unit = home === null ? null : tools.units.legalOf(home);
  if (rank === null || bucket === undefined || unit === null) return null;
  const isConcurrent = held.some((post) => post.isLeading && !post.isAttached);
  const reason = whyNotCounted(career, isConcurrent, day, tools);
  return { unit, bucket, rank, reason, isConcurrent, post: null, main };
}

function whyNotCounted(
  career: Career,
  isConcurrent: boolean,
  day: DateKey,
  { rules, codes }: PlaceTools,
): NotCounted | null {
  const level = levelOn(career, day, codes);
  if (level !== null && rules.districtTeam.value.levels.includes(level)) return 'districtTeam';
  if (career.isExMilitary && isFirstRank(career, day)) return 'exMilitary';
  return isConcurrent && !rules.concurrentRanks.value.count ? 'concurrentRank' : null;
}

/** Is the rank of the day the first one (首次套转)? */
function isFirstRank({ standings }: Career, day: DateKey): boolean {
  let begun = 0;
  for (const row of standings) {
    if (row.kind !== 'rank' || row.code === null) continue;
    if (row.from !== null && lowerBound(row.from) > day) break;
    begun += 1;
  }
  return begun <= 1;
}
