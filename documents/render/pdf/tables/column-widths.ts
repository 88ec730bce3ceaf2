import { breakable, textWidth } from '#documents/form';

/** What the cells of a column need, in points: to stay on one line, and to divide no word. */
export interface ColumnNeed {
  whole: number;
  least: number;
}

/** Longer words may well be divided, em. */
const longestWord = 12;

/** Adds a text to what its column needs; `inset` is the free space beside it. */
export function addNeed(need: ColumnNeed, text: string, size: number, inset: number): void {
  for (const line of text.split('\n')) {
    const whole = textWidth(line) * size + inset;
    if (whole <= need.least) continue;
    need.whole = Math.max(need.whole, whole + size / 2);
    for (const { inked } of breakable(line))
      need.least = Math.max(need.least, Math.min(inked, longestWord) * size + inset);
  }
}

/** Gives what some columns have left to those that lack it, each by its part of both. */
function even(widths: number[], wanted: readonly number[]): number[] {
  const lacks = widths.map((width, column) => Math.max(0, (wanted[column] ?? 0) - width));
  const left = widths.map((width, column) => Math.max(0, width - (wanted[column] ?? 0)));
  const [allLacks, allLeft] = [lacks, left].map((each) => each.reduce((sum, width) => sum + width, 0));
  if (!allLacks || !allLeft) return widths;
  const moved = Math.min(allLacks, allLeft);
  return widths.map(
    (width, column) =>
      width + ((lacks[column] ?? 0) / allLacks) * moved - ((left[column] ?? 0) / allLeft) * moved,
  );
}

/**
 * The widths of the columns on a sheet: in the proportions of the table, moved to where the content needs it. Columns
 * without any content are there to be written in and keep theirs.
 */
export function columnWidths(
  told: readonly number[],
  needs: readonly (ColumnNeed | null)[],
  room: number,
): number[] {
  const sum = told.reduce((all, width) => all + width, 0);
  const shares = told.map((width) => (width / sum) * room);
  const least = shares.map((width, column) => needs[column]?.least ?? width);
  const whole = shares.map((width, column) => needs[column]?.whole ?? width);
  // First that no word is divided, from what is free and then from what others need for fewer lines; then fewer lines.
  const free = shares.map((width, column) =>
    width < (least[column] ?? 0) ? (least[column] ?? 0) : Math.min(width, whole[column] ?? 0),
  );
  return [free, least, whole].reduce(even, shares);
}
