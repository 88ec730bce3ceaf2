/** One key of an order. */
export interface SortKey {
  readonly field: string;
  readonly descending?: boolean | undefined;
}

/**
 * A touch on the head of a column: up, down, and the office's own order again. With `beside` the other keys stay and
 * this one comes last.
 */
export function toggledSort(sort: readonly SortKey[], field: string, beside: boolean): readonly SortKey[] {
  const own = sort.find((key) => key.field === field);
  const next: readonly SortKey[] =
    own === undefined ? [{ field }] : own.descending ? [] : [{ field, descending: true }];
  if (!beside) return next;
  return own === undefined
    ? [...sort, ...next].slice(-6)
    : sort.flatMap((key) => (key.field === field ? next : [key]));
}
