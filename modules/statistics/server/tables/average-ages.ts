import { dateText, type Band, type Found, type Group, type GroupKey } from '#engine';
import { groupId } from './row-axis.ts';

const birth = 'A01.birthDate';
/** The engine takes no more bands at once, and no more cells. */
const mostBands = 200;
const mostCells = 4_000_000;

/** Average ages in years with one decimal, from full months; null where nobody's birth is known. */
export interface AverageAges {
  readonly total: number | null;
  readonly of: (row: string) => number | null;
}

/** The average age of each row. */
export function averageAges(found: Found, rowKey: GroupKey, asOf: string): AverageAges {
  const all = new Ages();
  const rows = new Map<string, Ages>();
  eachAge(found, [rowKey], asOf, ([group], people, months) => {
    if (!group) return;
    const own = rows.get(groupId(group)) ?? new Ages();
    rows.set(groupId(group), own);
    own.add(people, months);
    all.add(people, months);
  });
  return { total: all.average, of: (row) => rows.get(row)?.average ?? null };
}

/**
 * Tells how many people of each combination of groups (of one key or two) are how many months old, as long as their birth
 * is known. They are counted by their month of birth, so that a million of them need not be read one by one; of whom
 * only the year is known counts from its January, as in the fact 年龄. `cells` is how many combinations there are.
 */
export function eachAge(
  found: Found,
  keys: readonly GroupKey[],
  asOf: string,
  tell: (groups: readonly Group[], people: number, months: number) => void,
  cells = 1,
): void {
  const [first, last] = found.percentiles(birth, [0, 1]).map((key) => (key === null ? null : dateText(key)));
  const end = monthOf(asOf);
  const from = first ? monthOf(first) : 0;
  const to = last ? Math.min(monthOf(last), end) : -1;
  // Two more groups: of those in no band, and of those without a date.
  const atOnce = Math.max(1, Math.min(mostBands, Math.floor(mostCells / cells) - 2));
  for (let start = from; start <= to; start += atOnce) {
    const many = Math.min(atOnce, to - start + 1);
    const bands = Array.from({ length: many }, (_, index) => birthsOf(start + index));
    const { groups, counts } = found.group([...keys, { field: birth, bands }]);
    const births = groups.at(-1) ?? [];
    const ages = births.map(({ label }) => (/^\d/.test(label) ? end - monthOf(label) : null));
    for (const [line, combination] of combinations(groups.slice(0, -1)).entries()) {
      for (const [column, months] of ages.entries()) {
        const people = counts[line * births.length + column] ?? 0;
        if (months !== null && people > 0) tell(combination, people, months);
      }
    }
  }
}

/** People and the months that they are old, together. */
export class Ages {
  #people = 0;
  #months = 0;

  add(people: number, months: number): void {
    this.#people += people;
    this.#months += people * months;
  }

  join(other: Ages | undefined): void {
    if (!other) return;
    this.#people += other.#people;
    this.#months += other.#months;
  }

  get average(): number | null {
    return this.#people === 0 ? null : Math.round((this.#months / this.#people / 12) * 10) / 10;
  }
}

/** The groups of all keys combined, those of the first key outermost. */
function combinations(sides: readonly (readonly Group[])[]): Group[][] {
  return sides.reduce<Group[][]>(
    (before, side) => before.flatMap((groups) => side.map((group) => [...groups, group])),
    [[]],
  );
}

/** The births of a month, labelled with it: 1972-11. */
function birthsOf(month: number): Band {
  const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  return { label: text, from: text, to: text };
}

/** Months since the beginning of the calendar; a bare year is its January. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
}
