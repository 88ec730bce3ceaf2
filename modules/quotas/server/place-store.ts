import type { DateKey } from '#engine';
import { placeBuckets, type NotCounted, type Place, type Tally } from '#modules/quotas';

/** A place that is filled on a day, in numbers. */
export interface FoundPlace {
  readonly person: number;
  readonly unit: number;
  /** Into `placeBuckets`. */
  readonly bucket: number;
  readonly isCounted: boolean;
  readonly reason: NotCounted | null;
  readonly from: DateKey;
  readonly to: DateKey;
}

/** Unit numbers stay as they are for good: units move in the tree, and the places of a million people stay. */
export class UnitNumbers {
  readonly #ids: string[] = [];
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#ids.length;
  }

  of(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const number = this.#ids.push(id) - 1;
    this.#numbers.set(id, number);
    return number;
  }

  idOf(number: number): string {
    return this.#ids[number] ?? '';
  }
}

/** Why places do not count, as they are kept: 0 counts. */
const reasons: readonly (NotCounted | null)[] = [
  null,
  'attached',
  'elsewhere',
  'exempt',
  'slot',
  'concurrentRank',
  'exMilitary',
  'districtTeam',
];
const reasonBits = 0b0000_1111;
const concurrentBit = 0b0001_0000;
const upperBit = 0b0010_0000;
/** 三级调研员, the upper one of its group. */
const upperRank = '15';

/** What is kept of a place beside where and when. */
export interface PlaceMarks {
  readonly reason: NotCounted | null;
  readonly isConcurrent: boolean;
  readonly isUpperRank: boolean;
}

const firstCapacity = 1 << 12;
/** So many places of nobody are put up with, beside a quarter of all. */
const deadFloor = 10_000;

/** The places of everybody as columns: any day is one pass through them. */
export class PlaceStore {
  readonly units = new UnitNumbers();
  #from = new Int32Array(firstCapacity);
  #to = new Int32Array(firstCapacity);
  #unit = new Int32Array(firstCapacity);
  #person = new Int32Array(firstCapacity);
  #bucket = new Uint8Array(firstCapacity);
  #marks = new Uint8Array(firstCapacity);
  #size = 0;
  #dead = 0;
  /** Of each person, by row: where the places begin, and how many there are. */
  #first = new Int32Array(firstCapacity);
  #count = new Uint16Array(firstCapacity);

  get size(): number {
    return this.#size - this.#dead;
  }

  get bytes(): number {
    return this.#from.length * 18 + this.#first.length * 6;
  }

  /** Replaces the places of a person. */
  put(person: number, places: readonly Place[]): void {
    this.#clear(person);
    if (places.length === 0) return;
    this.#growTo(this.#size + places.length);
    this.#first[person] = this.#size;
    this.#count[person] = places.length;
    for (const place of places) {
      const { unit, bucket, from, to } = place;
      const at = this.#size++;
      this.#from[at] = from;
      this.#to[at] = to;
      this.#unit[at] = this.units.of(unit);
      this.#person[at] = person;
      this.#bucket[at] = placeBuckets.indexOf(bucket);
      this.#marks[at] = marksOf(place);
    }
  }

