import type { DateKey } from '#engine';
import {
  lifeOn,
  placeBuckets,
  placesOn,
  reasonText,
  type Bucket,
  type Career,
  type PlaceOn,
} from '#modules/quotas';
import { careerReader } from './career-reader.ts';
import { dateView, textView } from './column-views.ts';
import type { FoundPlace } from './place-store.ts';
import type { QuotaSight } from './quota-office.ts';

/** A person in a place, with why it counts or not. */
export interface NamedPlace {
  /** The row of the tables. */
  readonly person: number;
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly bucket: Bucket;
  readonly place: PlaceOn;
  readonly reason: string;
  /** Since when the place is filled as it is. */
  readonly since: DateKey;
  readonly career: Career;
}

/** Names places of the day; people outside the actor's reach are named too, it is for the caller to leave them out. */
export function nameReader(sight: QuotaSight) {
  const { engine, careers, tools, places, day } = sight;
  const { dataset } = engine;
  const reader = careerReader(dataset, careers);
  const name = textView(dataset, 'A01.name').text;
  const known = new Map<number, { career: Career; places: readonly PlaceOn[] }>();
  const read = (person: number) => {
    const found = known.get(person);
    if (found) return found;
    const career = reader.read(person, true);
    const own = { career, places: placesOn(career, day, tools) };
    known.set(person, own);
    return own;
  };
  return {
    nameOf: (person: number): string => name(person) ?? '',
    idOf: (person: number): string => dataset.idOf(person),
    careerOf: (person: number): Career => read(person).career,
    named({ person, unit, bucket, from }: FoundPlace): NamedPlace[] {
      const { career, places: own } = read(person);
      const [id, wanted] = [places.units.idOf(unit), placeBuckets[bucket]];
      return own
        .filter((each) => each.unit === id && each.bucket === wanted)
        .map((place) => ({
          person,
          id: dataset.idOf(person),
          name: name(person) ?? '',
          unit: id,
          bucket: place.bucket,
          place,
          reason: reasonIn(sight, place),
          since: from,
          career,
        }));
    },
  };
}

/** Why a place counts or not; a unit that has ended has no number that it could count against. */
export function reasonIn({ book, day }: QuotaSight, place: PlaceOn): string {
  const unit = book.units[book.placeOf(place.unit) ?? -1];
  const isLeft = unit !== undefined && place.rank === null && lifeOn(unit, day) === 'abolished';
  return isLeft && place.reason === null ? '机构已撤销，仍登记为在任' : reasonText(place);
}

/** When somebody left for good, and how. */
export function exitReader({ engine }: QuotaSight) {
  const { dataset } = engine;
  const method = textView(dataset, 'A30.exitMethodCode').text;
  const exited = dateView(dataset, 'A30.exitedOn');
  return (person: number) => ({ on: exited(person), method: method(person) });
}
