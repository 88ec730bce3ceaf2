import { isVisible, type DateKey } from '#engine';
import { buckets, type TableBucket } from './buckets.ts';
import { isThere, type ApprovedRow, type Slot, type UnitQuota } from './unit-quota.ts';

/** An approved number with where it is from: a document, or the unit's own record. */
export interface Approved {
  readonly approved: number;
  readonly row: ApprovedRow | null;
}

/**
 * What is approved for a bucket of a unit on a day: the row of 核定职数 valid then, else the number of B01; null when nobody
 * knows, and for a unit that is not there: numbers end with it, whatever their papers say.
 */
export function approvedOn(unit: UnitQuota, bucket: TableBucket, day: DateKey): Approved | null {
  return numberOn(unit, unit.rows, unit.numbers, buckets[bucket].code, day);
}

/** Approved headcount (编制) of a kind of ZB135. */
export function staffOn(unit: UnitQuota, kind: string, day: DateKey): Approved | null {
  return numberOn(unit, unit.staffRows, unit.staff, kind, day);
}

function numberOn(
  unit: UnitQuota,
  rows: readonly ApprovedRow[],
  numbers: Readonly<Record<string, number>>,
  code: string,
  day: DateKey,
): Approved | null {
  if (!isThere(unit, day)) return null;
  const row = validRow(rows, code, day);
  if (row) return { approved: row.approved, row };
  const approved = numbers[code];
  return approved === undefined ? null : { approved, row: null };
}

/** Of the rows that are valid on the day, the one valid since last. */
export function validRow(rows: readonly ApprovedRow[], code: string, day: DateKey): ApprovedRow | null {
  let found: ApprovedRow | null = null;
  for (const row of rows) {
    if (row.code !== code || !isVisible({}, row.validFrom, row.validTo, day)) continue;
    if (found === null || (row.validFrom ?? 0) > (found.validFrom ?? 0)) found = row;
  }
  return found;
}

/** Are the heads and deputies of internal offices approved together, by one number alone? */
export function isInternalTogether(unit: UnitQuota, day: DateKey): boolean {
  return (
    approvedOn(unit, 'internal', day) !== null &&
    approvedOn(unit, 'internalHead', day) === null &&
    approvedOn(unit, 'internalDeputy', day) === null
  );
}

export function isSlotThere(slot: Slot, day: DateKey): boolean {
  return isVisible({}, slot.establishedOn, slot.abolishedOn, day);
}
