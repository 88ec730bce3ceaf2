import { isVisible } from '../as-of/row-visibility.ts';
import type { DateKey } from '../column/date-key.ts';
import type { DatasetSchema, SetSchema } from '../table/schema.ts';
import type { SourcePerson, SourceRow } from '../table/source.ts';
import type { Fact, FactReader, FactValue, HeldSpan, PersonReader } from './fact.ts';
import { isHeldOn } from './held-rows.ts';
import {
  dateValue,
  numberValue,
  orderedRows,
  schemaIndex,
  stringValue,
  type SchemaIndex,
} from './plain-values.ts';

/**
 * Reads one person from records instead of tables, for facts of somebody who stands in no table yet. The person is row
 * 0; rows of repeating sets are numbered from 0 in the order in which tables keep them. `facts` are those that can be
 * read by name.
 */
export function plainReader(
  schema: DatasetSchema,
  person: SourcePerson,
  asOf: DateKey,
  facts: readonly Fact[] = [],
): PersonReader {
  return new PlainPerson(schemaIndex(schema), person, asOf, facts).reader();
}

class PlainPerson {
  readonly #index: SchemaIndex;
  readonly #person: SourcePerson;
  readonly #asOf: DateKey;
  readonly #facts: readonly Fact[];
  readonly #rows = new Map<string, readonly SourceRow[]>();
  readonly #bound = new Map<string, (row: number) => FactValue>();

  constructor(index: SchemaIndex, person: SourcePerson, asOf: DateKey, facts: readonly Fact[]) {
    this.#index = index;
    this.#person = person;
    this.#asOf = asOf;
    this.#facts = facts;
  }

  reader(): PersonReader {
    const own = this.#tableReader();
    return {
      ...own,
      rows: () => own,
      firstRow: () => () => 0,
      eachRow: (name) => {
        const set = this.#index.set(name);
        return (_person, visit) => {
          for (const [row, values] of this.#rowsOf(set).entries()) if (this.#sees(set, values)) visit(row);
        };
      },
      eachHeld: (name, span) => {
        const set = this.#index.set(name);
        const isHeld = this.#isHeld(span);
        return (_person, visit) => {
          for (const [row, values] of this.#rowsOf(set).entries())
            if (this.#sees(set, values) && isHeld(row)) visit(row);
        };
      },
      eachStoredRow: (name) => {
        const set = this.#index.set(name);
        return (_person, visit) => {
          for (const row of this.#rowsOf(set).keys()) visit(row);
        };
      },
      hasStored: (names) => {
        const reads = names.map((name) => this.#read(name, stringValue, true));
        return (row) => reads.some((read) => read(row) !== null);
      },
      storedDates: (name) => this.#read(name, dateValue, true),
    };
  }

  #tableReader(): FactReader {
    return {
      dates: (name) => this.#read(name, dateValue),
      numbers: (name) => this.#read(name, numberValue),
      strings: (name) => this.#read(name, stringValue),
      units: (name) => this.#read(name, stringValue),
      isAmong: (name, codes) => {
        const read = this.#read(name, stringValue);
        const list = this.#index.column(name).schema.codes;
        return (row) => {
          const code = read(row);
          return code !== null && this.#index.isWithin(list, code, codes);
        };
      },
      passes: (name, test) => {
        const read = this.#read(name, stringValue);
        return (row) => {
          const text = read(row);
          return text !== null && test(text);
        };
      },
      isHeld: (span) => this.#isHeld(span),
      fact: (name) => this.#fact(name),
    };
  }

  #isHeld({ from, to, ended }: HeldSpan): (row: number) => boolean {
    const start = this.#read(from, dateValue);
    const end = this.#read(to, dateValue);
    const status = this.#read(ended.column, stringValue);
    const list = this.#index.column(ended.column).schema.codes;
    const hasEnded = (row: number): boolean => {
      const code = status(row);
      return code !== null && this.#index.isWithin(list, code, ended.codes);
    };
    return (row) => isHeldOn(start(row), end(row), hasEnded(row), this.#asOf);
  }

  /** Single rows that are not visible read as not filled in, unless they are read as `stored`. */
  #read<T>(name: string, convert: (value: unknown) => T | null, stored = false): (row: number) => T | null {
    const { set, key } = this.#index.column(name);
    const rows = this.#rowsOf(set);
    return (row) => {
      const values = rows[row];
      if (!values || (!set.repeating && !stored && !this.#sees(set, values))) return null;
      return convert(values[key]);
    };
  }

  #fact(name: string): (row: number) => FactValue {
    const bound = this.#bound.get(name);
    if (bound) return bound;
    const fact = this.#facts.find((one) => one.name === name);
    if (!fact) throw new Error(`the fact ${name} is not there`);
    const read = this.#bind(fact);
    this.#bound.set(name, read);
    return read;
  }

  #bind(fact: Fact): (row: number) => FactValue {
    if (fact.of === 'person') return fact.bind(this.reader(), this.#asOf);
    const read = fact.bind(this.#tableReader(), this.#asOf);
    const set = this.#index.set(fact.set);
    const rows = this.#rowsOf(set);
    return (row) => (rows[row] && this.#sees(set, rows[row]) ? read(row) : null);
  }

  #rowsOf(set: SetSchema): readonly SourceRow[] {
    const known = this.#rows.get(set.name);
    if (known) return known;
    const rows = orderedRows(this.#index, this.#person, set);
    this.#rows.set(set.name, rows);
    return rows;
  }

  #sees({ visible }: SetSchema, row: SourceRow): boolean {
    if (!visible) return true;
    const date = (name: string | undefined): DateKey | null =>
      name === undefined ? null : dateValue(row[this.#index.column(name).key]);
    return isVisible(visible, date(visible.from), date(visible.until), this.#asOf);
  }
}
