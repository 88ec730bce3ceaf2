import { textOf, type RecordRow } from '#platform/model';
import {
  endsUnit,
  eventCodes,
  firstDay,
  hasHappened,
  type Transition,
  type UnitEvent,
} from './unit-events.ts';

/** Is the unit there on the day? */
export type UnitLife = 'living' | 'not-founded' | 'abolished';

/** What a unit is on one day. */
export interface UnitState {
  readonly name: string;
  /** ZB03; null where it is not known. */
  readonly level: string | null;
  /** The unit above; null at the top. */
  readonly parent: string | null;
  readonly life: UnitLife;
}

/** What B01 says of a unit: its state of today. */
export type UnitNow = Omit<UnitState, 'life'>;

export function unitNow(row: RecordRow | undefined): UnitNow {
  return {
    name: textOf(row, 'name'),
    level: textOf(row, 'levelCode') || null,
    parent: textOf(row, 'parentOrgCode') || null,
  };
}

/**
 * The state of a unit on a day: that of today with the events after that day taken back, the last one first. Before it
 * was founded and after its end a unit has the state nearest to the day.
 *
 * @param events in the order in which they happened
 * @param day `YYYY-MM-DD`; a month stands for its first day
 */
export function unitStateOn(now: UnitNow, events: readonly UnitEvent[], day: string): UnitState {
  let { name, level, parent } = now;
  for (const event of events.toReversed()) {
    if (hasHappened(event, day)) break;
    // Before a unit is founded it is nothing else than at its founding.
    if (event.code === eventCodes.founded) continue;
    // A name is never nothing: where the one before is not written, it is not known to have been another.
    name = event.name.before ?? name;
    if (changes(event.level)) level = event.level.before;
    if (changes(event.parent)) parent = event.parent.before;
  }
  return { name, level, parent, life: unitLifeOn(events, day) };
}

/** Is the unit founded and not ended on the day? A unit without such events has always been there. */
export function unitLifeOn(events: readonly UnitEvent[], day: string): UnitLife {
  const turns = events.filter((event) => event.code === eventCodes.founded || endsUnit(event));
  const last = turns.findLast((event) => hasHappened(event, day));
  if (last) return endsUnit(last) ? 'abolished' : 'living';
  return turns[0]?.code === eventCodes.founded ? 'not-founded' : 'living';
}

/** The event with which the unit ended, if it is at its end on the day. */
export function unitEndOn(events: readonly UnitEvent[], day: string): UnitEvent | null {
  if (unitLifeOn(events, day) !== 'abolished') return null;
  return events.findLast((event) => endsUnit(event) && hasHappened(event, day)) ?? null;
}

/** A name of a unit, and when it bore it: from the day (null: always) until before the day (null: still). */
export interface NameSpan {
  readonly name: string;
  readonly from: string | null;
  readonly until: string | null;
}

/** All names that a unit has had, the oldest first; the last one is that of today or of its end. */
export function nameSpans(now: UnitNow, events: readonly UnitEvent[]): NameSpan[] {
  const named = events.filter((event) => event.name.before !== null && event.code !== eventCodes.founded);
  const founded = events.find((event) => event.code === eventCodes.founded);
  const ended = events.findLast((event) => endsUnit(event));
  const spans: NameSpan[] = [];
  let from = founded?.on ?? null;
  for (const [place, { name, on }] of named.entries()) {
    const after = name.after ?? named[place + 1]?.name.before ?? now.name;
    if (name.before === null || name.before === after) continue;
    spans.push({ name: name.before, from, until: on });
    from = on;
  }
  const until = ended && (from === null || firstDay(ended.on) >= firstDay(from)) ? ended.on : null;
  return [...spans, { name: now.name, from, until }];
}

/** The names that a unit no longer bears, each once, the newest first. Also those that only an event's end tells. */
export function formerNames(now: UnitNow, events: readonly UnitEvent[]): string[] {
  const told = events.flatMap(({ name }) => [name.before, name.after]);
  const names = new Set(told.toReversed().filter((name): name is string => name !== null && name !== ''));
  names.delete(now.name);
  return [...names];
}

function changes({ before, after }: Transition): boolean {
  return before !== after;
}
