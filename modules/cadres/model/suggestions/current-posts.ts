import { readPosts, type PostReading } from './read-posts.ts';
import type { UnitIndex } from './unit-index.ts';

/** Answers whether a post is one of 现任职务. */
export type IsCurrent = (post: PostReading) => boolean;

/** Reads 现任职务 once; a post agrees with it by its title and its unit, a row without a title by its unit. */
export function currentPosts(currentPost: string, index: UnitIndex): IsCurrent {
  const { posts } = readPosts(currentPost, index);
  return (post) =>
    posts.some(
      (current) =>
        (post.title === '' ? currentPost.includes(post.rank) : post.title === current.title) &&
        sameOrg(post, current),
    );
}

function sameOrg(a: PostReading, b: PostReading): boolean {
  if (a.unit !== null && b.unit !== null) return a.unit === b.unit;
  return a.org === '' || b.org === '' || a.org.endsWith(b.org) || b.org.endsWith(a.org);
}
