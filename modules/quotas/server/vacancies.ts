import { dateText, monthsBetween, type DateKey } from '#engine';
import { printDate, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import {
  asRecorded,
  buckets,
  placeBuckets,
  recordedDates,
  vacanciesOf,
  type CountedSpan,
  type LeadingBucket,
  type readVacancies,
  type Vacancy,
  type VacancyRow,
} from '#modules/quotas';
import { exitReader, nameReader } from './names.ts';
import { postVacancies } from './post-vacancies.ts';
import { linesOf } from './quota-list.ts';
import type { QuotaSight } from './quota-office.ts';
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
    const known = spans.get(cell);
    if (known) known.push(found);
    else spans.set(cell, [found]);
  }
  const tell = rowTeller(store, sight);
  const named = postVacancies(
    sight,
    lines.flatMap(({ place, bucket }) => {
      const kind = listed.find((each) => each === bucket);
      return kind === undefined ? [] : [{ place, bucket: kind }];
    }),
  );
  const rows = lines.flatMap(({ place, bucket, approved }): VacancyRow[] => {
    const at = listed.indexOf(bucket as LeadingBucket);
    const kind = listed[at];
    if (kind === undefined || approved === null) return [];
    const vacant = vacanciesOf(spans.get(place * width + at) ?? [], approved, day);
    const known = named(place, kind);
    return vacant.map((each, index) => tell(place, kind, known[index] ?? each, known[index]?.title));
  });
  return { ...headOf(sight), rows };
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
      since: since === null ? null : printDate(dateText(last === null ? since : leftIn(last, since))),
      months: since === null ? null : monthsBetween(since, day),
      last: last === null ? '' : known ? reader.nameOf(last) : outOfReach,
      reason: last === null || since === null ? '' : reasonOf(last, since),
    };
  };

  /** When somebody left, as exact as their records know it. */
  function leftIn(person: number, since: DateKey): DateKey {
    const left = exitOf(person).on;
    const dates = recordedDates(reader.careerOf(person));
    return asRecorded(since, left === null ? dates : [...dates, left]);
  }

  /** 退休, 调出 … where the person left for good then, else that the post was changed. */
  function reasonOf(person: number, since: DateKey): string {
    const { leftOn } = reader.careerOf(person);
    if (leftOn !== since) return '职务变动';
    return labelOf(store, 'ZB78', exitOf(person).method) || '退出';
  }
}
