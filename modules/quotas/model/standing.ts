import { lowerBound, type DateKey } from '#engine';
import type { CodeTables } from '#platform/model';
import type { Career, CareerPost } from './career.ts';
import { isHeld } from './held.ts';

/** What the code tables say of levels and ranks. */
export interface StandingCodes {
  /** Which of the two a row of A05 is; packages mix `kind` up, so the code tells where it can. */
  kindOf(code: string | null, saysRank: boolean): 'level' | 'rank';
  /** The place of a level in ZB09, where the highest of a series comes first. */
  placeOf(level: string): number;
}

export function standingCodes(tables: CodeTables): StandingCodes {
  const below = (table: string, above: string): ReadonlySet<string> =>
    new Set(
      tables
        .get(table)
        ?.children(above)
        .flatMap(({ code }) => code ?? []),
    );
  const [levels, ranks] = [below('ZB09', '1A'), below('ZB148', '1')];
  const all = tables.get('ZB09')?.items ?? [];
  const places = new Map(all.flatMap(({ code }, place) => (code === null ? [] : [[code, place]])));
  return {
    kindOf(code, saysRank) {
      if (code !== null && ranks.has(code)) return 'rank';
      return saysRank && !(code !== null && levels.has(code)) ? 'rank' : 'level';
    },
    placeOf: (level) => places.get(level) ?? places.size,
  };
}

/** The rank held on the day, as the fact 现职级 says. */
export function rankOn(career: Career, day: DateKey): string | null {
  return fromHistory(career, 'rank', day) ?? fromRegister(career, 'rank', day);
}

/** The post level held on the day, as the fact 现职务层次 says. */
export function levelOn(career: Career, day: DateKey, codes: StandingCodes): string | null {
  return (
    fromHistory(career, 'level', day) ??
    fromPosts(career.posts, day, codes) ??
    fromRegister(career, 'level', day)
  );
}

/** Of rows held at once, the one approved last. */
function fromHistory({ standings }: Career, kind: 'level' | 'rank', day: DateKey): string | null {
  let code: string | null = null;
  for (const row of standings) if (row.kind === kind && isHeld(row, day)) code = row.code ?? code;
  return code;
}

/** The highest of the levels of the posts held; attachments give none. */
function fromPosts(posts: readonly CareerPost[], day: DateKey, codes: StandingCodes): string | null {
  let highest: string | null = null;
  for (const post of posts) {
    if (post.level === null || post.givesNoLevel || !isHeld(post, day)) continue;
    if (highest === null || codes.placeOf(post.level) <= codes.placeOf(highest)) highest = post.level;
  }
  return highest;
}

/**
 * What A01 registers: it counts from its date on, unless the histories say something newer; without a date while there
 * is no history at all.
 */
function fromRegister(career: Career, kind: 'level' | 'rank', day: DateKey): string | null {
  const { code, since } = career[kind];
  const { workStart } = career;
  if (code === null || day >= career.leftOn || (workStart !== null && lowerBound(workStart) > day))
    return null;
  if (since === null) return hasHistory(career, kind) ? null : code;
  if (lowerBound(since) > day) return null;
  for (const row of career.standings) if (row.kind === kind && newestOf(row, day) > since) return null;
  if (kind === 'level')
    for (const post of career.posts) if (post.level !== null && newestOf(post, day) > since) return null;
  return code;
}

function hasHistory({ standings, posts }: Career, kind: 'level' | 'rank'): boolean {
  return (
    standings.some((row) => row.kind === kind) ||
    (kind === 'level' && posts.some(({ level }) => level !== null))
  );
}

/** The newest date that a row tells by the day. */
function newestOf({ from, to }: { from: DateKey | null; to: DateKey | null }, day: DateKey): DateKey {
  if (from !== null && lowerBound(from) > day) return 0;
  return Math.max(from ?? 0, to !== null && lowerBound(to) <= day ? to : 0);
}
