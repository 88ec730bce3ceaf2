/** A line of a text with whether the other text lacks it. */
export interface MarkedLine {
  readonly text: string;
  readonly marked: boolean;
}

/** Marks the lines in which a text of several lines differs from another, so that a changed résumé can be compared. */
export function markLines(text: string, other: string): MarkedLine[] {
  if (text === '') return [];
  const lines = text.split(/\r\n|\r|\n/);
  const left = new Map<string, number>();
  for (const line of other.split(/\r\n|\r|\n/)) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.map((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return { text: line, marked: count === 0 };
  });
}
