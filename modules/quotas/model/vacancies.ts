import type { DateKey } from '#engine';
import { never } from './career.ts';

/** The days on which somebody counted. */
export interface CountedSpan {
  readonly person: number;
  readonly from: DateKey;
  readonly to: DateKey;
}

/** A vacant place: since when, and who left it then. */
export interface Vacancy {
  /** Null where nobody is known to have filled it. */
  readonly since: DateKey | null;
  readonly last: number | null;
}

/**
 * The vacant ones of so many approved places on a day, the one that is vacant longest first: a place is vacant since the
 * last day on which as many people counted as would have filled it.
 */
export function vacanciesOf(spans: readonly CountedSpan[], approved: number, day: DateKey): Vacancy[] {
  let filled = spans.filter(({ from, to }) => from <= day && day < to).length;
  const days = new Set(spans.flatMap(({ from, to }) => [from, to]));
  const back = [...days].filter((each) => each <= day && each !== never).toSorted((a, b) => b - a);
  const found: Vacancy[] = [];
  let open = approved - filled;
  for (const at of back) {
    const ended = spans.filter(({ to }) => to === at);
    filled += ended.length - spans.filter(({ from }) => from === at).length;
    for (; open > 0 && filled > approved - open; open -= 1)
      found.push({ since: at, last: ended[0]?.person ?? null });
  }
  for (; open > 0; open -= 1) found.push({ since: null, last: null });
  return found.toReversed();
}
