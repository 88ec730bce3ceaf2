import { foldText } from '#engine';

/** A piece of a text; `hit` is what was looked for. */
export interface Marked {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * The text cut at every place of the words looked for, which are separated by spaces. They are compared as the search
 * compares them: upper and lower case alike, 全角 letters and digits as 半角.
 */
export function marked(text: string, wanted: string): Marked[] {
  const words = foldText(wanted)
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .toSorted((a, b) => b.length - a.length);
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, hit: false }];
  const pattern = new RegExp(
    words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'),
    'gu',
  );
  const parts: Marked[] = [];
  let end = 0;
  // Folding keeps every sign at its place.
  for (const { 0: word, index } of foldText(text).matchAll(pattern)) {
    parts.push({ text: text.slice(end, index), hit: false });
    end = index + word.length;
    parts.push({ text: text.slice(index, end), hit: true });
  }
  parts.push({ text: text.slice(end), hit: false });
  return parts.filter((part) => part.text !== '');
}
