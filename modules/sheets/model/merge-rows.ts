import {
  newId,
  textOf,
  valueOf,
  withValue,
  writtenOf,
  type FieldDefinition,
  type FieldValue,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import type { CellProblem } from './cell-reading.ts';
import { furtherKeys, linkedFields, rowKeys } from './row-keys.ts';

/** What a cell wants of a field; a null without `written` empties it. */
export interface WantedValue {
  readonly value: FieldValue;
  readonly written?: string;
  /** Why it cannot be taken, unless the record says so already: odd values go out with an export and come back. */
  readonly doubt?: CellProblem;
}

/** A row of a sheet, read: only the fields that its cells speak of. */
export interface WantedRow {
  /** The id of the record that the row was exported from; empty otherwise. */
  readonly record: string;
  readonly values: ReadonlyMap<string, WantedValue>;
}

/** What becomes of a row of a sheet. */
export type RowOutcome =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly before: RecordRow | null;
      readonly after: RecordRow;
    }
  | ({ readonly kind: 'refused' } & RowProblem);

/** Why a row cannot be taken, and the field that is to blame if it is one. */
export interface RowProblem {
  readonly code: string;
  readonly reason: string;
  readonly field?: string;
  /** What else is wrong with the row. */
  readonly others?: readonly RowProblem[];
}

/** Finds the code or unit that a text means; null when none does, or several. */
export type CodeOf = (field: FieldDefinition, text: string) => string | null;

/**
 * Lays the rows that a sheet has of one person over those that are stored. Rows of a set are found again by the id that
 * an export gave them, else by their key; a row that nobody has is added. What the sheet does not speak of stays.
 */
export class RowMerger {
  readonly #set: SetDefinition;
  readonly #codeOf: CodeOf;
  readonly #rows: RecordRow[];
  /** The rows of the sheet that have spoken of a record, by its id. */
  readonly #spoken = new Map<string, number>();

  constructor(set: SetDefinition, stored: readonly RecordRow[], codeOf: CodeOf) {
    this.#set = set;
    this.#codeOf = codeOf;
    this.#rows = [...stored];
  }

  get rows(): readonly RecordRow[] {
    return this.#rows;
  }

  /** Takes in one row; `check` may still refuse what would become of it. */
  take(
    wanted: WantedRow,
    number: number,
    check: (row: RecordRow, before: RecordRow | null) => RowProblem | null,
  ): RowOutcome {
    const place = this.#placeOf(wanted);
    if (typeof place !== 'number') return place;
    const before = this.#rows[place] ?? null;
    const [doubt, ...others] = doubts(before, wanted);
    if (doubt) return { kind: 'refused', ...doubt, others };
    const after = this.#laidOver(before ?? { id: newId() }, wanted, before === null);
    const isChanged = after !== before;
    const spoken = before ? this.#spoken.get(before.id) : undefined;
    if (spoken !== undefined && isChanged) {
      return {
        kind: 'refused',
        code: 'row-twice',
        reason: `与第 ${spoken} 行说的是同一条记录，而内容不同，请只保留一行。`,
      };
    }
    if (isChanged) {
      const problem = check(after, before);
      if (problem) return { kind: 'refused', ...problem };
    }
    if (spoken === undefined) this.#spoken.set(after.id, number);
    if (!isChanged) return { kind: 'unchanged', before, after: before ?? after };
    this.#rows[place] = after;
    return { kind: before === null ? 'created' : 'updated', before, after };
  }

