import type { Choices } from '../model/merge-people.ts';

/** What is to stay: the left one, the right one, or the rows of both. */
export type Kept = 0 | 1 | 'both';

/** The choices as the merge takes them: seen from the record that stays. */
export function mergedChoice(chosen: Readonly<Record<string, Kept>>, keepIndex: 0 | 1): Choices {
  return Object.fromEntries(
    Object.entries(chosen).map(([key, kept]) => [
      key,
      kept === 'both' ? 'both' : kept === keepIndex ? 'keep' : 'other',
    ]),
  );
}

/** What stays of a field where nothing was chosen: the record that is kept, unless only the other knows it. */
export function usualField(texts: readonly string[], keepIndex: 0 | 1): 0 | 1 {
  const otherIndex = keepIndex === 0 ? 1 : 0;
  return texts[keepIndex] === '' && texts[otherIndex] !== '' ? otherIndex : keepIndex;
}

/** The same of a set with several rows. */
export function usualList(printed: boolean, counts: readonly number[], keepIndex: 0 | 1): Kept {
  if (!printed) return 'both';
  return (counts[keepIndex] ?? 0) > 0 ? keepIndex : keepIndex === 0 ? 1 : 0;
}
