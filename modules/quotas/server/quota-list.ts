import { bucketsOf, isRankGroup, placeBuckets, quotaLines, rankPools, type QuotaLine } from '#modules/quotas';
import { errors } from '#platform/model';
import { nameReader, type NamedPlace } from './names.ts';
import type { FoundPlace } from './place-store.ts';
import type { QuotaSight } from './quota-office.ts';

/** The lines of a day that the actor may see, of all units or of one and those below. */
export function linesOf(sight: QuotaSight, unit?: string): QuotaLine[] {
  const { book, day, tools } = sight;
  const range = rangeOf(sight, unit);
  return quotaLines(book.units, day, sight.tally(), tools.rules).filter(
    ({ place }) => place >= range.from && place < range.to && sight.seesUnit(book.units[place]?.id ?? ''),
  );
}

/** Places in the tree of a unit and those below; of all units without one. */
export function rangeOf(sight: QuotaSight, unit?: string): { from: number; to: number } {
  const { book } = sight;
  if (unit === undefined) return { from: 0, to: book.units.length };
  const place = book.placeOf(unit);
  if (place === undefined || !sight.seesUnit(unit)) throw errors.notFound('这个机构');
  return { from: place, to: book.endOf(place) };
}

/** The places behind lines, by line; nobody is named. */
export function placesOfLines(sight: QuotaSight, lines: readonly QuotaLine[]): Map<QuotaLine, FoundPlace[]> {
  const { book, places, day } = sight;
  const width = placeBuckets.length;
  const pools = rankPools(book.units, day);
  const wanted = new Map<number, QuotaLine>();
  const poolLines = new Map<string, QuotaLine>();
  for (const line of lines) {
    for (const bucket of bucketsOf(line.bucket)) {
      if (isRankGroup(bucket)) poolLines.set(`${line.place} ${bucket}`, line);
      else wanted.set(line.place * width + placeBuckets.indexOf(bucket), line);
    }
  }
  const lineOf = (unit: number, bucket: number): QuotaLine | undefined => {
    const place = book.placeOf(places.units.idOf(unit));
    if (place === undefined) return undefined;
    const name = placeBuckets[bucket];
    if (name === undefined || !isRankGroup(name)) return wanted.get(place * width + bucket);
    return poolLines.get(`${pools[place] ?? place} ${name}`);
  };
  const found = new Map<QuotaLine, FoundPlace[]>(lines.map((line) => [line, []]));
  const cells = new Map<number, QuotaLine | undefined>();
  const cached = (unit: number, bucket: number): QuotaLine | undefined => {
    const cell = unit * width + bucket;
    if (!cells.has(cell)) cells.set(cell, lineOf(unit, bucket));
    return cells.get(cell);
  };
  for (const place of places.find(day, (unit, bucket) => cached(unit, bucket) !== undefined)) {
    const line = cached(place.unit, place.bucket);
    if (line) found.get(line)?.push(place);
  }
  return found;
}

/** Who stands behind lines, by line. */
export function namesOf(sight: QuotaSight, lines: readonly QuotaLine[]): Map<QuotaLine, NamedPlace[]> {
  const reader = nameReader(sight);
  const named = new Map<QuotaLine, NamedPlace[]>();
  for (const [line, places] of placesOfLines(sight, lines)) {
    const names = places.flatMap((place) => reader.named(place));
    named.set(line, (line.bucket === 'internal' ? onceEach(names) : names).toSorted(inOrder));
  }
  return named;
}

/** The counted ones first, then as they stand in the team, then as they came. */
export function inOrder(a: NamedPlace, b: NamedPlace): number {
  return (
    Number(a.place.reason !== null) - Number(b.place.reason !== null) ||
    (a.place.post?.teamOrder ?? 9_999) - (b.place.post?.teamOrder ?? 9_999) ||
    a.since - b.since ||
    (a.id < b.id ? -1 : 1)
  );
}

/** A person who counts twice in one line counts once. */
function onceEach(names: readonly NamedPlace[]): NamedPlace[] {
  const seen = new Set<number>();
  return names.filter(({ person, place }) => {
    if (place.reason !== null) return true;
    if (seen.has(person)) return false;
    seen.add(person);
    return true;
  });
}
