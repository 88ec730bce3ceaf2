import type { DateKey } from '#engine';
import {
  bucketOf,
  firstDay,
  isSlotThere,
  isThere,
  nameOn,
  never,
  vacanciesOf,
  type CareerPost,
  type CountedSpan,
  type LeadingBucket,
  type Slot,
  type UnitQuota,
  type Vacancy,
} from '#modules/quotas';
import { careerReader } from './career-reader.ts';
import type { QuotaSight } from './quota-office.ts';
import { peopleOfUnits } from './team-posts.ts';

/** A vacant place of a post that has a name of its own: a slot, or the head or deputy of an office. */
export interface PostVacancy extends Vacancy {
  readonly title: string;
}

/** A post with as many places as are approved for it. */
interface NamedPost {
  /** Of the legal unit. */
  readonly place: number;
  readonly bucket: LeadingBucket;
  readonly title: string;
  readonly places: number;
  fills(post: CareerPost): boolean;
}

/**
 * The vacant places of named posts, by the place of the legal unit and the bucket; of units without slots and of offices
 * without numbers of their own there are none. The posts of everybody are read in one pass.
 */
export function postVacancies(
  sight: QuotaSight,
  wanted: readonly { readonly place: number; readonly bucket: LeadingBucket }[],
): (place: number, bucket: LeadingBucket) => readonly PostVacancy[] {
  const { engine, careers, day } = sight;
  const byUnit = namedPosts(sight, new Set(wanted.map(({ place, bucket }) => `${place} ${bucket}`)));
  const spans = new Map<NamedPost, CountedSpan[]>([...byUnit.values()].flat().map((post) => [post, []]));
  const reader = careerReader(engine.dataset, careers);
  for (const person of peopleOfUnits(engine.dataset, byUnit.keys(), true)) {
    const { posts, leftOn } = reader.read(person, true);
    for (const post of posts) {
      if (post.isAttached || post.isExempt || (post.hasEnded && post.to === null)) continue;
      const named = byUnit.get(post.unit ?? '')?.find((each) => each.fills(post));
      const from = post.from === null ? 0 : firstDay(post.from);
      const to = Math.min(post.to === null ? never : firstDay(post.to), leftOn);
      if (named && from < to) add(spans.get(named) ?? [], { person, from, to });
    }
  }
  const found = new Map<string, PostVacancy[]>();
  for (const [{ place, bucket, title, places: many }, own] of spans) {
    const key = `${place} ${bucket}`;
    const told = vacanciesOf(own, many, day).map((each) => ({ ...each, title }));
    found.set(key, [...(found.get(key) ?? []), ...told]);
  }
  return (place, bucket) => found.get(`${place} ${bucket}`) ?? [];
}

/** Somebody with several titles in one post holds it once. */
function add(spans: CountedSpan[], span: CountedSpan): void {
  const at = spans.findIndex(
    ({ person, from, to }) => person === span.person && from <= span.to && span.from <= to,
  );
  const known = spans[at];
  if (!known) spans.push(span);
  else spans[at] = { ...known, from: Math.min(known.from, span.from), to: Math.max(known.to, span.to) };
}

/** The posts of the wanted units and of their offices, by the unit or office itself. */
function namedPosts(sight: QuotaSight, wanted: ReadonlySet<string>): Map<string, readonly NamedPost[]> {
  const { book, day } = sight;
  const named = new Map<string, readonly NamedPost[]>();
  book.units.forEach((unit, at) => {
    if (!isThere(unit, day)) return;
    const place = unit.kind === '2' ? (book.placeOf(book.places.legalOf(unit.id) ?? '') ?? -1) : at;
    const own = unit.kind === '2' ? officePosts(sight, unit, place) : slotPosts(unit, place, day);
    const vacant = own.filter(({ bucket }) => wanted.has(`${place} ${bucket}`));
    if (vacant.length > 0) named.set(unit.id, vacant);
  });
  return named;
}

const bucketsOfSlots: Readonly<Record<string, LeadingBucket>> = {
  '1': 'principal',
  '3': 'deputy',
  Z: 'member',
};

function slotPosts(unit: UnitQuota, place: number, day: DateKey): NamedPost[] {
  return unit.slots.flatMap((slot) => {
    const bucket = bucketsOfSlots[slot.role ?? ''];
    if (!bucket || !slot.isCounted || !isSlotThere(slot, day)) return [];
    return [
      { place, bucket, title: slot.title, places: slot.places, fills: (post) => fillsSlot(post, slot) },
    ];
  });
}

/** Earlier posts may not have been put to the slot: they are known by title and role. */
function fillsSlot(post: CareerPost, slot: Slot): boolean {
  if (post.slot !== null) return post.slot === slot.id;
  return post.role === slot.role && slot.title.split('、').includes(post.title);
}

function officePosts({ tools, day }: QuotaSight, office: UnitQuota, place: number): NamedPost[] {
  const posts = [
    ['internalHead', '11', '正职'],
    ['internalDeputy', '12', '副职'],
  ] as const;
  return posts.map(([bucket, code, title]) => ({
    place,
    bucket,
    title: nameOn(office, day) + title,
    places: office.numbers[code] ?? 0,
    fills: (post) => bucketOf(post, tools.units) === bucket,
  }));
}
