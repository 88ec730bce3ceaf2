import { dateKey, lowerBound, monthsBetween } from '#engine';
import { textOf, type RecordRow, type SubjectSets } from '#platform/model';

/**
 * 提拔使用 (documented for the user in docs/guide/后备干部.md). A person is promoted on the first day after the base day on
 * which a 职务层次 begins that is higher than the one held on the base day (between two: held last) and is at least 乡科级副职. Levels are read from
 * 职务层次与职级 (A05), and for people without any level there from the levels of their posts (A02), attachments included.
 * Grades of 事业单位 stand beside the leading levels (七级职员 beside 乡科级正职). A change of rank (职级) is none. Who left the
 * pool for 提拔使用 and has no such level in the records is promoted on the day of leaving.
 */
export interface Promotion {
  /** A day or month, as it is written. */
  readonly on: string;
  /** The code of the level reached; null when only the leaving says so. */
  readonly level: string | null;
}

/** The leading levels, highest first, each with the grade of 事业单位 beside it. */
const steps: readonly (readonly string[])[] = [
  ['1A01'],
  ['1A02'],
  ['1A11', '901'],
  ['1A12', '902'],
  ['1A21', '903'],
  ['1A22', '904'],
  ['1A31', '905'],
  ['1A32', '906'],
  ['1A41', '907'],
  ['1A42', '908'],
];
const stepOf = new Map(steps.flatMap((codes, step) => codes.map((code) => [code, step] as const)));
/** Below every leading level. */
const below = steps.length;

interface Held {
  readonly code: string;
  readonly step: number;
  readonly from: string;
  readonly to: string;
}

/** Levels that somebody has held, with the words of their dates. */
function levelsHeld(sets: SubjectSets): Held[] {
  const history = heldIn(sets['A05'] ?? [], 'levelOrRankCode', 'approvedOn', 'endedOn');
  return history.length > 0
    ? history
    : heldIn(sets['A02'] ?? [], 'positionLevelCode', 'appointedOn', 'removedOn');
}

function heldIn(rows: readonly RecordRow[], code: string, from: string, to: string): Held[] {
  return rows.flatMap((row) => {
    const step = stepOf.get(textOf(row, code));
    if (step === undefined || textOf(row, from) === '') return [];
    return [{ code: textOf(row, code), step, from: textOf(row, from), to: textOf(row, to) }];
  });
}

/**
 * All promotions after `base` up to `until` (both YYYY-MM-DD), in time, each against the highest level reached before it: to
 * come back to a level that one had already is none. Of levels that begin on one day the highest counts.
 */
export function promotionsOf(sets: SubjectSets, base: string, until: string): Promotion[] {
  const held = levelsHeld(sets);
  const [start, end] = [startOf(base), startOf(until)];
  let reached = stepOn(held, start);
  const begun = held
    .filter(({ from }) => startOf(from) > start && startOf(from) <= end)
    .toSorted((left, right) => startOf(left.from) - startOf(right.from) || left.step - right.step);
  return begun.flatMap(({ code, step, from }) => {
    if (step >= reached) return [];
    reached = step;
    return [{ on: from, level: code }];
  });
}

/** The highest step held on a day. Between two levels the one that ended last is held on to: the same again is no promotion. */
function stepOn(held: readonly Held[], day: number): number {
  const begun = held.filter(({ from }) => startOf(from) <= day);
  const now = begun.filter(({ to }) => to === '' || startOf(to) > day);
  const lastEnd = Math.max(...begun.map(({ to }) => startOf(to)));
  const before = now.length > 0 ? now : begun.filter(({ to }) => startOf(to) === lastEnd);
  return Math.min(below, ...before.map(({ step }) => step));
}

/** What became of one membership. */
export interface Outcome {
  readonly person: string;
  readonly batch: string;
  readonly enteredOn: string;
  readonly exitedOn: string;
  readonly exitReasonCode: string;
  /** The first of them, by which somebody was promoted from the pool. */
  readonly promotion: Promotion | null;
  /** All of them, in time. */
  readonly promotions: readonly Promotion[];
  /** Full months from the entry to the promotion (使用时间). */
  readonly months: number | null;
}

/**
 * What became of a membership up to a day. Without `base` promotions count from the entry on while the membership lasts;
 * with it, from that day on, whether the membership lasts or not.
 */
export function outcomeOf(
  person: string,
  row: RecordRow,
  sets: SubjectSets,
  until: string,
  base?: string,
): Outcome {
  const entered = textOf(row, 'enteredOn');
  const exited = textOf(row, 'exitedOn');
  const last = base === undefined && exited !== '' && startOf(exited) < startOf(until) ? exited : until;
  const found = promotionsOf(sets, base ?? entered, last);
  const leftForIt =
    textOf(row, 'exitReasonCode') === '1' &&
    exited !== '' &&
    startOf(exited) <= startOf(until) &&
    (base === undefined || startOf(exited) > startOf(base));
  const promotions = found.length === 0 && leftForIt ? [{ on: exited, level: null }] : found;
  const promotion = promotions[0] ?? null;
  return {
    person,
    batch: textOf(row, 'batch'),
    enteredOn: entered,
    exitedOn: exited,
    exitReasonCode: textOf(row, 'exitReasonCode'),
    promotion,
    promotions,
    months: promotion === null ? null : monthsInPool(entered, promotion.on),
  };
}

/** Full months from the entry to a promotion (在库时间); null when one of the dates is none. */
export function monthsInPool(entered: string, promoted: string): number | null {
  const [from, to] = [dateKey(entered), dateKey(promoted)];
  return from === null || to === null ? null : Math.max(0, monthsBetween(lowerBound(from), lowerBound(to)));
}

function startOf(date: string): number {
  const key = dateKey(date);
  return key === null ? 0 : lowerBound(key);
}
