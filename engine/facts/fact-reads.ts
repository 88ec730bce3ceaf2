import type { ColumnKind } from '../table/schema.ts';
import type { Fact, FactReader, HeldSpan, PersonReader } from './fact.ts';

/** A column that a fact reads. */
export interface ColumnRead {
  readonly name: string;
  /** The set whose rows are read, `''` for people. */
  readonly of: string;
  /** As which it is read. */
  readonly kinds: readonly ColumnKind[];
  /** As it is stored, whether or not its row is visible. */
  readonly stored: boolean;
}

/** What a fact looks at, as its `bind` asks for it. */
export interface FactReads {
  readonly columns: readonly ColumnRead[];
  /** Sets through which people's rows are reached, all of them or those that are visible. */
  readonly walks: readonly { readonly set: string; readonly stored: boolean }[];
  /** Other facts, and of which rows: the set, `''` for people. */
  readonly facts: readonly { readonly name: string; readonly of: string }[];
}

/** Any day will do. */
const someDay = 147_458;

/** Notes what a fact asks for when it is bound; reading itself gives nothing. */
export function readsOf(fact: Fact): FactReads {
  const columns: ColumnRead[] = [];
  const walks: { set: string; stored: boolean }[] = [];
  const facts: { name: string; of: string }[] = [];
  const nothing = (): null => null;

  function read(name: string, of: string, kinds: readonly ColumnKind[], stored = false): void {
    columns.push({ name, of, kinds, stored });
  }

  function readSpan({ from, to, ended }: HeldSpan, of: string): void {
    for (const name of [from, to]) read(name, of, ['date']);
    read(ended.column, of, ['code']);
  }

  function rowReader(of: string): FactReader {
    return {
      dates: (name) => (read(name, of, ['date']), nothing),
      numbers: (name) => (read(name, of, ['number']), nothing),
      strings: (name) => (read(name, of, ['code', 'unit', 'text', 'paragraph']), nothing),
      units: (name) => (read(name, of, ['unit']), nothing),
      isAmong: (name) => (read(name, of, ['code']), () => false),
      passes: (name) => (read(name, of, ['code', 'text']), () => false),
      isHeld: (span) => (readSpan(span, of), () => false),
      fact: (name) => (facts.push({ name, of }), nothing),
    };
  }

  function walk(set: string, stored: boolean): void {
    walks.push({ set, stored });
  }

  function personReader(): PersonReader {
    return {
      ...rowReader(''),
      rows: (set) => (walk(set, true), rowReader(set)),
      firstRow: (set) => (walk(set, true), () => 0),
      eachRow: (set) => (walk(set, false), () => {}),
      eachHeld: (set, span) => (walk(set, false), readSpan(span, set), () => {}),
      eachStoredRow: (set) => (walk(set, true), () => {}),
      hasStored(names) {
        for (const name of names) read(name, '', ['code', 'unit', 'text'], true);
        return () => false;
      },
      storedDates: (name) => (read(name, '', ['date'], true), nothing),
    };
  }

  if (fact.of === 'person') fact.bind(personReader(), someDay);
  else {
    walk(fact.set, false);
    fact.bind(rowReader(fact.set), someDay);
  }
  return { columns, walks, facts };
}
