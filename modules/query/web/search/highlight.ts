/** A piece of a text; `hit` is what was looked for. */
export interface Marked {
  readonly text: string;
  readonly hit: boolean;
}

/** The text cut at every place of the words looked for, which are separated by spaces; upper and lower case alike. */
export function marked(text: string, wanted: string): Marked[] {
  const words = wanted
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted((a, b) => b.length - a.length);
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, hit: false }];
  const pattern = new RegExp(
    `(${words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
    'giu',
  );
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
