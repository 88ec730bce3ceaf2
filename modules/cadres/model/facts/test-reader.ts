import {
  dateKey,
  lowerBound,
  upperBound,
  type DatasetSchema,
  type DateKey,
  type Fact,
  type FactReader,
  type FactValue,
  type HeldSpan,
  type PersonReader,
  type RowWalk,
  type SetSchema,
  type SourcePerson,
  type SourceRow,
} from '#engine';

/** What facts say of plain records: row numbers are places in the list of people, and in the lists of all rows of a set. */
export function factsOfRecords(
  schema: DatasetSchema,
  facts: readonly Fact[],
  people: readonly SourcePerson[],
  asOf: string,
): { person(name: string): (row: number) => FactValue; row(name: string, of: number): FactValue[] } {
  const date = dateKey(asOf) ?? 0;
  const reader = new RecordReader(schema, facts, people, date);
  return {
    person: (name) => reader.fact(name),
    row(name, of) {
      const fact = facts.find((each) => each.name === name);
      if (fact?.of !== 'row') throw new Error(`no fact of rows ${name}`);
      const read = fact.bind(reader.rows(fact.set), date);
      const values: FactValue[] = [];
      reader.eachRow(fact.set)(of, (row) => values.push(read(row)));
      return values;
    },
  };
}

class Columns implements FactReader {
  protected readonly schema: DatasetSchema;
  protected readonly read: (column: string) => (row: number) => unknown;
  protected readonly asOf: DateKey;

  constructor(schema: DatasetSchema, asOf: DateKey, read: (column: string) => (row: number) => unknown) {
    this.schema = schema;
    this.asOf = asOf;
    this.read = read;
  }

  dates(column: string): (row: number) => DateKey | null {
    const value = this.read(column);
    return (row) => keyOf(value(row));
  }

  numbers(column: string): (row: number) => number | null {
    const value = this.read(column);
    return (row) => {
      const number = value(row);
      return typeof number === 'number' ? number : null;
    };
  }

  strings(column: string): (row: number) => string | null {
    const value = this.read(column);
    return (row) => {
      const text = value(row);
      return typeof text === 'string' && text !== '' ? text : null;
    };
  }

  units(column: string): (row: number) => FactValue {
    return this.strings(column);
  }

  isAmong(column: string, codes: readonly string[]): (row: number) => boolean {
    const of = this.schema.sets.flatMap((set) => set.columns).find(({ name }) => name === column);
    const entries = this.schema.codes.find(({ id }) => id === of?.codes)?.entries ?? [];
    const wanted = new Set<unknown>(codes);
    // A row may stand before the row above it, so this goes on until nothing is added.
    for (let size = -1; size !== wanted.size;) {
      size = wanted.size;
      for (const { code, parent } of entries) if (wanted.has(parent)) wanted.add(code);
    }
    wanted.delete(undefined);
    const value = this.read(column);
    return (row) => wanted.has(value(row));
  }

  passes(column: string, test: (text: string) => boolean): (row: number) => boolean {
    const value = this.strings(column);
    return (row) => test(value(row) ?? '');
  }

  isHeld({ from, to, ended }: HeldSpan): (row: number) => boolean {
    const first = this.dates(from);
    const last = this.dates(to);
    const hasEnded = this.isAmong(ended.column, ended.codes);
    return (row) => {
      const start = first(row);
      const end = last(row);
      if (start === null) return end === null && !hasEnded(row);
      if (lowerBound(start) > this.asOf) return false;
      return end === null ? !hasEnded(row) : lowerBound(end) > this.asOf;
    };
  }

  fact(name: string): (row: number) => FactValue {
    throw new Error(`no fact of rows ${name}`);
  }
}

class RecordReader extends Columns implements PersonReader {
  readonly #people: readonly SourcePerson[];
  readonly #facts: readonly Fact[];
  readonly #rows = new Map<string, { of: SourceRow[]; first: number[] }>();

