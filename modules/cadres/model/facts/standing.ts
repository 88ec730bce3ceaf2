import { lowerBound, monthsBetween, type DateKey, type FactReader, type PersonReader } from '#engine';
import type { CodeTables } from '#platform/model';
import type { RuleBook } from './rule-book.ts';
import { levelSpan, MergedSpans, postSpan, spanEnds } from './spans.ts';

/** What a person holds on the reference date, since when without a break, and for how many months in all. */
export interface Standing {
  code: string | null;
  since: DateKey | null;
  months: number | null;
}

export type Find = (person: number) => Standing;

/** What is asked of it: since when and for how long is only worked out when it is. */
export type StandingPart = keyof Standing;

/** 职务层次 or 职级 */
export type StandingKind = 'level' | 'rank';

/** What the code tables say of levels and ranks, prepared once for all dates. */
export interface Series {
  /** Levels of leading posts (ZB09). */
  readonly levels: readonly string[];
  /** Ranks of ZB148. */
  readonly ranks: readonly string[];
  /** The place of a code in ZB09, where the highest of a series comes first. */
  readonly places: ReadonlyMap<string, number>;
}

export function seriesOf(tables: CodeTables): Series {
  const codes = (table: string, above: string): string[] =>
    tables
      .get(table)
      ?.children(above)
      .flatMap((item) => item.code ?? []) ?? [];
  const all = tables.get('ZB09')?.items ?? [];
  return {
    levels: codes('ZB09', '1A'),
    ranks: codes('ZB148', '1'),
    places: new Map(all.flatMap((item, place) => (item.code === null ? [] : [[item.code, place]]))),
  };
}

/**
 * Which of the two a row of A05 is. Packages mix `kind` up: the levels of leading posts (1A…) and the ranks of ZB148 are told
 * by their codes, and `kind` tells of the other series, which have both in ZB09.
 */
function kindOfRow(history: FactReader, wanted: StandingKind, series: Series): (row: number) => boolean {
  const isLevel = history.isAmong('A05.levelOrRankCode', series.levels);
  const isRank = history.isAmong('A05.levelOrRankCode', series.ranks);
  const saysRank = history.isAmong('A05.kind', ['1']);
  return (row) => (isRank(row) || (saysRank(row) && !isLevel(row))) === (wanted === 'rank');
}

/**
 * From 职务层次与职级 (A05): of rows held at once, the one approved last. The months are those of all rows of the same
 * code, overlaps counted once. The answer is used again for the next person.
 */
export function fromHistory(
  reader: PersonReader,
  asOf: DateKey,
  wanted: StandingKind,
  series: Series,
  part: StandingPart,
): Find {
  const history = reader.rows('A05');
  const isWanted = kindOfRow(history, wanted, series);
  const code = history.strings('A05.levelOrRankCode');
  const from = history.dates(levelSpan.from);
  const eachRow = reader.eachRow('A05');
  const eachHeld = reader.eachHeld('A05', levelSpan);
  const end = spanEnds(history, levelSpan, asOf);
  const spans = new MergedSpans();
  const found: Standing = { code: null, since: null, months: null };
  const choose = (row: number): void => {
    if (isWanted(row)) found.code = code(row) ?? found.code;
  };
  const measure = (row: number): void => {
    if (code(row) !== found.code || !isWanted(row)) return;
    const start = from(row);
    const stop = end(row);
    if (start !== null && stop !== null) spans.add(start, stop);
  };
  return (person) => {
    found.code = null;
    eachHeld(person, choose);
    if (part === 'code') return found;
    spans.clear();
    if (found.code !== null) eachRow(person, measure);
    found.since = spans.since(asOf);
    found.months = spans.months;
    return found;
  };
}

/**
 * From the levels that posts (A02) bear: the highest of those held. Attachments give neither a level nor months. Since when
 * is 任职务层次时间 of the post, else the beginning of the posts at that level.
 */