  /** Closes the gaps when there are many. */
  tidy(): void {
    if (this.#dead < deadFloor || this.#dead < this.#size / 4) return;
    let kept = 0;
    for (let at = 0; at < this.#size; at++) {
      if ((this.#from[at] ?? 0) === (this.#to[at] ?? 0)) continue;
      const person = this.#person[at] ?? 0;
      if (this.#first[person] === at) this.#first[person] = kept;
      for (const column of [this.#from, this.#to, this.#unit, this.#person, this.#bucket, this.#marks])
        column[kept] = column[at] ?? 0;
      kept += 1;
    }
    this.#size = kept;
    this.#dead = 0;
  }

  /** How many places there are on a day; `placeOf` gives the place of a unit number in the tree, -1 without one. */
  tally(day: DateKey, placeOf: Int32Array, places: number): Tally {
    const width = placeBuckets.length;
    const counted = new Int32Array(places * width);
    const others = new Int32Array(places * width);
    const twiceInternal = new Map<number, number>();
    const [head, deputy] = [placeBuckets.indexOf('internalHead'), placeBuckets.indexOf('internalDeputy')];
    const [from, to, unit, bucket, marks] = [this.#from, this.#to, this.#unit, this.#bucket, this.#marks];
    for (let at = 0, size = this.#size; at < size; at++) {
      if ((from[at] as number) > day || day >= (to[at] as number)) continue;
      const place = placeOf[unit[at] as number] as number;
      if (place < 0) continue;
      const own = bucket[at] as number;
      const cell = place * width + own;
      if (((marks[at] as number) & reasonBits) !== 0) {
        others[cell] = (others[cell] as number) + 1;
        continue;
      }
      counted[cell] = (counted[cell] as number) + 1;
      if (own === deputy && this.#fills(at, head, day))
        twiceInternal.set(place, (twiceInternal.get(place) ?? 0) + 1);
    }
    return { counted, others, twiceInternal };
  }

  /** The places on a day for which `wanted` says so. */
  find(day: DateKey, wanted: (unit: number, bucket: number) => boolean): FoundPlace[] {
    const found: FoundPlace[] = [];
    for (let at = 0; at < this.#size; at++) {
      if ((this.#from[at] ?? 0) > day || day >= (this.#to[at] ?? 0)) continue;
      if (wanted(this.#unit[at] ?? 0, this.#bucket[at] ?? 0)) found.push(this.#place(at));
    }
    return found;
  }

  /** Tells every place of a day in which `wanted` buckets are, without who it is. */
  marksOn(
    day: DateKey,
    wanted: (bucket: number) => boolean,
    tell: (unit: number, bucket: number, marks: PlaceMarks) => void,
  ): void {
    for (let at = 0; at < this.#size; at++) {
      if ((this.#from[at] ?? 0) > day || day >= (this.#to[at] ?? 0) || !wanted(this.#bucket[at] ?? 0))
        continue;
      const marks = this.#marks[at] ?? 0;
      tell(this.#unit[at] ?? 0, this.#bucket[at] ?? 0, {
        reason: reasons[marks & reasonBits] ?? null,
        isConcurrent: (marks & concurrentBit) !== 0,
        isUpperRank: (marks & upperBit) !== 0,
      });
    }
  }

  /** All places, of whatever day, for which `wanted` says so. */
  all(wanted: (unit: number, bucket: number) => boolean): FoundPlace[] {
    const found: FoundPlace[] = [];
    for (let at = 0; at < this.#size; at++) {
      if (this.#from[at] !== this.#to[at] && wanted(this.#unit[at] ?? 0, this.#bucket[at] ?? 0))
        found.push(this.#place(at));
    }
    return found;
  }

  /** Does the person of a place fill another counted bucket of that unit on the day? */
  #fills(at: number, bucket: number, day: DateKey): boolean {
    const person = this.#person[at] ?? 0;
    const first = this.#first[person] ?? 0;
    for (let each = first; each < first + (this.#count[person] ?? 0); each++) {
      if (this.#bucket[each] !== bucket || this.#unit[each] !== this.#unit[at] || !this.#isCounted(each))
        continue;
      if ((this.#from[each] ?? 0) <= day && day < (this.#to[each] ?? 0)) return true;
    }
    return false;
  }

  #place(at: number): FoundPlace {
    return {
      person: this.#person[at] ?? 0,
      unit: this.#unit[at] ?? 0,
      bucket: this.#bucket[at] ?? 0,
      isCounted: this.#isCounted(at),
      reason: reasons[(this.#marks[at] ?? 0) & reasonBits] ?? null,
      from: this.#from[at] ?? 0,
      to: this.#to[at] ?? 0,
    };
  }

  #isCounted(at: number): boolean {
    return ((this.#marks[at] ?? 0) & reasonBits) === 0;
  }

  #clear(person: number): void {
    if (person >= this.#first.length) {
      const capacity = Math.max(person + 1, this.#first.length * 2);
      this.#first = grown(this.#first, new Int32Array(capacity));
      this.#count = grown(this.#count, new Uint16Array(capacity));
    }
    const first = this.#first[person] ?? 0;
    const count = this.#count[person] ?? 0;
    // A span of no days is on no day.
    this.#from.fill(0, first, first + count);
    this.#to.fill(0, first, first + count);
    this.#dead += count;
    this.#count[person] = 0;
  }

  #growTo(size: number): void {
    if (size <= this.#from.length) return;
    const capacity = Math.max(size, Math.ceil(this.#from.length * 1.5));
    this.#from = grown(this.#from, new Int32Array(capacity));
    this.#to = grown(this.#to, new Int32Array(capacity));
    this.#unit = grown(this.#unit, new Int32Array(capacity));
    this.#person = grown(this.#person, new Int32Array(capacity));
    this.#bucket = grown(this.#bucket, new Uint8Array(capacity));
    this.#marks = grown(this.#marks, new Uint8Array(capacity));
  }
}

function marksOf({ reason, isConcurrent, rank }: Place): number {
  return reasons.indexOf(reason) | (isConcurrent ? concurrentBit : 0) | (rank === upperRank ? upperBit : 0);
}

function grown<Columns extends Int32Array | Uint16Array | Uint8Array>(
  old: Columns,
  larger: Columns,
): Columns {
  larger.set(old);
  return larger;
}
