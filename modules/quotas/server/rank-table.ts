import type { OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { isRankGroup, isThere, poolStaff, rankPools, type readRankTable } from '#modules/quotas';
import { linesOf, namesOf } from './quota-list.ts';
import type { QuotaSight } from './quota-office.ts';
import { headOf, lineOf, unitOf } from './told.ts';

/** 职级职数使用情况, by pool. */
export function rankTable(
  store: Store,
  sight: QuotaSight,
  unit: string | undefined,
): OperationOutput<typeof readRankTable> {
  const { book, day } = sight;
  const lines = linesOf(sight, unit).filter(({ bucket }) => isRankGroup(bucket));
  const names = namesOf(sight, lines);
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
        const places = (names.get(line) ?? []).map(({ place: each }) => each);
        return {
          ...lineOf(sight, line),
          concurrent: places.filter(({ isConcurrent, reason }) => isConcurrent && reason === null).length,
          exMilitary: places.filter(({ reason }) => reason === 'exMilitary').length,
          districtTeam: places.filter(({ reason }) => reason === 'districtTeam').length,
        };
      }),
    })),
  };
}