  constructor(schema: DatasetSchema, facts: readonly Fact[], people: readonly SourcePerson[], asOf: DateKey) {
    super(schema, asOf, (column) => {
      const { set } = partsOf(column);
      const stored = this.#stored(column);
      return (row) => (this.#isVisible(set, people[row]?.sets[set]?.[0]) ? stored(row) : null);
    });
    this.#people = people;
    this.#facts = facts;
    for (const set of schema.sets.filter((each) => each.repeating)) {
      const of: SourceRow[] = [];
      const first: number[] = [];
      for (const person of people) {
        first.push(of.length);
        of.push(...inOrder(set, person.sets[set.name] ?? []));
      }
      first.push(of.length);
      this.#rows.set(set.name, { of, first });
    }
  }

  rows(set: string): FactReader {
    return new Columns(this.schema, this.asOf, (column) => {
      const { key } = partsOf(column);
      if (!column.startsWith(`${set}.`)) throw new Error(`${column} is no column of ${set}`);
      return (row) => this.#rows.get(set)?.of[row]?.[key];
    });
  }

  firstRow(set: string): (person: number) => number {
    return (person) => this.#rows.get(set)?.first[person] ?? 0;
  }

  eachRow(set: string): RowWalk {
    const eachStored = this.eachStoredRow(set);
    return (person, visit) =>
      eachStored(person, (row) => {
        if (this.#isVisible(set, this.#rows.get(set)?.of[row])) visit(row);
      });
  }

  eachHeld(set: string, span: HeldSpan): RowWalk {
    const isHeld = this.rows(set).isHeld(span);
    const each = this.eachRow(set);
    return (person, visit) => each(person, (row) => isHeld(row) && visit(row));
  }

  eachStoredRow(set: string): RowWalk {
    const first = this.#rows.get(set)?.first ?? [];
    return (person, visit) => {
      for (let row = first[person] ?? 0; row < (first[person + 1] ?? 0); row += 1) visit(row);
    };
  }

  hasStored(columns: readonly string[]): (row: number) => boolean {
    const stored = columns.map((column) => this.#stored(column));
    return (row) => stored.some((value) => typeof value(row) === 'string' && value(row) !== '');
  }

  storedDates(column: string): (row: number) => DateKey | null {
    const stored = this.#stored(column);
    return (row) => keyOf(stored(row));
  }

  override fact(name: string): (row: number) => FactValue {
    const fact = this.#facts.find((each) => each.name === name);
    if (fact?.of !== 'person') throw new Error(`no fact ${name}`);
    return fact.bind(this, this.asOf);
  }

  #stored(column: string): (row: number) => unknown {
    const { set, key } = partsOf(column);
    if (!this.schema.sets.some(({ columns }) => columns.some(({ name }) => name === column)))
      throw new Error(`no column ${column}`);
    return (row) => this.#people[row]?.sets[set]?.[0]?.[key];
  }

  #isVisible(set: string, row: SourceRow | undefined): boolean {
    const visible = this.schema.sets.find(({ name }) => name === set)?.visible;
    if (!visible || !row) return true;
    const from = keyOf(row[partsOf(visible.from ?? '').key]);
    const until = keyOf(row[partsOf(visible.until ?? '').key]);
    if (until !== null && lowerBound(until) <= this.asOf) return false;
    if (from === null) return true;
    return (visible.at === 'end' ? lastDay(from) : lowerBound(from)) <= this.asOf;
  }
}

/** The 31st of December of a year, the 31st of a month: good enough for dates that exist. */
function lastDay(date: DateKey): DateKey {
  const bound = upperBound(date);
  return bound === date ? date : (bound & ~63) | 32;
}

function keyOf(value: unknown): DateKey | null {
  return typeof value === 'string' ? dateKey(value) : null;
}

function partsOf(column: string): { set: string; key: string } {
  const dot = column.indexOf('.');
  return { set: column.slice(0, dot), key: column.slice(dot + 1) };
}

function inOrder(set: SetSchema, rows: readonly SourceRow[]): SourceRow[] {
  const key = partsOf(set.order ?? '').key;
  return rows.toSorted((a, b) => (keyOf(a[key]) ?? 0) - (keyOf(b[key]) ?? 0));
}
