import { dateText, lowerBound, monthsBetween, type DateKey } from '#engine';
import { errors, printDate, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { type Career, type CareerPost, type readPostPortrait } from '#modules/quotas';
import { careerReader } from './career-reader.ts';
import { exitReader, nameReader } from './names.ts';
import { rangeOf } from './quota-list.ts';
import type { QuotaSight } from './quota-office.ts';
import { peopleOfUnits, titlesOf } from './team-posts.ts';
import { headOf, labelOf, outOfReach } from './told.ts';

interface Asked {
  readonly unit: string;
  readonly slot?: string | undefined;
  readonly title?: string | undefined;
}

/** 历任: who held a slot, or a title in a unit, the latest first. */
export function postPortrait(
  store: Store,
  sight: QuotaSight,
  asked: Asked,
): OperationOutput<typeof readPostPortrait> {
  rangeOf(sight, asked.unit);
  const { engine, careers, day, book } = sight;
  const own = book.units[book.placeOf(asked.unit) ?? -1]?.slots.find(({ id }) => id === asked.slot);
  if (asked.slot !== undefined && !own) throw errors.notFound('这个职位');
  const titles = new Set(titlesIn(own?.title ?? asked.title ?? ''));
  const { read } = careerReader(engine.dataset, careers);
  const names = nameReader(sight);
  const exitOf = exitReader(sight);
  const terms = peopleOfUnits(engine.dataset, [asked.unit]).flatMap((person) => {
    const career = read(person, true);
    const posts = career.posts.filter(
      (post) =>
        post.unit === asked.unit &&
        post.from !== null &&
        lowerBound(post.from) <= day &&
        (post.slot === null || post.slot === asked.slot || own === undefined) &&
        (post.slot !== null && post.slot === asked.slot ? true : isTitle(post, titles, own?.role ?? null)),
    );
    return termsOf(posts, career, day).map((term) => ({ person, career, ...term }));
  });
  const holders = terms
    .toSorted((a, b) => b.from - a.from)
    .map(({ person, career, posts, from, to }) => {
      const isKnown = sight.seesPerson(person);
      return {
        id: isKnown ? names.idOf(person) : null,
        name: isKnown ? names.nameOf(person) : outOfReach,
        titles: titlesOf(posts),
        from: printDate(dateText(from)),
        to: to === null ? '' : printDate(dateText(to)),
        months: monthsBetween(from, to ?? day),
        next: to === null || !isKnown ? '' : nextOf(store, career, posts, to, exitOf(person).method),
      };
    });
  const ended = holders.filter(({ to }) => to !== '').map(({ months }) => months);
  return {
    ...headOf(sight),
    title: own?.title ?? asked.title ?? '',
    averageMonths:
      ended.length === 0 ? null : Math.round(ended.reduce((sum, each) => sum + each, 0) / ended.length),
    holders,
  };
}

function isTitle(post: CareerPost, titles: ReadonlySet<string>, role: string | null): boolean {
  return titlesIn(post.title).some((title) => titles.has(title)) && (role === null || post.role === role);
}

/** A record may hold several titles as they are written one behind the other. */
function titlesIn(text: string): string[] {
  return text.split('、').filter((title) => title !== '');
}

interface Term {
  readonly posts: readonly CareerPost[];
  readonly from: DateKey;
  readonly to: DateKey | null;
}

/** Titles held at one time are one term. */
function termsOf(posts: readonly CareerPost[], career: Career, day: DateKey): Term[] {
  const terms: Term[] = [];
  for (const post of posts) {
    if (post.from === null) continue;
    const end = post.to ?? (post.hasEnded ? post.from : null);
    const to = endBy(end, career.leftOn, day);
    const at = terms.findIndex((term) => term.to === null || (post.from !== null && post.from <= term.to));
    const before = terms[at];
    if (!before) terms.push({ posts: [post], from: post.from, to });
    else
      terms[at] = {
        posts: [...before.posts, post],
        from: Math.min(before.from, post.from),
        to: before.to === null || to === null ? null : Math.max(before.to, to),
      };
  }
  return terms;
}

/** The end of a term as far as it has come by the day; null while it goes on. */
function endBy(end: DateKey | null, leftOn: DateKey, day: DateKey): DateKey | null {
  const to = end === null ? leftOn : Math.min(end, leftOn);
  return lowerBound(to) > day ? null : to;
}

/** The post that began when the term ended, else how the person left then. */
function nextOf(
  store: Store,
  career: Career,
  posts: readonly CareerPost[],
  to: DateKey,
  exit: string | null,
): string {
  const later = career.posts.filter(
    (post) => !posts.includes(post) && post.from !== null && lowerBound(post.from) >= lowerBound(to),
  );
  const first = Math.min(...later.map(({ from }) => from ?? Infinity));
  const next = later.filter(({ from }) => from === first);
  const main = next.find(({ isPrimary }) => isPrimary) ?? next[0];
  if (main) return `${main.orgName}${titlesOf(next.filter(({ orgName }) => orgName === main.orgName))}`;
  return lowerBound(career.leftOn) <= lowerBound(to) ? labelOf(store, 'ZB78', exit) || '退出' : '';
}
