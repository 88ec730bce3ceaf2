import { dateText, monthsBetween, type DateKey } from '#engine';
import { printDate, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import {
  buckets,
  isSlotThere,
  placeBuckets,
  vacanciesOf,
  type CountedSpan,
  type LeadingBucket,
  type readVacancies,
  type Slot,
  type Vacancy,
  type VacancyRow,
} from '#modules/quotas';
import { exitReader, nameReader } from './names.ts';
import { linesOf } from './quota-list.ts';
import type { QuotaSight } from './quota-office.ts';
import { holdersInUnits } from './team-posts.ts';
import { headOf, labelOf, outOfReach, unitNameOf } from './told.ts';

const listed: readonly LeadingBucket[] = ['principal', 'deputy', 'member', 'internalHead', 'internalDeputy'];

/** 空缺岗位清单: a row for each vacant place, in the order of the tree. */
export function vacancyList(
  store: Store,
  sight: QuotaSight,
  unit: string | undefined,
): OperationOutput<typeof readVacancies> {
  const { places, book, day } = sight;
  const lines = linesOf(sight, unit).filter(({ bucket, vacancy }) => vacancy > 0 && bucket !== 'internal');
  const wanted = new Set<number>();
  const width = placeBuckets.length;
  for (const { place, bucket } of lines) {
    const at = listed.indexOf(bucket as LeadingBucket);
    if (at >= 0) wanted.add(place * width + at);
  }
  const numbers = new Map(book.units.map(({ id }, place) => [places.units.of(id), place]));
  const spans = new Map<number, CountedSpan[]>();
  const isWanted = (number: number, bucket: number) => {
    const place = numbers.get(number);
    return place !== undefined && wanted.has(place * width + bucket);
  };
  for (const found of places.all(isWanted)) {
    if (!found.isCounted) continue;
    const cell = (numbers.get(found.unit) ?? 0) * width + found.bucket;
    spans.set(cell, [...(spans.get(cell) ?? []), found]);
  }
  const tell = rowTeller(store, sight);
  const holders = holdersInUnits(
    sight,
    lines.flatMap(({ place }) =>
      (book.units[place]?.slots.length ?? 0) > 0 ? (book.units[place]?.id ?? []) : [],
    ),
  );
  const rows = lines.flatMap(({ place, bucket, approved }): VacancyRow[] => {
    const at = listed.indexOf(bucket as LeadingBucket);
    if (at < 0 || approved === null) return [];
    const own = spans.get(place * width + at) ?? [];
    const vacant = vacanciesOf(own, approved, day);
    const slots = vacantSlots(sight, place, listed[at] ?? 'principal', holders);
    return vacant.map((each, index) => tell(place, listed[at] ?? 'principal', each, slots[index]));
  });
  return { ...headOf(sight), rows };
}

/** The titles of the slots of a bucket that have fewer holders than places, one for each place that is vacant. */
function vacantSlots(
  sight: QuotaSight,
  place: number,
  bucket: LeadingBucket,
  holders: ReturnType<typeof holdersInUnits>,
): string[] {
  const { book, day } = sight;
  const unit = book.units[place];
  if (!unit || unit.slots.length === 0) return [];
  const slots = unit.slots.filter(
    (slot) => isSlotThere(slot, day) && slot.isCounted && bucketFor(slot) === bucket,
  );
  return slots.flatMap((slot) => {
    const held = (holders.get(unit.id) ?? []).filter(({ held: posts }) =>
      posts.some((post) => post.slot === slot.id && !post.isAttached),
    );
    return Array.from({ length: Math.max(0, slot.places - held.length) }, () => slot.title);
  });
}

function bucketFor({ role }: Slot): LeadingBucket | null {
  return role === '1' ? 'principal' : role === '3' ? 'deputy' : role === 'Z' ? 'member' : null;
}

function rowTeller(store: Store, sight: QuotaSight) {
  const { day, book } = sight;
  const reader = nameReader(sight);
  const exitOf = exitReader(sight);
  return (
    place: number,
    bucket: LeadingBucket,
    { since, last }: Vacancy,
    slot: string | undefined,
  ): VacancyRow => {
    const known = last !== null && sight.seesPerson(last);
    return {
      unit: book.units[place]?.id ?? '',
      unitName: unitNameOf(sight, place),
      bucket,
      post: slot ?? buckets[bucket].label,
      since: since === null ? null : printDate(dateText(since)),
      months: since === null ? null : monthsBetween(since, day),
      last: last === null ? '' : known ? reader.nameOf(last) : outOfReach,
      reason: last === null || since === null ? '' : reasonOf(last, since),
    };
  };

  /** 退休, 调出 … where the person left for good then, else that the post was changed. */
  function reasonOf(person: number, since: DateKey): string {
    const { leftOn } = reader.careerOf(person);
    if (leftOn !== since) return '职务变动';
    return labelOf(store, 'ZB78', exitOf(person).method) || '退出';
  }
}
