import type { CareerPost } from './career.ts';

const last = 999_999;

/**
 * The main one (主职务) of the posts held: the primary one, else the first in 多职务排序, else the one appointed last.
 * 挂职 and 援派 are set aside: a person who is sent elsewhere for a time keeps the main post at home.
 */
export function mainPost(held: readonly CareerPost[]): CareerPost | null {
  let best: CareerPost | null = null;
  for (const post of held) {
    if (!post.isAttached && (best === null || comesBefore(post, best))) best = post;
  }
  return best;
}

function comesBefore(post: CareerPost, best: CareerPost): boolean {
  if (post.isPrimary !== best.isPrimary) return post.isPrimary;
  const [own, other] = [orderOf(post), orderOf(best)];
  return own === other ? (post.from ?? 0) > (best.from ?? 0) : own < other;
}

function orderOf({ order }: CareerPost): number {
  return Math.min(order ?? last, last);
}
