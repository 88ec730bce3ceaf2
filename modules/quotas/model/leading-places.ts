import type { LeadingBucket } from './buckets.ts';
import type { CareerPost, Role } from './career.ts';
import type { NotCounted, PlaceOn } from './place.ts';
import type { PlaceUnits } from './units.ts';

const ofUnits: Readonly<Record<Role, LeadingBucket>> = { '1': 'principal', '3': 'deputy', Z: 'member' };
const ofOffices: Readonly<Partial<Record<Role, LeadingBucket>>> = {
  '1': 'internalHead',
  '3': 'internalDeputy',
};
const rolesDown: readonly Role[] = ['1', '3', 'Z'];

/** The role of a post: that of the slot it fills, else the one written on it. */
export function roleOf(post: CareerPost, units: PlaceUnits): Role | null {
  const slot = slotOf(post, units);
  return slot ? slot.role : post.role;
}

/** The bucket of a post; null where it has none: no role, a grouping row, a unit outside the tree. */
export function bucketOf(post: CareerPost, units: PlaceUnits): LeadingBucket | null {
  const role = roleOf(post, units);
  if (post.unit === null || role === null) return null;
  const kind = units.kindOf(post.unit);
  if (kind === '1') return ofUnits[role];
  return kind === '2' ? (ofOffices[role] ?? null) : null;
}

/**
 * The leading places of the posts held on a day: one in each unit, at the highest role. Someone who heads two offices of
 * a unit is one of its heads once.
 */
export function leadingPlaces(
  held: readonly CareerPost[],
  main: CareerPost | null,
  units: PlaceUnits,
): readonly PlaceOn[] {
  const best: CareerPost[] = [];
  for (const post of held) {
    if (bucketOf(post, units) === null) continue;
    const at = best.findIndex(({ unit }) => unit === post.unit);
    const rival = best[at];
    if (!rival) best.push(post);
    else if (standsFor(post, rival, main, units)) best[at] = post;
  }
  const places: PlaceOn[] = [];
  for (const post of best) {
    const bucket = bucketOf(post, units);
    const unit = units.legalOf(post.unit ?? '');
    if (bucket === null || unit === null) continue;
    const reason = whyNotCounted(post, main, units);
    const place: PlaceOn = { unit, bucket, rank: null, reason, isConcurrent: false, post, main };
    const at = places.findIndex((each) => each.unit === unit && each.bucket === bucket);
    const same = places[at];
    if (!same) places.push(place);
    else if (same.reason !== null && reason === null) places[at] = place;
  }
  return places;
}

/** Which of two posts in one unit stands for the place there. */
function standsFor(post: CareerPost, rival: CareerPost, main: CareerPost | null, units: PlaceUnits): boolean {
  if (post.isAttached !== rival.isAttached) return rival.isAttached;
  const [own, other] = [post, rival].map((each) => rolesDown.indexOf(roleOf(each, units) ?? 'Z'));
  if (own !== other) return (own ?? 0) < (other ?? 0);
  const [mine, theirs] = [post, rival].map((each) => whyNotCounted(each, main, units) === null);
  if (mine !== theirs) return mine === true;
  return post === main;
}

/**
 * Why a leading post does not count, null when it does: 挂职 from elsewhere; a deputy's or member's title beside a main
 * post in another unit; marked by hand; a slot outside the quota.
 */
function whyNotCounted(post: CareerPost, main: CareerPost | null, units: PlaceUnits): NotCounted | null {
  if (post.isAttached) return 'attached';
  if (roleOf(post, units) !== '1' && main !== null && main.unit !== post.unit) return 'elsewhere';
  if (post.isExempt) return 'exempt';
  return slotOf(post, units)?.isCounted === false ? 'slot' : null;
}

function slotOf(post: CareerPost, units: PlaceUnits) {
  return post.slot === null || post.unit === null ? undefined : units.slotOf(post.unit, post.slot);
}
