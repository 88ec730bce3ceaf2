/** The numbers (from 1) of the pages that hold the rows `from` to `to`, the last not included. */
export function pagesOf(from: number, to: number, size: number): number[] {
  if (to <= from) return [];
  const first = Math.floor(from / size);
  return Array.from({ length: Math.floor((to - 1) / size) - first + 1 }, (_, index) => first + index + 1);
}
