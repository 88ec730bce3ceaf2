import { textOf, writtenOf, type FieldDefinition, type RecordRow, type SetDefinition } from '#platform/model';
import { linkedFields } from './field-relations.ts';
import { rowIdentity, type RowIdentity } from './row-identity.ts';
import { gives, holds, holdsAll, type WantedRow } from './wanted-row.ts';

/** Finds the code or unit that a text means; null when none does, or several. */
export type CodeOf = (field: FieldDefinition, text: string) => string | null;

/** Which record a row of a sheet speaks of. */
export type FoundRow =
  | { readonly kind: 'this'; readonly row: RecordRow }
  | { readonly kind: 'none' }
  /**
   * Those there are speak of the same with another date (`date` is the field): the row may correct one of them, or be a
   * further one. `target` is what it would correct; null where that is not clear.
   */
  | {
      readonly kind: 'other-date';
      readonly rows: readonly RecordRow[];
      readonly date: string;
      readonly target: RecordRow | null;
    }
  | { readonly kind: 'unclear'; readonly count: number }
  | { readonly kind: 'no-key' };

/** Do the dates of a row and a record speak of the same time? `open` where they have no date in common. */
type Time = 'same' | 'other' | 'open';

/** Finds the records of a set that the rows of a sheet speak of. */
export class RowFinder {
  readonly set: SetDefinition;
  readonly identity: RowIdentity;
  readonly #codeOf: CodeOf;
  readonly #fields: ReadonlyMap<string, FieldDefinition>;
  readonly #codes: ReadonlyMap<string, string>;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(set: SetDefinition, codeOf: CodeOf) {
    this.set = set;
    this.identity = rowIdentity(set);
    this.#codeOf = codeOf;
    this.#fields = new Map(set.fields.map((field) => [field.key, field]));
    const links = linkedFields[set.code] ?? [];
    this.#codes = new Map(links.map(({ text, code }) => [text, code]));
    this.#texts = new Map(links.map(({ text, code }) => [code, text]));
  }

  /**
   * The record that the row speaks of: by the id that an export gave it, else by what it is about and its date. Records in
   * `told` are those that other rows of the sheet speak of; with another date a row is then a further one. A record that
   * has the same date and is about the same as far as it says what, is meant as well: the row fills in the rest.
   */
  find(wanted: WantedRow, rows: readonly RecordRow[], told: ReadonlySet<string>): FoundRow {
    const exported = wanted.record === '' ? undefined : rows.find(({ id }) => id === wanted.record);
    if (exported) return { kind: 'this', row: exported };
    const keys = this.#given(wanted);
    if (keys.length === 0) return { kind: 'no-key' };
    const open: RecordRow[] = [];
    const other: RecordRow[] = [];
    const same: RecordRow[] = [];
    const partly: RecordRow[] = [];
    for (const row of rows) {
      const about = this.#about(row, wanted, keys);
      if (about === 'other') continue;
      const time = this.#time(row, wanted);
      if (about === 'same') (time === 'same' ? same : time === 'open' ? open : other).push(row);
      else if (time === 'same') partly.push(row);
    }
    if (same.length > 0) return this.#oneOf(same, wanted);
    // A guess that goes beyond what both say: one record only, an equally written date does not choose.
    const fitting = partly.length > 0 ? [...partly, ...open] : [];
    if (fitting.length > 1) return { kind: 'unclear', count: fitting.length };
    if (fitting[0]) return { kind: 'this', row: fitting[0] };
    const free = other.filter(({ id }) => !told.has(id));
    if (free.length === 0) return open.length === 0 ? { kind: 'none' } : this.#oneOf(open, wanted);
    const [target] = open.length > 0 ? open : free;
    const isClear = open.length === 1 || (open.length === 0 && free.length === 1);
    return {
      kind: 'other-date',
      rows: free,
      date: this.#tellingDate(free[0], wanted) ?? '',
      target: isClear ? (target ?? null) : null,
    };
  }

  /** The record that a row surely means, by id or by its date; null where other rows have to be asked first. */
  surely(wanted: WantedRow, rows: readonly RecordRow[]): RecordRow | null {
    const found = this.find(wanted, rows, new Set());
    if (found.kind !== 'this') return null;
    return found.row.id === wanted.record || this.#time(found.row, wanted) === 'same' ? found.row : null;
  }

  /** The code that the row gives a text, in a column of its own or by what the text means. */
  codeOf(code: string, wanted: WantedRow): string | null {
    const own = wanted.values.get(code)?.value;
    if (typeof own === 'string') return own;
    const text = wanted.values.get(this.#texts.get(code) ?? '')?.value;
    return typeof text === 'string' ? this.coded(code, text) : null;
  }

  /** The code that a text means in a field. */
  coded(key: string, text: string): string | null {
    const field = this.#fields.get(key);
    return field ? this.#codeOf(field, text) : null;
  }

  /** The keys that the row gives; a code stands in for a text that has no column. */
  #given(wanted: WantedRow): string[] {
    return this.identity.about.flatMap((key) => {
      if (gives(wanted, key)) return [key];
      const code = this.#codes.get(key);
      return code !== undefined && gives(wanted, code) && !this.identity.about.includes(code) ? [code] : [];
    });
  }

  /** Is a record about what the row is about? `partly` where it agrees in something and does not say the rest. */
  #about(row: RecordRow, wanted: WantedRow, keys: readonly string[]): 'same' | 'partly' | 'other' {
    const differing = keys.filter((key) => !this.#agrees(row, wanted, key));
    if (differing.length === 0) return 'same';
    if (differing.length === keys.length) return 'other';
    // 大学 without a code agrees with 大学 and its code: what one of the two says, the other need not.
    const agreeing = keys.filter((key) => !differing.includes(key));
    const isOpen = differing.every((key) =>
      [key, this.#codes.get(key), this.#texts.get(key)].every(
        (each) => each === undefined || agreeing.includes(each) || isUnsaid(row, each),
      ),
    );
    return isOpen ? 'partly' : 'other';
  }

  #agrees(row: RecordRow, wanted: WantedRow, key: string): boolean {
    if (holds(row, key, wanted.values.get(key))) return true;
    const code = this.#codes.get(key) ?? (this.#texts.has(key) ? key : undefined);
    if (code === undefined) return false;
    // 大学 and 本科 are two words for one education.
    const meant = this.codeOf(code, wanted);
    return meant !== null && textOf(row, code) === meant;
  }

  #time(row: RecordRow, wanted: WantedRow): Time {
    for (const key of this.identity.dates) {
      const time = timeOf(row, wanted, key);
      if (time !== 'open') return time;
    }
    return 'open';
  }

  #tellingDate(row: RecordRow | undefined, wanted: WantedRow): string | undefined {
    return this.identity.dates.find((key) => row && timeOf(row, wanted, key) === 'other');
  }

  #oneOf(rows: readonly RecordRow[], wanted: WantedRow): FoundRow {
    const [only, second] = rows;
    if (only && !second) return { kind: 'this', row: only };
    const agreeing = (keys: readonly string[]) =>
      rows.filter((row) =>
        keys.every((key) => !gives(wanted, key) || holds(row, key, wanted.values.get(key))),
      );
    const whole = rows.find((row) => holdsAll(row, wanted));
    if (whole) return { kind: 'this', row: whole };
    // 2015 is also 2015.03: of several years and months the one that is written in the same way is meant.
    for (const keys of [this.identity.dates, this.identity.further]) {
      if (!keys.some((key) => gives(wanted, key))) continue;
      const [exact, more] = agreeing(keys);
      if (exact && !more) return { kind: 'this', row: exact };
    }
    return { kind: 'unclear', count: rows.length };
  }
}

function isUnsaid(row: RecordRow, key: string): boolean {
  return textOf(row, key) === '' && writtenOf(row, key) === '';
}

/** Dates agree as far as both are known: 2015 with 2015.03. A text in place of a date agrees with itself. */
function timeOf(row: RecordRow, wanted: WantedRow, key: string): Time {
  const { value, written } = wanted.values.get(key) ?? {};
  const said = typeof value === 'string' ? value : '';
  const stored = textOf(row, key);
  if (said !== '' && stored !== '') {
    const length = Math.min(said.length, stored.length);
    return said.slice(0, length) === stored.slice(0, length) ? 'same' : 'other';
  }
  if (written === undefined || said !== '' || stored !== '') return 'open';
  const text = writtenOf(row, key);
  return text === '' ? 'open' : text === written ? 'same' : 'other';
}
