import type { Arena, Pointer } from '../memory/arena.ts';
import type { SaveBlock } from '../memory/saved-block.ts';

/** Texts lie in segments of so many UTF-16 units, so that a store grows without being copied. */
const segmentBits = 20;
const segmentUnits = 2 ** segmentBits;
const segmentMask = segmentUnits - 1;
const firstUnits = 256;
const manyUnits = 64;
/** As many arguments as `fromCharCode` takes safely. */
const mostAtOnce = 4096;
const none = new Uint16Array(0);

export interface SavedTextStore {
  readonly top: number;
  readonly blocks: readonly TextBlock[];
}

/** A block of one segment, or of several that hold one very long text. */
interface TextBlock {
  pointer: Pointer;
  units: number;
  /** Its texts lie from place `from` up to `to`. */
  readonly from: number;
  to: number;
}

/**
 * Texts in UTF-16, one behind the other, in the arena. A text is known by the place of its first unit and its length,
 * which its owner keeps; it never crosses from one block into another.
 */
export class TextStore {
  readonly #arena: Arena;
  readonly #blocks: TextBlock[];
  readonly #segments: Pointer[] = [];
  /** Views of the segments, good while they have a length. */
  readonly #views: Uint16Array<ArrayBuffer>[] = [];
  #top = 0;

  constructor(arena: Arena, saved?: SavedTextStore) {
    this.#arena = arena;
    this.#blocks = (saved?.blocks ?? []).map((block) => ({ ...block }));
    for (const block of this.#blocks) this.#addSegments(block);
    this.#top = saved?.top ?? 0;
  }

  /** The place behind the last text, in units; places in use are below. */
  get top(): number {
    return this.#top;
  }

  /** Stores a text, with room for so many units, and answers its place. */
  add(text: string, units = text.length): number {
    const place = this.#makeRoom(units);
    this.overwrite(place, text);
    return place;
  }

  /** The same of units from one place up to another. */
  addUnits(units: Uint16Array, from: number, to: number, room = to - from): number {
    const place = this.#makeRoom(room);
    const length = to - from;
    const begin = length > segmentUnits ? 0 : place & segmentMask;
    const view = this.#view(place, length);
    // Most texts are so short that a call would take longer.
    if (length > manyUnits) view.set(units.subarray(from, to), begin);
    else for (let at = 0; at < length; at++) view[begin + at] = units[from + at] ?? 0;
    return place;
  }

  #makeRoom(units: number): number {
    const within = this.#top & segmentMask;
    const room = within === 0 ? 0 : segmentUnits - within;
    const place = units <= room ? this.#top : this.#top + room;
    this.#reserve(place, units);
    this.#top = place + units;
    const last = this.#blocks.at(-1);
    if (last) last.to = this.#top;
    // Behind a long text nothing follows in its last segment, which may be cut short.
    if (units > segmentUnits) this.#top = Math.ceil(this.#top / segmentUnits) * segmentUnits;
    return place;
  }

  /** Writes over a text, within its room. */
  overwrite(place: number, text: string): void {
    const view = this.#view(place, text.length);
    const from = text.length > segmentUnits ? 0 : place & segmentMask;
    for (let at = 0; at < text.length; at++) view[from + at] = text.charCodeAt(at);
  }

  address(place: number): Pointer {
    return (this.#segments[place >>> segmentBits] ?? 0) + (place & segmentMask) * 2;
  }

  read(place: number, units: number): string {
    if (units === 0) return '';
    const view = this.#arena.u16(this.address(place), units);
    if (units <= mostAtOnce) return String.fromCharCode.apply(null, view as unknown as number[]);
    const parts: string[] = [];
    for (let at = 0; at < units; at += mostAtOnce) {
      parts.push(String.fromCharCode.apply(null, view.subarray(at, at + mostAtOnce) as unknown as number[]));
    }
    return parts.join('');
  }

  /** Are these units the text there, of as many? */
  equalsUnits(place: number, units: Uint16Array, from: number, to: number): boolean {
    const length = to - from;
    const view = this.#view(place, length);
    const begin = length > segmentUnits ? 0 : place & segmentMask;
    for (let at = 0; at < length; at++) if (view[begin + at] !== units[from + at]) return false;
    return true;
  }

  /** Is this the text of so many units there? */
  equals(place: number, units: number, text: string): boolean {
    if (units !== text.length) return false;
    const view = this.#view(place, units);
    const from = units > segmentUnits ? 0 : place & segmentMask;
    for (let at = 0; at < units; at++) if (view[from + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Where texts lie without a gap between them. */
  get pieces(): readonly { readonly from: number; readonly to: number }[] {
    return this.#blocks;
  }

  save(block: SaveBlock): SavedTextStore {
    return {
      top: this.#top,
      blocks: this.#blocks.map((one) => ({ ...one, pointer: block(one.pointer, one.units * 2) })),
    };
  }

  #view(place: number, units: number): Uint16Array {
    const segment = place >>> segmentBits;
    if (units > segmentUnits) return this.#arena.u16(this.#segments[segment] ?? 0, units);
    const view = this.#views[segment] ?? none;
    if (view.length > 0) return view;
    // Only the last segment may be cut short, and the first one where it is the only one.
    const last = segment === 0 || segment === this.#segments.length - 1;
    const block = this.#blocks.at(segment === 0 ? 0 : -1);
    const length =
      last && block
        ? Math.min(segmentUnits, block.from + block.units - segment * segmentUnits)
        : segmentUnits;
    const fresh = this.#arena.u16(this.#segments[segment] ?? 0, length);
    this.#views[segment] = fresh;
    return fresh;
  }

  #reserve(place: number, units: number): void {
    const segment = place >>> segmentBits;
    if (segment === this.#segments.length) {
      const size = units > firstUnits || segment > 0 ? Math.max(segmentUnits, units) : firstUnits;
      const block = { pointer: this.#arena.allocate(size * 2), units: size, from: place, to: place };
      this.#blocks.push(block);
      this.#addSegments(block);
      return;
    }
    // Only the first segment begins small.
    const [first] = this.#blocks;
    const wanted = place + units;
    if (segment > 0 || !first || wanted <= first.units) return;
    const size = Math.min(segmentUnits, Math.max(wanted, first.units * 2));
    const pointer = this.#arena.resize(first.pointer, first.units * 2, size * 2);
    first.pointer = pointer;
    first.units = size;
    this.#segments[0] = pointer;
    this.#views[0] = none;
  }

  #addSegments({ pointer, units }: TextBlock): void {
    for (let at = 0; at < units; at += segmentUnits) {
      this.#segments.push(pointer + at * 2);
      this.#views.push(none);
    }
  }
}