  /** The place of the record that a row speaks of; behind the last one for a new record. */
  #placeOf(wanted: WantedRow): number | (RowOutcome & { kind: 'refused' }) {
    const rows = this.#rows;
    if (!this.#set.repeating) return 0;
    if (wanted.record !== '') {
      const at = rows.findIndex(({ id }) => id === wanted.record);
      if (at >= 0) return at;
    }
    const keys = rowKeys(this.#set).filter((key) => given(wanted, key));
    if (keys.length === 0) {
      const labels = this.#set.fields
        .filter(({ key }) => rowKeys(this.#set).includes(key))
        .map(({ label }) => label);
      return {
        kind: 'refused',
        code: 'key-missing',
        reason: `无法确定是哪一条记录，请填写${labels.join('、')}中的至少一项。`,
      };
    }
    const places = rows.flatMap((row, place) => (this.#hasKeys(row, wanted, keys) ? [place] : []));
    const [only] = places;
    if (only === undefined) return rows.length;
    if (places.length === 1) return only;
    return this.#nearest(places, wanted);
  }

  #nearest(places: readonly number[], wanted: WantedRow): number | (RowOutcome & { kind: 'refused' }) {
    const same = places.filter((place) => {
      const row = this.#rows[place];
      return row && [...wanted.values].every(([key, value]) => holds(row, key, value));
    });
    if (same[0] !== undefined) return same[0];
    const further = furtherKeys.filter((key) => given(wanted, key));
    const near = places.filter((place) => {
      const row = this.#rows[place];
      return row && further.every((key) => holds(row, key, wanted.values.get(key)));
    });
    const [only] = near;
    if (further.length > 0 && only === undefined) return this.#rows.length;
    if (near.length === 1 && only !== undefined) return only;
    return {
      kind: 'refused',
      code: 'row-unclear',
      reason: `这名干部有 ${places.length} 条记录符合，无法确定是哪一条，请先导出现有记录，在导出的表上修改。`,
    };
  }

  #hasKeys(row: RecordRow, wanted: WantedRow, keys: readonly string[]): boolean {
    return keys.every((key) => {
      const value = wanted.values.get(key);
      if (holds(row, key, value)) return true;
      const link = linkedFields[this.#set.code]?.find(({ text, code }) => text === key || code === key);
      if (!link) return false;
      // 大学 and 本科 are two words for one education.
      const code = this.#codeIn(link, wanted);
      return code !== null && textOf(row, link.code) === code;
    });
  }

  #codeIn(link: { readonly text: string; readonly code: string }, wanted: WantedRow): string | null {
    const own = wanted.values.get(link.code)?.value;
    if (typeof own === 'string') return own;
    const text = wanted.values.get(link.text)?.value;
    return typeof text === 'string' ? this.#coded(link.code, text) : null;
  }

  #coded(key: string, text: string): string | null {
    const field = this.#set.fields.find((each) => each.key === key);
    return field ? this.#codeOf(field, text) : null;
  }

  #laidOver(row: RecordRow, wanted: WantedRow, isNew: boolean): RecordRow {
    let after = withValues(row, wanted);
    for (const link of linkedFields[this.#set.code] ?? [])
      after = this.#linked(link, row, after, wanted, isNew);
    return after;
  }

  /** A text that changed takes its code along when the sheet says nothing of the code, and the other way round. */
  #linked(
    link: { readonly text: string; readonly code: string },
    before: RecordRow,
    after: RecordRow,
    wanted: WantedRow,
    isNew: boolean,
  ): RecordRow {
    const field = this.#set.fields.find(({ key }) => key === link.code);
    if (!field || wanted.values.has(link.code) || !wanted.values.has(link.text)) return after;
    if (!isNew && textOf(before, link.text) === textOf(after, link.text)) return after;
    const code = this.#coded(link.code, textOf(after, link.text));
    return (valueOf(after, link.code) ?? null) === code && writtenOf(after, link.code) === ''
      ? after
      : withValue(after, field, code);
  }
}

/** The row with all values that it does not hold yet, as `withValue` sets one; the row itself when it holds them all. */
function withValues(row: RecordRow, wanted: WantedRow): RecordRow {
  const missing = [...wanted.values].filter(([key, value]) => !holds(row, key, value));
  if (missing.length === 0) return row;
  const { asWritten, origin: _origin, ...rest } = row;
  const values: Record<string, FieldValue> = {};
  const spellings: Record<string, string> = { ...asWritten };
  for (const [key, { value, written }] of missing) {
    values[key] = value;
    if (written) spellings[key] = written;
    else delete spellings[key];
  }
  const isSpelt = Object.keys(spellings).length > 0;
  return { ...rest, id: row.id, ...values, ...(isSpelt ? { asWritten: spellings } : {}) };
}

/** The values that cannot be taken and that the record does not have. */
function doubts(before: RecordRow | null, wanted: WantedRow): RowProblem[] {
  return [...wanted.values].flatMap(([field, value]) =>
    value.doubt && !(before && holds(before, field, value)) ? [{ ...value.doubt, field }] : [],
  );
}

function given(wanted: WantedRow, key: string): boolean {
  const value = wanted.values.get(key);
  return value !== undefined && (value.value !== null || value.written !== undefined);
}

function holds(row: RecordRow, key: string, wanted: WantedValue | undefined): boolean {
  if (wanted === undefined) return false;
  const isValue = (valueOf(row, key) ?? '') === (wanted.value ?? '');
  if (!isValue) return false;
  // A stored spelling of the same value says no less than the sheet does.
  return wanted.written === undefined
    ? wanted.value !== null || writtenOf(row, key) === ''
    : writtenOf(row, key) === wanted.written;
}
