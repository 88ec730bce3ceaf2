import type { OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import {
  isRankGroup,
  isThere,
  placeBuckets,
  poolStaff,
  rankPools,
  type readRankTable,
  type TableBucket,
} from '#modules/quotas';
import { linesOf } from './quota-list.ts';
import { placesInTree, type QuotaSight } from './quota-office.ts';
import { headOf, lineOf, unitOf } from './told.ts';

/** 职级职数使用情况, by pool. */
export function rankTable(
  store: Store,
  sight: QuotaSight,
  unit: string | undefined,
): OperationOutput<typeof readRankTable> {
  const { book, day } = sight;
  const lines = linesOf(sight, unit).filter(({ bucket }) => isRankGroup(bucket));
  const marksOf = rankMarks(sight);
  const pools = rankPools(book.units, day);
  const staff = poolStaff(book.units, pools, day);
  const sizes = new Map<number, number>();
  book.units.forEach((own, place) => {
    const pool = pools[place] ?? place;
    if (own.kind === '1' && isThere(own, day)) sizes.set(pool, (sizes.get(pool) ?? 0) + 1);
  });
  const byPool = Map.groupBy(lines, ({ place }) => place);
  return {
    ...headOf(sight),
    pools: [...byPool].map(([place, own]) => ({
      unit: unitOf(store, sight, place),
      staff: staff[place] ?? 0,
      units: sizes.get(place) ?? 0,
      lines: own.map((line) => {
        const { concurrent, exMilitary, districtTeam } = marksOf(line);
        return { ...lineOf(sight, line), concurrent, exMilitary, districtTeam };
      }),
    })),
  };
}

interface RankMarks {
  /** Of those who count: beside a leading post. */
  concurrent: number;
  /** Of those who count: 三级调研员. */
  upper: number;
  exMilitary: number;
  districtTeam: number;
}

/** What kinds of people are behind lines of ranks, counted in one pass without looking at who they are. */
export function rankMarks({
  book,
  day,
  places,
}: QuotaSight): (line: { readonly place: number; readonly bucket: TableBucket }) => RankMarks {
  const pools = rankPools(book.units, day);
  const inTree = placesInTree(places, book);
  const groups = placeBuckets.map(isRankGroup);
  const found = new Map<string, RankMarks>();
  const none = (): RankMarks => ({ concurrent: 0, upper: 0, exMilitary: 0, districtTeam: 0 });
  places.marksOn(
    day,
    (bucket) => groups[bucket] === true,
    (unit, bucket, { reason, isConcurrent, isUpperRank }) => {
      const place = inTree[unit] ?? -1;
      if (place < 0) return;
      const key = `${pools[place] ?? place} ${placeBuckets[bucket] ?? ''}`;
      const marks = found.get(key) ?? none();
      found.set(key, marks);
      if (reason === null) {
        if (isConcurrent) marks.concurrent += 1;
        if (isUpperRank) marks.upper += 1;
      } else if (reason === 'exMilitary') marks.exMilitary += 1;
      else if (reason === 'districtTeam') marks.districtTeam += 1;
    },
  );
  return ({ place, bucket }) => found.get(`${place} ${bucket}`) ?? none();
}
