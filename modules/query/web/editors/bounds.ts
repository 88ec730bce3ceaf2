import type { Bound, RelativeDate } from '#engine';
import type { BetweenNode } from './editor-props.ts';

/** The condition with other ends; an end that is not given is left out. */
export function withBounds(
  node: BetweenNode,
  { from, to }: { readonly from: Bound | undefined; readonly to: Bound | undefined },
): BetweenNode {
  const { op, field } = node;
  return { op, field, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function isRelative(bound: Bound | undefined): bound is RelativeDate {
  return typeof bound === 'object';
}

export type DistanceUnit = 'years' | 'months' | 'days';

/** A relative date as the page shows it: so many of one unit before or after the reference date. */
export interface Distance {
  readonly amount: number;
  readonly unit: DistanceUnit;
  readonly after: boolean;
}

/** Null for dates of mixed units, which the page shows in words only. */
export function distanceOf(date: RelativeDate): Distance | null {
  const given = (['years', 'months', 'days'] as const).filter((unit) => (date[unit] ?? 0) !== 0);
  if (given.length > 1) return null;
  const unit = given[0] ?? 'months';
  const amount = date[unit] ?? 0;
  return { amount: Math.abs(amount), unit, after: amount > 0 };
}

export function relativeDate({ amount, unit, after }: Distance): RelativeDate {
  return amount === 0 ? {} : { [unit]: after ? amount : -amount };
}
