/** Room comes in steps of so many units, so that the room of one text is just right for many others. */
const step = 16;
/** Longer texts have blocks of their own, which nobody uses again. */
const longest = 2 ** 20;

/** Per room in units: the places that are free. */
export type SavedPlaces = readonly (readonly [room: number, places: readonly number[]])[];

/** Places in a text store that no row has any more, to be used again as they are: nothing is cut into ever less. */
export class SparePlaces {
  readonly #places: Map<number, number[]>;

  constructor(saved: SavedPlaces = []) {
    this.#places = new Map(saved.map(([room, places]) => [room, [...places]]));
  }

  /** Gives back the place of a text of so many units. */
  add(place: number, units: number): void {
    if (units === 0 || units > longest) return;
    const room = roomFor(units);
    const list = this.#places.get(room);
    if (list) list.push(place);
    else this.#places.set(room, [place]);
  }

  /** A place for a text of so many units. */
  take(units: number): number | undefined {
    return this.#places.get(roomFor(units))?.pop();
  }

  save(): SavedPlaces {
    return [...this.#places].filter(([, places]) => places.length > 0);
  }
}

/** The units that a text of so many takes of the store. */
export function roomFor(units: number): number {
  return units > longest ? units : Math.ceil(units / step) * step;
}
