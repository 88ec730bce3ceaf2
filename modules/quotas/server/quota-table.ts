import type { OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import { lifeOn, type readQuotaNames, type readQuotaTable, type TableBucket } from '#modules/quotas';
import { linesOf, namesOf, rangeOf } from './quota-list.ts';
import type { QuotaSight } from './quota-office.ts';
import { headOf, lineOf, quotaName, unitOf } from './told.ts';

/** The table of a unit and those below: units with lines, and those above them as far as they are in the range. */
export function quotaTable(
  store: Store,
  sight: QuotaSight,
  unit: string | undefined,
): OperationOutput<typeof readQuotaTable> {
  const lines = linesOf(sight, unit);
  const shown = new Set<number>();
  const { from, to } = rangeOf(sight, unit);
  for (const { place } of lines) {
    for (let at = place; at >= from && !shown.has(at); at = sight.book.units[at]?.parent ?? -1) shown.add(at);
  }
  const units = [];
  for (let place = from; place < to; place += 1) {
    const own = sight.book.units[place];
    if (own && shown.has(place) && sight.seesUnit(own.id)) units.push(unitOf(store, sight, place));
  }
  return { ...headOf(sight), units, lines: lines.map((line) => lineOf(sight, line)) };
}

/** Everybody behind one line. */
export function quotaNames(
  store: Store,
  sight: QuotaSight,
  asked: { readonly unit: string; readonly bucket: TableBucket },
): OperationOutput<typeof readQuotaNames> {
  rangeOf(sight, asked.unit);
  const place = sight.book.placeOf(asked.unit);
  const line = linesOf(sight, asked.unit).find(
    (each) => each.place === place && each.bucket === asked.bucket,
  );
  const names = line ? (namesOf(sight, [line]).get(line) ?? []) : [];
  return {
    ...headOf(sight),
    line: line ? lineOf(sight, line) : null,
    names: names.map((named) => quotaName(store, sight, named)),
  };
}

/** Legal units of the range that are there on the day, or were before, and that the actor sees. */
export function legalPlaces(sight: QuotaSight, unit: string | undefined): number[] {
  const { from, to } = rangeOf(sight, unit);
  const places = [];
  for (let place = from; place < to; place += 1) {
    const own = sight.book.units[place];
    if (own?.kind === '1' && sight.seesUnit(own.id) && lifeOn(own, sight.day) !== 'not-founded')
      places.push(place);
  }
  return places;
}
