import { largestRemainder } from '#engine';
import { monthsInPool, type Outcome } from './promotion.ts';

/** Numbers of a group of memberships: people once each. */
export interface UseFigures {
  readonly people: number;
  readonly promoted: number;
  /** In percent; null of nobody. */
  readonly share: number | null;
  /** Average full months from entry to promotion, to one decimal; null when nobody was promoted. */
  readonly months: number | null;
}

export interface YearFigures extends UseFigures {
  readonly year: string;
  /** In the pool at the end of the year, or on the last day asked for. */
  readonly atEnd: number;
  readonly entered: number;
  readonly exited: number;
}

export interface BatchFigures extends UseFigures {
  /** Empty for those without a batch. */
  readonly batch: string;
  /** The first entry of the batch. */
  readonly enteredOn: string;
  readonly stillIn: number;
}

/** The figures of some memberships. */
export function useFigures(outcomes: readonly Outcome[]): UseFigures {
  const people = new Set(outcomes.map(({ person }) => person)).size;
  const used = outcomes.filter(({ promotion }) => promotion !== null);
  const promoted = new Set(used.map(({ person }) => person)).size;
  const months = used.flatMap((each) => each.months ?? []);
  return {
    people,
    promoted,
    share: largestRemainder([promoted, people - promoted], people)?.[0] ?? null,
    months:
      months.length === 0
        ? null
        : Math.round((months.reduce((sum, each) => sum + each, 0) / months.length) * 10) / 10,
  };
}

/**
 * 分年度: of those who were members at any time of the year, or were promoted in it, how many were promoted in it. Every
 * promotion counts in its year, not the first alone; who is promoted twice in one year is one person. Months run from the
 * entry to the first promotion of the year.
 */
export function byYear(outcomes: readonly Outcome[], until: string): YearFigures[] {
  const first = outcomes.map(({ enteredOn }) => enteredOn.slice(0, 4)).toSorted()[0];
  if (first === undefined) return [];
  const last = Number(until.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - Number(first) + 1) }, (_, index) =>
    String(Number(first) + index),
  );
  return years.map((year) => {
    const present = outcomes.filter(
      ({ enteredOn, exitedOn }) =>
        enteredOn.slice(0, 4) <= year && (exitedOn === '' || exitedOn.slice(0, 4) >= year),
    );
    // Where a day was asked for, promotions after the exit count too.
    const inYear = outcomes.flatMap((each) => {
      const promotion = each.promotions.find(({ on }) => on.slice(0, 4) === year) ?? null;
      if (promotion === null && !present.includes(each)) return [];
      const months = promotion && monthsInPool(each.enteredOn, promotion.on);
      return [{ ...each, promotion, months }];
    });
    const people = (list: readonly Outcome[]): number => new Set(list.map(({ person }) => person)).size;
    return {
      year,
      ...useFigures(inYear),
      atEnd: people(present.filter(({ exitedOn }) => exitedOn === '' || exitedOn.slice(0, 4) > year)),
      entered: people(present.filter(({ enteredOn }) => enteredOn.slice(0, 4) === year)),
      exited: people(present.filter(({ exitedOn }) => exitedOn.slice(0, 4) === year)),
    };
  });
}

/** 分批次, the newest first. */
export function byBatch(outcomes: readonly Outcome[]): BatchFigures[] {
  const batches = Map.groupBy(outcomes, ({ batch }) => batch);
  return [...batches]
    .map(([batch, list]) => ({
      batch,
      enteredOn: list.map(({ enteredOn }) => enteredOn).toSorted()[0] ?? '',
      stillIn: new Set(list.filter(({ exitedOn }) => exitedOn === '').map(({ person }) => person)).size,
      ...useFigures(list),
    }))
    .toSorted(
      (left, right) => right.enteredOn.localeCompare(left.enteredOn) || left.batch.localeCompare(right.batch),
    );
}
