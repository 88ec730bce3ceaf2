/** A share in per cent, rounded down so that 100 means everybody. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((part / whole) * 1_000) / 10;
}
