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
        (post.title === '' ? sharesRank(post, currentPost) : post.title === current.title) &&
        sameOrg(post, current),
    );
}

function sameOrg(a: PostReading, b: PostReading): boolean {
  if (a.unit !== null && b.unit !== null) return a.unit === b.unit;
  return a.org === '' || b.org === '' || a.org.endsWith(b.org) || b.org.endsWith(a.org);
}

/** A row that only a rank stands for is current when 现任职务 names the rank, one without anything when it is the unit. */
function sharesRank(post: PostReading, currentPost: string): boolean {
  const rank = /^(.{2,8})（职级/u.exec(post.unclear[0] ?? '')?.[1];
  return rank === undefined || currentPost.includes(rank);
}
