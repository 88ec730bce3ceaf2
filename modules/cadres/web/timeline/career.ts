import { monthNumber } from '#platform/model';
import { lengthText } from './spans.ts';

interface Stretch {
  /** Partial dates as they are stored; `to` is null for what lasts. */
  readonly from: string;
  readonly to: string | null;
}

/** What somebody did, where, and at which level, each the earliest first. */
export interface Career {
  readonly resume: readonly (Stretch & { readonly text: string })[];
  readonly posts: readonly (Stretch & {
    readonly unit: string;
    readonly title: string;
    readonly level: string;
  })[];
  readonly levels: readonly (Stretch & { readonly label: string })[];
  readonly ranks: readonly (Stretch & { readonly label: string })[];
}

/** A bar on the axis; months are counted from year 0, `to` is not included. */
export interface CareerBar {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** From when until when, and how long. */
  readonly dates: string;
  readonly open: boolean;
}

export interface CareerLane {
  readonly label: string;
  readonly bars: readonly CareerBar[];
}

/** The lanes of a career, those without anything left out; posts that overlap stand in lanes of their own. */
export function lanesOf(career: Career, now: number): CareerLane[] {
  const barsOf = <S extends Stretch>(list: readonly S[], text: (each: S) => string): CareerBar[] =>
    list.flatMap((each) => barOf(each, text(each), now));
  const posts = barsOf(career.posts, ({ unit, title }) => `${unit}${title}`);
  const lines = barsOf(career.resume, ({ text }) => text.split('\n', 1)[0] ?? '');
  const lanes = [
    { label: '职务层次', bars: barsOf(career.levels, ({ label }) => label) },
    { label: '职级', bars: barsOf(career.ranks, ({ label }) => label) },
    ...stacked(posts).map((bars, index) => ({ label: index === 0 ? '职务' : '', bars })),
    ...stacked(lines).map((bars, index) => ({ label: index === 0 ? '履历' : '', bars })),
  ];
  return lanes.filter(({ bars }) => bars.length > 0);
}

/**
 * A career in one line: the levels (职务层次, else 职级, else the posts or the résumé themselves) and the posts that were
 * held meanwhile, with their units.
 */
export function careerSteps(
  career: Career,
  now: number,
): { steps: readonly CareerBar[]; places: CareerBar[] } {
  const lanes = lanesOf(career, now);
  const named = (label: string): readonly CareerBar[] =>
    lanes.find((lane) => lane.label === label)?.bars ?? [];
  const levels = [named('职务层次'), named('职级')].find((bars) => bars.length > 0);
  const posts = career.posts.flatMap((each) => barOf(each, `${each.unit}${each.title}`, now));
  if (levels) return { steps: levels, places: posts };
  return { steps: posts.length > 0 ? posts : named('履历'), places: [] };
}

/** First and last month of all bars in whole years; null where nobody has any. */
export function careerRange(careers: readonly Career[], now: number): { from: number; to: number } | null {
  const bars = careers.flatMap((career) => lanesOf(career, now).flatMap((lane) => lane.bars));
  if (bars.length === 0) return null;
  return {
    from: Math.floor(Math.min(...bars.map(({ from }) => from)) / 12) * 12,
    to: Math.ceil((Math.max(...bars.map(({ to }) => to)) + 1) / 12) * 12,
  };
}

function barOf({ from, to }: Stretch, label: string, now: number): CareerBar[] {
  const start = monthNumber(from);
  if (start === null) return [];
  const end = (to === null ? null : monthNumber(to)) ?? now;
  if (end < start) return [];
  const dates = `${monthText(from)}—${to === null ? '今' : monthText(to)}　${lengthText(end - start)}`;
  return [{ from: start, to: Math.max(end, start + 1), label, dates, open: to === null }];
}

/** 2010.07; days would only be in the way here. */
function monthText(date: string): string {
  return date.slice(0, 7).replace('-', '.');
}

/** What lies on the axis with what it shows, in as few lanes as have room for it. */
export function stackedBars<S extends Stretch>(
  list: readonly S[],
  text: (each: S) => string,
  now: number,
): (CareerBar & { readonly of: S })[][] {
  return stacked(list.flatMap((each) => barOf(each, text(each), now).map((bar) => ({ ...bar, of: each }))));
}

/** Bars in as few lanes as have room for them one behind the other. */
function stacked<B extends CareerBar>(bars: readonly B[]): B[][] {
  const lanes: B[][] = [];
  for (const bar of bars.toSorted((a, b) => a.from - b.from)) {
    const lane = lanes.find((each) => (each.at(-1)?.to ?? 0) <= bar.from);
    if (lane) lane.push(bar);
    else lanes.push([bar]);
  }
  return lanes;
}
