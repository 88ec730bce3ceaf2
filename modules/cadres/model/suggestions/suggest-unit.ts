import { readPosts } from './read-posts.ts';
import type { UnitIndex } from './unit-index.ts';

/**
 * The unit that a person belongs to by 现任职务: the legal unit (法人单位) of the first post. Null when that post names no
 * known unit, or one of several names it could be: then the operator decides.
 */
export function suggestUnit(currentPost: string, index: UnitIndex): { id: string; name: string } | null {
  const [first] = readPosts(currentPost, index).posts;
  return first?.unit ? index.legalUnit(first.unit) : null;
}

/** The words with which 现任职务 names the unit of its first post; empty where none can be made out. */
export function unitWords(currentPost: string, index: UnitIndex): string {
  return readPosts(currentPost, index).posts[0]?.org ?? '';
}
