/**
 * Shares of a whole in percent, rounded so that they add up (largest remainder): where `counts` add up to `total` the
 * shares add up to 100 exactly. What is missing after rounding down goes to the largest remainders, of equal ones to the
 * larger count, then to the one that stands first. Null when the base is 0: a table shows `—` there.
 *
 * The plain loop that it replaces: `counts.map((count) => round((count / total) * 100, decimals))`, whose column of
 * figures adds up to 99.9 every other time.
 */
export function largestRemainder(
  counts: readonly number[],
  total: number,
  decimals = 1,
): readonly number[] | null {
  if (total <= 0) return null;
  const parts = 10 ** decimals;
  const exact = counts.map((count) => (count * 100 * parts) / total);
  const whole = exact.map((share) => Math.floor(share));
  const sum = counts.reduce((left, right) => left + right, 0);
  const missing = Math.round((sum * 100 * parts) / total) - whole.reduce((left, right) => left + right, 0);
  const order = counts
    .map((count, index) => ({ index, count, rest: (count * 100 * parts) % total }))
    .toSorted(
      (left, right) => right.rest - left.rest || right.count - left.count || left.index - right.index,
    );
  for (const { index } of order.slice(0, Math.max(0, missing))) whole[index] = (whole[index] ?? 0) + 1;
  return whole.map((share) => share / parts);
}
