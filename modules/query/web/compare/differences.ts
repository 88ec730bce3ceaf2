/** A row of the comparison with the text of each person. */
export interface ComparedRow {
  readonly label: string;
  readonly group: string;
  readonly texts: readonly string[];
  /** Not everybody has the same. */
  readonly differs: boolean;
}

/** The rows of which anybody has something. */
export function comparedRows(
  rows: readonly { readonly label: string; readonly group: string }[],
  people: readonly { readonly texts: readonly string[] }[],
): ComparedRow[] {
  return rows
    .map(({ label, group }, index) => {
      const texts = people.map((person) => person.texts[index] ?? '');
      return { label, group, texts, differs: new Set(texts).size > 1 };
    })
    .filter(({ texts }) => texts.some((text) => text !== ''));
}
