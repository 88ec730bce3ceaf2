import { codeList, isWithin } from './code-tables.ts';
import { first, monthsBetween, textOf, whenOf, written, type When } from './dates.ts';
import { a01, isCurrent } from './facts-of-life.ts';
import { numberOf, storedRows, stringOf, visibleRows, type Person, type Row } from './records.ts';
import { isHeld, monthsOf, spanOf, stretchesOf } from './spans.ts';

const flag = (value: boolean): string => (value ? '1' : '0');

export function heldPosts(person: Person, on: When): Row[] {
  return visibleRows(person, 'A02', on).filter((row) => isHeld('A02', row, on));
}

/** 现任职务 of A01, while it speaks for the posts. */
export function registeredPost(person: Person, on: When): string | null {
  const row = a01(person);
  const text = stringOf(row['currentPostFull']);
  if (text === null || storedRows(person, 'A02').length > 0 || isCurrent(person, on) !== '1') return null;
  const open = storedRows(person, 'A17')
    .filter((line) => !whenOf(line['endedOn']))
    .flatMap((line) => whenOf(line['startedOn']) ?? [])
    .at(-1);
  const begin = registeredSince(person) ?? open;
  return begin && first(begin) > first(on) ? null : text;
}

export function registeredSince(person: Person): When | null {
  const text = stringOf(a01(person)['currentPostSince'])?.trim() ?? '';
  const [, year, month, day] = /^(\d{4})(?:[.-]?(\d\d)(?:[.-]?(\d\d))?)?$/.exec(text) ?? [];
  return whenOf([year, month, day].filter((part) => part !== undefined).join('-'));
}

/** 主职务: the primary one, else the first in the person's order, else the one appointed last. */
export function mainPost(person: Person, on: When): Row | undefined {
  const order = (row: Row): number => Math.min(numberOf(row['personalOrder']) ?? 999_999, 999_999);
  const since = (row: Row): number => {
    const when = whenOf(row['appointedOn']);
    return when ? written(when) : 0;
  };
  const primary = (row: Row): number => (row['isPrimary'] === '1' ? 0 : 1);
  const [best] = heldPosts(person, on).toSorted((a, b) => {
    if (primary(a) !== primary(b)) return primary(a) - primary(b);
    if (order(a) !== order(b)) return order(a) - order(b);
    return since(b) - since(a);
  });
  return best;
}

function printed(person: Person, on: When): Row[] {
  const order = (row: Row): number => numberOf(row['personalOrder']) ?? 999_999;
  return heldPosts(person, on)
    .filter((row) => !(row['tenureStatusCode'] === '1' && row['isPrinted'] === '0'))
    .toSorted((a, b) => order(a) - order(b));
}

function sentence(rows: readonly Row[]): string | null {
  let text = '';
  let before: string | null = null;
  for (const row of rows) {
    const body = stringOf(row['orgName']) ?? '';
    const title = stringOf(row['postTitle']) ?? '';
    if (text === '') text = body + title;
    else text += body === before ? `、${title}` : `，${body}${title}`;
    before = body;
  }
  return text === '' ? null : text;
}

export function posts(person: Person, on: When): string | null {
  return sentence(printed(person, on)) ?? registeredPost(person, on);
}

export function mainPostText(person: Person, on: When): string | null {
  const main = mainPost(person, on);
  if (!main) return registeredPost(person, on);
  const beside = printed(person, on).filter(({ orgName }) => stringOf(orgName) === stringOf(main['orgName']));
  return sentence(beside.includes(main) ? beside : [main]);
}

export function mainUnit(person: Person, on: When): string | null {
  const main = mainPost(person, on);
  if (main) return stringOf(main['orgCode']);
  return registeredPost(person, on) === null ? null : stringOf(a01(person)['statisticalOrgCode']);
}

export function postSince(person: Person, on: When): When | null {
  const main = mainPost(person, on);
  if (main) return whenOf(main['appointedOn']);
  return registeredPost(person, on) === null ? null : registeredSince(person);
}

export function teamOrder(person: Person, on: When): number | null {
  const main = mainPost(person, on);
  if (!main) return null;
  const places = heldPosts(person, on)
    .filter(({ orgCode }) => stringOf(orgCode) === stringOf(main['orgCode']))
    .flatMap((row) => numberOf(row['teamOrder']) ?? []);
  return places.length === 0 ? null : Math.min(...places);
}

export function isLeadershipPost(person: Person, on: When): string | null {
  const held = heldPosts(person, on);
  return held.length === 0 ? null : flag(held.some((row) => row['isLeadershipPost'] === '1'));
}

export function postsToEnter(person: Person): string {
  const hasWords = stringOf(a01(person)['currentPostFull']) !== null || storedRows(person, 'A17').length > 0;
  return flag(storedRows(person, 'A02').length === 0 && hasWords);
}

