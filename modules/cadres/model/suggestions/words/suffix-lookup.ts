/** Answers which words of a list a text ends with. */
export interface SuffixLookup {
  /** The lengths of all words that end at the end of the text, the longest first. */
  lengthsAtEnd(text: string): number[];
  /** The length of the longest one; 0 when there is none. */
  longest(text: string): number;
}

/** Words are found by their last character, so that long lists cost little. */
export function createSuffixLookup(words: readonly string[]): SuffixLookup {
  const byLast = Map.groupBy(
    [...new Set(words)].toSorted((a, b) => b.length - a.length),
    (word) => word.at(-1) ?? '',
  );
  const lengthsAtEnd = (text: string): number[] =>
    (byLast.get(text.at(-1) ?? '') ?? []).filter((word) => text.endsWith(word)).map((word) => word.length);
  return { lengthsAtEnd, longest: (text) => lengthsAtEnd(text)[0] ?? 0 };
}

/** The first word of a list (the longest first) with which the text begins. */
export function leadingWord(text: string, words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length && text.startsWith(word) ? word : best), '');
}
