import { largestRemainder } from '#engine';
import type { TargetLine } from '../pools/pool.ts';

/** One line of a target against what is there. */
export interface LineFigures {
  readonly id: string;
  readonly label: string;
  readonly kind: 'count' | 'share';
  /** As the target has it: people, or percent. */
  readonly wanted: number;
  readonly count: number;
  /** In percent of the members; null of an empty pool. */
  readonly share: number | null;
  /** People that the target asks for: a share of the members who are there. */
  readonly needed: number;
  readonly missing: number;
}

/** The structure of a pool with so many members, of whom so many meet the line. */
export function lineFigures(
  { id, label, want }: Pick<TargetLine, 'id' | 'label' | 'want'>,
  count: number,
  members: number,
): LineFigures {
  // A share of people is met by whole people only; 20 % of 31 are 7. The product is rounded first, so that 0.1 + 0.2 of
  // floating point makes nobody appear.
  const needed =
    want.kind === 'count' ? want.value : Math.ceil(Math.round(want.value * members * 1000) / 100_000);
  return {
    id,
    label,
    kind: want.kind,
    wanted: want.value,
    count,
    share: largestRemainder([count, members - count], members)?.[0] ?? null,
    needed,
    missing: Math.max(0, needed - count),
  };
}