/** The post that gives a place in a team. */
export function teamPost(person: Person, on: When): Row | undefined {
  const roles = ['1', '3', 'Z'];
  const roleOf = (row: Row): number =>
    row['isTeamMember'] === '0' ? -1 : roles.indexOf(stringOf(row['teamMemberTypeCode']) ?? '');
  const main = mainPost(person, on);
  if (main && roleOf(main) >= 0) return main;
  const [best] = heldPosts(person, on)
    .filter((row) => roleOf(row) >= 0)
    .toSorted((a, b) => roleOf(a) - roleOf(b));
  return best;
}

/** A level or rank with since when and for how many months. */
export interface Standing {
  readonly code: string;
  readonly since: string | null;
  readonly months: number | null;
}

export function standing(person: Person, on: When, wanted: 'level' | 'rank'): Standing | null {
  return (
    fromHistory(person, on, wanted) ??
    (wanted === 'level' ? fromPosts(person, on) : null) ??
    fromRegister(person, on, wanted)
  );
}

function isKind(row: Row, wanted: 'level' | 'rank'): boolean {
  const list = codeList('ZB09|ZB148');
  const code = stringOf(row['levelOrRankCode']) ?? '';
  const below = (table: string, above: string): boolean =>
    codeList(table).codes.some(
      (each) => codeList(table).parents.get(each) === above && isWithin(list, code, each),
    );
  const isRank = below('ZB148', '1') || (row['kind'] === '1' && !below('ZB09', '1A'));
  return isRank === (wanted === 'rank');
}

function timeAt(
  set: string,
  rows: readonly Row[],
  on: When,
): { since: string | null; months: number | null } {
  const spans = rows.flatMap((row) => spanOf(set, row, on) ?? []);
  const newest = stretchesOf(spans).at(-1);
  if (!newest) return { since: null, months: null };
  return { since: newest.to >= first(on) ? textOf(newest.begin) : null, months: monthsOf(spans) };
}

function fromHistory(person: Person, on: When, wanted: 'level' | 'rank'): Standing | null {
  const rows = visibleRows(person, 'A05', on).filter((row) => isKind(row, wanted));
  const codeOf = (row: Row): string | null => stringOf(row['levelOrRankCode']);
  const newest = rows.findLast((row) => isHeld('A05', row, on) && codeOf(row) !== null);
  const code = newest ? codeOf(newest) : null;
  if (code === null) return null;
  return {
    code,
    ...timeAt(
      'A05',
      rows.filter((row) => codeOf(row) === code),
      on,
    ),
  };
}

function fromPosts(person: Person, on: When): Standing | null {
  const isAttached = (row: Row): boolean =>
    [row['changeReason'], row['postTitle']].some((text) => stringOf(text)?.includes('挂职') === true);
  const rows = visibleRows(person, 'A02', on).filter(
    (row) => stringOf(row['positionLevelCode']) !== null && !isAttached(row),
  );
  const order = codeList('ZB09').codes;
  const placeOf = (row: Row): number => {
    const place = order.indexOf(stringOf(row['positionLevelCode']) ?? '');
    return place < 0 ? Infinity : place;
  };
  const held = rows.filter((row) => isHeld('A02', row, on));
  if (held.length === 0) return null;
  const top = Math.min(...held.map(placeOf));
  const code = stringOf(held.findLast((row) => placeOf(row) === top)?.['positionLevelCode']) ?? '';
  const atLevel = (row: Row): boolean => row['positionLevelCode'] === code;
  const declared = held
    .filter(atLevel)
    .flatMap((row) => whenOf(row['positionLevelSince']) ?? [])
    .at(-1);
  const { since, months } = timeAt('A02', rows.filter(atLevel), on);
  if (!declared) return { code, since, months };
  return { code, since: textOf(declared), months: Math.max(months ?? 0, monthsBetween(declared, on)) };
}

function fromRegister(person: Person, on: When, wanted: 'level' | 'rank'): Standing | null {
  const row = a01(person);
  const code = stringOf(row[wanted === 'level' ? 'positionLevelCode' : 'rankCode']);
  const since = whenOf(row[wanted === 'level' ? 'positionLevelSince' : 'rankSince']);
  if (code === null || isCurrent(person, on) !== '1' || (since && first(since) > first(on))) return null;
  const isOne =
    (set: string) =>
    (each: Row): boolean =>
      set === 'A05'
        ? isKind(each, wanted)
        : wanted === 'level' && stringOf(each['positionLevelCode']) !== null;
  const sets = ['A05', 'A02'];
  if (!since) {
    if (sets.some((set) => storedRows(person, set).some(isOne(set)))) return null;
    return { code, since: null, months: null };
  }
  const dates = sets.flatMap((set) =>
    visibleRows(person, set, on)
      .filter(isOne(set))
      .flatMap((each) => {
        const [from, to] = set === 'A05' ? ['approvedOn', 'endedOn'] : ['appointedOn', 'removedOn'];
        const end = whenOf(each[to ?? '']);
        return [whenOf(each[from ?? '']), end && first(end) <= first(on) ? end : null];
      }),
  );
  if (dates.some((date) => date && written(date) > written(since))) return null;
  return { code, since: textOf(since), months: monthsBetween(since, on) };
}