export function fromPosts(
  reader: PersonReader,
  asOf: DateKey,
  series: Series,
  rules: RuleBook,
  part: StandingPart,
): Find {
  const posts = reader.rows('A02');
  const level = posts.strings('A02.positionLevelCode');
  const declared = posts.dates('A02.positionLevelSince');
  const from = posts.dates(postSpan.from);
  const eachPost = reader.eachRow('A02');
  const eachHeld = reader.eachHeld('A02', postSpan);
  const end = spanEnds(posts, postSpan, asOf);
  const isAttached = attachments(posts, rules);
  const placeOf = (code: string): number => series.places.get(code) ?? series.places.size;
  const spans = new MergedSpans();
  const found: Standing = { code: null, since: null, months: null };
  let since: DateKey | null = null;
  const choose = (row: number): void => {
    const code = level(row);
    if (code === null || isAttached(row)) return;
    if (found.code !== null && placeOf(code) > placeOf(found.code)) return;
    if (code !== found.code) since = null;
    since = declared(row) ?? since;
    found.code = code;
  };
  const measure = (row: number): void => {
    if (level(row) !== found.code || isAttached(row)) return;
    const start = from(row);
    const stop = end(row);
    if (start !== null && stop !== null) spans.add(start, stop);
  };
  return (person) => {
    found.code = null;
    since = null;
    eachHeld(person, choose);
    if (part === 'code') return found;
    spans.clear();
    if (found.code !== null) eachPost(person, measure);
    found.since = since ?? spans.since(asOf);
    found.months = spans.months;
    if (since !== null) found.months = Math.max(found.months ?? 0, monthsBetween(since, asOf));
    return found;
  };
}

/** 挂职 */
function attachments(posts: FactReader, rules: RuleBook): (row: number) => boolean {
  const { words } = rules.attachment.value;
  const names = (text: string): boolean => words.some((word) => text.includes(word));
  const reason = posts.passes('A02.changeReason', names);
  const title = posts.passes('A02.postTitle', names);
  return (row) => reason(row) || title(row);
}

/**
 * What A01 registers as the present level or rank. It counts from its date on, unless the histories say something newer:
 * a row that began or ended after it. Without a date it counts while there is no history at all.
 */
export function fromRegister(
  reader: PersonReader,
  asOf: DateKey,
  wanted: StandingKind,
  series: Series,
): Find {
  const code = reader.strings(wanted === 'level' ? 'A01.positionLevelCode' : 'A01.rankCode');
  const date = reader.dates(wanted === 'level' ? 'A01.positionLevelSince' : 'A01.rankSince');
  const history = reader.rows('A05');
  const isWanted = kindOfRow(history, wanted, series);
  const [from, to] = [history.dates(levelSpan.from), history.dates(levelSpan.to)];
  const isCurrent = reader.fact('isCurrent');
  const [eachStoredLevel, eachLevel] = [reader.eachStoredRow('A05'), reader.eachRow('A05')];
  const found: Standing = { code: null, since: null, months: null };
  /** The newest date of the histories; 0 when they have a row without one, null when there are none. */
  let newest: DateKey | null = null;
  const see = (start: DateKey | null, stop: DateKey | null): void => {
    const isOver = stop !== null && lowerBound(stop) <= asOf;
    newest = Math.max(newest ?? 0, start ?? 0, isOver ? stop : 0);
  };
  const seeLevel = (row: number): void => {
    if (isWanted(row)) see(from(row), to(row));
  };
  const [seeStoredPosts, seePosts] = wanted === 'level' ? levelsOfPosts(reader, see) : [];
  return (person) => {
    found.code = null;
    found.since = null;
    found.months = null;
    const registered = code(person);
    if (registered === null || isCurrent(person) !== '1') return found;
    const since = date(person);
    if (since !== null && lowerBound(since) > asOf) return found;
    newest = null;
    if (since === null) {
      eachStoredLevel(person, seeLevel);
      seeStoredPosts?.(person);
      if (newest !== null) return found;
    } else {
      eachLevel(person, seeLevel);
      seePosts?.(person);
      if ((newest ?? 0) > since) return found;
      found.since = since;
      found.months = monthsBetween(since, asOf);
    }
    found.code = registered;
    return found;
  };
}

/** Shows the dates of all posts of a person that bear a level, and those of the visible ones. */
function levelsOfPosts(
  reader: PersonReader,
  see: (start: DateKey | null, stop: DateKey | null) => void,
): readonly [(person: number) => void, (person: number) => void] {
  const posts = reader.rows('A02');
  const level = posts.strings('A02.positionLevelCode');
  const [from, to] = [posts.dates(postSpan.from), posts.dates(postSpan.to)];
  const [eachStored, each] = [reader.eachStoredRow('A02'), reader.eachRow('A02')];
  const visit = (row: number): void => {
    if (level(row) !== null) see(from(row), to(row));
  };
  return [(person) => eachStored(person, visit), (person) => each(person, visit)];
}
