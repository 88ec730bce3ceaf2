/** A unit's name as it is compared: without blanks and the prefix of the Party, brackets and letters of one kind. */
export function matchingName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·、，,./\\>→—-]/gu, '')
    .replace(/^(?:中国共产党|中共)/u, '')
    .toLowerCase();
}

/** How alike two names are, from 0 to 1: the pairs of neighbouring characters that they share (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [pairs, others] = [pairsOf(a), pairsOf(b)];
  if (pairs.length === 0 || others.length === 0) return 0;
  const left = new Map<string, number>();
  for (const pair of others) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of pairs) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    left.set(pair, count - 1);
  }
  return (2 * shared) / (pairs.length + others.length);
}

/** The pairs of neighbouring characters of a text, in order. */
export function pairsOf(text: string): string[] {
  const letters = Array.from(text);
  return letters.slice(1).map((letter, place) => `${letters[place] ?? ''}${letter}`);
}
