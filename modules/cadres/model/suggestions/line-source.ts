import type { RecordRow } from '#platform/model';
import { resumeTextFrom } from '../resume/resume-text.ts';
import { shortHash } from '../resume/short-hash.ts';

/** The line of the résumé that a row of A17 is, as it prints, on one line. */
export function sourceOf(segment: RecordRow): string {
  return resumeTextFrom([segment]).replace(/\s*\n\s*/gu, ' ');
}

/**
 * Gives out the keys of suggestions: the hash of the line and the number of the row within it. A line that the résumé
 * has twice is numbered on.
 */
export function keyGiver(set: 'A02' | 'A08'): (source: string) => string {
  const given = new Map<string, number>();
  return (source) => {
    const hash = shortHash(source);
    const number = (given.get(hash) ?? 0) + 1;
    given.set(hash, number);
    return `${set}-${hash}-${number}`;
  };
}
