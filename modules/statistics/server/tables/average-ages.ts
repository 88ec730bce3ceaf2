import { dateText, type Band, type Found, type GroupKey } from '#engine';
import { groupId } from './row-axis.ts';

const birth = 'A01.birthDate';
/** The engine takes no more bands at once. */
const mostBands = 200;

/** Average ages in years with one decimal, from full months; null where nobody's birth is known. */
export interface AverageAges {
  readonly total: number | null;
  readonly of: (row: string) => number | null;
}

/**
 * The average age of each row. People are counted by their month of birth, so that a million of them need not be read
 * one by one; of whom only the year is known counts from its January, as in the fact 年龄.
 */
export function averageAges(found: Found, rowKey: GroupKey, asOf: string): AverageAges {
  const all = new Ages();
  const rows = new Map<string, Ages>();
  const [first, last] = found.percentiles(birth, [0, 1]).map((key) => (key === null ? null : dateText(key)));
  const end = monthOf(asOf);
  const from = first ? monthOf(first) : 0;
  const to = last ? Math.min(monthOf(last), end) : -1;
  for (let start = from; start <= to; start += mostBands) {
    const many = Math.min(mostBands, to - start + 1);
    const bands = Array.from({ length: many }, (_, index) => birthsOf(start + index));
    const { groups, counts } = found.group([rowKey, { field: birth, bands }]);
    const [lines = [], columns = []] = groups;
    const ages = columns.map(({ label }) => (/^\d/.test(label) ? end - monthOf(label) : null));
    for (const [line, group] of lines.entries()) {
      const own = rows.get(groupId(group)) ?? new Ages();
      rows.set(groupId(group), own);
      for (const [column, months] of ages.entries()) {
        if (months === null) continue;
        const people = counts[line * columns.length + column] ?? 0;
        own.add(people, months);
        all.add(people, months);
      }
    }
  }
  return { total: all.average, of: (row) => rows.get(row)?.average ?? null };
}

class Ages {
  #people = 0;
  #months = 0;

  add(people: number, months: number): void {
    this.#people += people;
    this.#months += people * months;
  }

  get average(): number | null {
    return this.#people === 0 ? null : Math.round((this.#months / this.#people / 12) * 10) / 10;
  }
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
