import { textOf, type RecordRow } from '#platform/model';

/** 变动类型 of UH01. */
export const eventCodes = {
  founded: '1',
  renamed: '2',
  regraded: '3',
  moved: '4',
  merged: '5',
  abolished: '6',
} as const;

/** A value before and after an event; both null where the event says nothing about it. */
export interface Transition {
  readonly before: string | null;
  readonly after: string | null;
}

/** A row of UH01, read. */
export interface UnitEvent {
  /** The row's id. */
  readonly id: string;
  /** As written: `2019`, `2019-03` or `2019-03-15`. */
  readonly on: string;
  readonly code: string;
  readonly name: Transition;
  readonly level: Transition;
  readonly parent: Transition;
  readonly successor: string | null;
}

/** The events of a unit in the order in which they happened; on one day the stored order counts. */
export function unitEvents(rows: readonly RecordRow[]): UnitEvent[] {
  return rows
    .map((row) => ({
      id: row.id,
      on: textOf(row, 'changedOn'),
      code: textOf(row, 'changeCode'),
      name: transition(row, 'nameBefore', 'nameAfter'),
      level: transition(row, 'levelBefore', 'levelAfter'),
      parent: transition(row, 'parentBefore', 'parentAfter'),
      successor: textOf(row, 'successor') || null,
    }))
    .filter((event) => event.on !== '')
    .toSorted((a, b) => compare(firstDay(a.on), firstDay(b.on)));
}

/** The day on which a date known to the year or the month begins. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Has it happened by this day? A month counts from its first day on. */
export function hasHappened(event: Pick<UnitEvent, 'on'>, day: string): boolean {
  return firstDay(event.on) <= firstDay(day);
}

/** Does the unit end with it? A merger without a successor is that of the unit into which others were merged: it goes on. */
export function endsUnit(event: Pick<UnitEvent, 'code' | 'successor'>): boolean {
  return (
    event.code === eventCodes.abolished || (event.code === eventCodes.merged && event.successor !== null)
  );
}

function transition(row: RecordRow, before: string, after: string): Transition {
  return { before: textOf(row, before) || null, after: textOf(row, after) || null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
