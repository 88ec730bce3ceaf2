import { dateKey, dateText, type DateKey } from '#engine';
import { textOf, type RecordRow, type SubjectSets } from '#platform/model';
import {
  firstDay,
  unitEvents,
  unitLifeOn,
  unitNow,
  unitStateOn,
  type UnitEvent,
  type UnitLife,
  type UnitNow,
} from '#modules/organization';
import { dateOf, isRole, numberOf } from './career-from-records.ts';
import { always, type Role } from './career.ts';
import { unitKind, type SlotRule, type UnitKind } from './units.ts';

/** A row of 核定职数 (QT01) or 核定编制 (HC01): a number with its document and validity. */
export interface ApprovedRow {
  readonly id: string;
  /** Of QT01-BUCKET or ZB135. */
  readonly code: string;
  readonly approved: number;
  readonly documentNo: string;
  readonly approvedOn: string;
  readonly validFrom: DateKey | null;
  readonly validTo: DateKey | null;
}

/** A post of a unit (PS01). */
export interface Slot extends SlotRule {
  readonly id: string;
  readonly title: string;
  /** How many people may fill it at a time. */
  readonly places: number;
  readonly lowestLevel: string | null;
  readonly highestLevel: string | null;
  readonly order: number | null;
  readonly sensitive: string | null;
  readonly establishedOn: DateKey | null;
  readonly abolishedOn: DateKey | null;
}

/** From this day on, until the next turn, a unit is this. */
interface LifeTurn {
  readonly from: DateKey;
  readonly life: UnitLife;
}

/** What a unit's records say of its posts and numbers. */
export interface UnitQuota {
  readonly id: string;
  readonly name: string;
  /** The place of the unit above in the list of units; -1 at the top. */
  readonly parent: number;
  readonly depth: number;
  readonly kind: UnitKind;
  /** 机构级别 (ZB03) */
  readonly level: string | null;
  /** Numbers of B01, by code of QT01-BUCKET. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly rows: readonly ApprovedRow[];
  /** Headcount of B01, by code of ZB135. */
  readonly staff: Readonly<Record<string, number>>;
  readonly staffRows: readonly ApprovedRow[];
  readonly slots: readonly Slot[];
  /** What happened to it (UH01), and what it is today. */
  readonly events: readonly UnitEvent[];
  readonly now: UnitNow;
  /** Whether it is there, from the beginning on; none of a unit to which nothing happened. */
  readonly turns: readonly LifeTurn[];
}

/** The name of a unit on a day. */
export function nameOn({ name, now, events }: UnitQuota, day: DateKey): string {
  return events.length === 0 ? name : unitStateOn(now, events, dateText(day)).name;
}

/** 机构级别 (ZB03) of a unit on a day. */
export function gradeOn({ level, now, events }: UnitQuota, day: DateKey): string | null {
  return events.length === 0 ? level : unitStateOn(now, events, dateText(day)).level;
}

/** Is the unit founded, and has it ended? Asked of every unit for every number, so the days are found out before. */
export function lifeOn({ turns }: UnitQuota, day: DateKey): UnitLife {
  return turns.findLast(({ from }) => from <= day)?.life ?? 'living';
}

/** Is the unit founded and not ended on the day? */
export function isThere(unit: UnitQuota, day: DateKey): boolean {
  return lifeOn(unit, day) === 'living';
}

const beforeAll = '0001-01-01';

/** Sets of a unit that quotas are read from. */
export const unitQuotaSets: readonly string[] = ['B01', 'UH01', 'PS01', 'QT01', 'HC01'];

const quotaFields: Readonly<Record<string, string>> = {
  '11': 'chiefLeaderQuota',
  '12': 'deputyLeaderQuota',
  '2': 'internalLeaderQuota',
  '21': 'internalChiefQuota',
  '22': 'internalDeputyQuota',
};

/** 编制类型 (ZB135) and the fields of B01 that have the numbers. */
const staffFields: Readonly<Record<string, string>> = {
  '1': 'adminStaffing',
  '2': 'institutionStaffingReferenced',
  '3': 'institutionStaffingOther',
  '4': 'supportStaffing',
  '9': 'otherStaffing',
};

export interface UnitHead {
  readonly id: string;
  readonly name: string;
  readonly parent: number;
  readonly depth: number;
  readonly kindCode: string | null;
}

export function unitQuota({ kindCode, ...head }: UnitHead, sets: SubjectSets): UnitQuota {
  const b01 = sets['B01']?.[0];
  const events = unitEvents(sets['UH01'] ?? []);
  return {
    ...head,
    kind: unitKind(kindCode),
    level: textOf(b01, 'levelCode') || null,
    numbers: numbersOf(b01, quotaFields),
    rows: approvedRows(sets['QT01'], 'bucketCode'),
    staff: numbersOf(b01, staffFields),
    staffRows: approvedRows(sets['HC01'], 'staffingTypeCode'),
    slots: (sets['PS01'] ?? []).map(slotOf),
    events,
    now: unitNow(b01),
    turns: lifeTurns(events),
  };
}

function lifeTurns(events: readonly UnitEvent[]): LifeTurn[] {
  const [first] = events;
  if (!first) return [];
  const days = [...new Set(events.map(({ on }) => firstDay(on)))];
  const turns = days.map((day) => ({ from: dateKey(day) ?? always, life: unitLifeOn(events, day) }));
  return [{ from: always, life: unitLifeOn(events, beforeAll) }, ...turns];
}

function numbersOf(
  row: RecordRow | undefined,
  fields: Readonly<Record<string, string>>,
): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [code, key] of Object.entries(fields)) {
    // Two of the fields are texts in the exchange format.
    const text = textOf(row, key).trim();
    if (/^\d{1,6}$/.test(text)) found[code] = Number(text);
  }
  return found;
}

function approvedRows(rows: readonly RecordRow[] = [], code: string): ApprovedRow[] {
  return rows.map((row) => ({
    id: row.id,
    code: textOf(row, code),
    approved: numberOf(row, 'approved') ?? 0,
    documentNo: textOf(row, 'documentNo'),
    approvedOn: textOf(row, 'approvedOn'),
    validFrom: dateOf(row, 'validFrom'),
    validTo: dateOf(row, 'validTo'),
  }));
}

function slotOf(row: RecordRow): Slot {
  const role = textOf(row, 'roleCode');
  return {
    id: row.id,
    title: textOf(row, 'title'),
    role: isRole(role) ? (role satisfies Role) : null,
    places: Math.max(1, numberOf(row, 'places') ?? 1),
    lowestLevel: textOf(row, 'lowestLevel') || null,
    highestLevel: textOf(row, 'highestLevel') || null,
    isCounted: textOf(row, 'isCounted') !== '0',
    order: numberOf(row, 'order'),
    sensitive: textOf(row, 'sensitiveCode') || null,
    establishedOn: dateOf(row, 'establishedOn'),
    abolishedOn: dateOf(row, 'abolishedOn'),
  };
}
