import { anyUnitTouched, journalPosition, readMany, rowsOf, type Store } from '#platform/server';
import type { UnitNode } from '#modules/organization';
import { readUnitTree, type UnitTree } from '#modules/organization/server';
import { placeUnits, unitQuota, unitQuotaSets, type PlaceUnits, type UnitQuota } from '#modules/quotas';

/** The units with their posts and numbers at one position of the journal. */
export interface UnitBook {
  readonly tree: UnitTree;
  /** In the order of the tree. */
  readonly units: readonly UnitQuota[];
  readonly places: PlaceUnits;
  placeOf(id: string): number | undefined;
  /** The place behind the last unit below this one. */
  endOf(place: number): number;
  /** What the places of people in a unit depend on, as a text; another one means that they are to be found again. */
  signatureOf(id: string): string;
}

/** Units are read in pieces of this many. */
const piece = 500;

/** Reads the units anew only after a change of units. */
export class UnitBooks {
  readonly #store: Store;
  #position = -1;
  #book: Promise<UnitBook> | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  async current(): Promise<UnitBook> {
    const now = await journalPosition(this.#store.db);
    const since = this.#position;
    if (
      this.#book === null ||
      (now !== since && (await anyUnitTouched(this.#store.db, { since, until: now })))
    )
      this.#book = this.#read();
    this.#position = now;
    return this.#book;
  }

  /** A reading that failed is tried again by the next one who asks. */
  #read(): Promise<UnitBook> {
    const book = readBook(this.#store);
    book.catch(() => {
      if (this.#book === book) this.#book = null;
    });
    return book;
  }
}

async function readBook(store: Store): Promise<UnitBook> {
  const tree = await readUnitTree(store);
  const numbers = new Map(tree.units.map(({ id }, place) => [id, place]));
  const units: UnitQuota[] = [];
  for (let from = 0; from < tree.units.length; from += piece) {
    const nodes = tree.units.slice(from, from + piece);
    const found = await readMany(
      store.db,
      nodes.map(({ id }) => id),
      unitQuotaSets,
    );
    for (const node of nodes) units.push(quotaOf(node, numbers, rowsOf(found.get(node.id) ?? {})));
  }
  return unitBook(tree, units, numbers);
}

function quotaOf(
  { id, name, parent, depth, kindCode }: UnitNode,
  numbers: ReadonlyMap<string, number>,
  sets: ReturnType<typeof rowsOf>,
): UnitQuota {
  const above = parent === null ? -1 : (numbers.get(parent) ?? -1);
  return unitQuota({ id, name, depth, kindCode, parent: above }, sets);
}

function unitBook(
  tree: UnitTree,
  units: readonly UnitQuota[],
  numbers: ReadonlyMap<string, number>,
): UnitBook {
  const slots = new Map(units.map(({ id, slots: own }) => [id, new Map(own.map((slot) => [slot.id, slot]))]));
  const places = placeUnits(tree.units, (unit) => slots.get(unit));
  return {
    tree,
    units,
    places,
    placeOf: (id) => numbers.get(id),
    endOf(place) {
      const depth = units[place]?.depth ?? 0;
      let end = place + 1;
      while ((units[end]?.depth ?? -1) > depth) end += 1;
      return end;
    },
    signatureOf(id) {
      const own = (units[numbers.get(id) ?? -1]?.slots ?? []).map((slot) => [
        slot.id,
        slot.role,
        slot.isCounted,
      ]);
      return JSON.stringify([places.kindOf(id), places.legalOf(id), own]);
    },
  };
}
