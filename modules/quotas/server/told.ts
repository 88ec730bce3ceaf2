import { dateText, type DateKey } from '#engine';
import { printDate } from '#platform/model';
import {
  asRecorded,
  gradeOn,
  lifeOn,
  nameOn,
  recordedDates,
  type QuotaLine,
  type QuotaName,
  type QuotaUnit,
  type ToldLine,
} from '#modules/quotas';
import type { Store } from '#platform/server';
import type { NamedPlace } from './names.ts';
import type { QuotaSight } from './quota-office.ts';

/** How people outside the reader's reach are named. */
export const outOfReach = '（管理范围外人员）';

export function headOf({ asOf }: QuotaSight): { asOf: string; generatedAt: string } {
  return { asOf, generatedAt: new Date().toISOString() };
}

/** The label of a code; the code itself where the table does not have it, empty for nothing. */
export function labelOf(store: Store, table: string, code: string | null): string {
  return code === null ? '' : (store.tables.get(table)?.byCode(code)?.label ?? code);
}

export function unitNameOf({ book, day }: QuotaSight, place: number): string {
  const unit = book.units[place];
  return unit ? nameOn(unit, day) : '';
}

export function unitOf(store: Store, { book, day }: QuotaSight, place: number): QuotaUnit {
  const unit = book.units[place];
  if (!unit) throw new Error('the unit is in the book');
  const { id, depth, kind } = unit;
  return {
    id,
    name: nameOn(unit, day),
    depth,
    kindCode: kind,
    level: labelOf(store, 'ZB03', gradeOn(unit, day)),
    isEnded: lifeOn(unit, day) === 'abolished',
  };
}

export function lineOf({ book }: QuotaSight, line: QuotaLine): ToldLine {
  const { place, bucket, approved, row, limit, filled, vacancy, excess, notCounted } = line;
  const unit = book.units[place]?.id ?? '';
  return {
    unit,
    bucket,
    approved,
    documentNo: row?.documentNo ?? '',
    limit,
    filled,
    vacancy,
    excess,
    notCounted,
  };
}

/** A day as people read it; empty for the beginning of all days. */
export function dayText(day: DateKey | null): string {
  return day === null || day === 0 ? '' : printDate(dateText(day));
}

/** A person behind a number as the reader may see them. */
export function quotaName(store: Store, sight: QuotaSight, named: NamedPlace): QuotaName {
  const { person, id, name, place, reason, since } = named;
  const unitPlace = sight.book.placeOf(named.unit);
  const known = sight.seesPerson(person);
  return {
    id: known ? id : null,
    name: known ? name : outOfReach,
    counted: place.reason === null,
    reason: known ? reason : '',
    title: known ? titleOf(store, named) : '',
    since: dayText(asRecorded(since, recordedDates(named.career))),
    unitName: unitPlace === undefined ? '' : unitNameOf(sight, unitPlace),
    isConcurrent: place.isConcurrent,
  };
}

function titleOf(store: Store, { place }: NamedPlace): string {
  if (place.rank !== null) return labelOf(store, 'ZB148', place.rank);
  return place.post === null ? '' : place.post.orgName + place.post.title;
}
