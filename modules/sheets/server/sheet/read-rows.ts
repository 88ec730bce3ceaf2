import type { SheetCell, SheetRow } from '#documents/formats';
import type { FieldDefinition, SetDefinition } from '#platform/model';
import {
  identityOf,
  nameKey,
  nationalIdText,
  readCell,
  readDateCell,
  type CellContext,
  type CellProblem,
  type CellReading,
  type IdentityKey,
  type Mapping,
  type PersonClaim,
  type WantedValue,
} from '#modules/sheets';
import { KnownTexts } from './known-texts.ts';

/** A wrong cell of a row; `column` is its place, the first being 0. */
export interface CellError {
  readonly column: number;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

/** A row of a sheet after reading. */
export interface ReadRow {
  readonly number: number;
  readonly claim: PersonClaim;
  /** The id of the record that the row was exported from. */
  readonly record: string;
  /** What the cells want, in the order of `columns`; null where they say nothing. */
  readonly values: readonly (WantedValue | null)[];
  /** Wrong whatever the record says; doubts stand with their values. */
  readonly errors: readonly CellError[];
  readonly cells: SheetRow['cells'];
}

/** How a sheet is read. */
export interface RowSettings {
  readonly mapping: Mapping;
  /** A cell with this text empties its field; an empty string for none. */
  readonly clearMark: string;
}

/** Reads rows by a mapping; what the same text meant before in a column is remembered. */
export class RowReader {
  readonly columns: readonly { readonly column: number; readonly field: FieldDefinition }[];
  readonly #identity = new Map<IdentityKey, number>();
  readonly #clearMark: string;
  readonly #context: CellContext;
  readonly #known: readonly KnownTexts[];

  constructor(set: SetDefinition, { mapping, clearMark }: RowSettings, context: CellContext) {
    const fields = new Map(set.fields.map((field) => [field.key, field]));
    this.columns = mapping.flatMap((target, column) => {
      const field = fields.get(target ?? '');
      return field ? [{ column, field }] : [];
    });
    for (const [column, target] of mapping.entries()) {
      const key = target === null ? null : identityOf(set, target);
      // A column of its own says it better than a field that says it too.
      if (key && (target === key || !this.#identity.has(key))) this.#identity.set(key, column);
    }
    this.#clearMark = clearMark;
    this.#context = context;
    this.#known = this.columns.map(() => new KnownTexts());
  }

  /** The column that tells this of people; -1 when none does. */
  columnOf(key: IdentityKey): number {
    return this.#identity.get(key) ?? -1;
  }

  /** Does no column that is read say anything? Rows are often numbered before they are filled in. */
  isEmpty({ cells }: SheetRow): boolean {
    const says = (column: number) => (cells[column]?.text.trim() ?? '') !== '';
    return !this.columns.some(({ column }) => says(column)) && ![...this.#identity.values()].some(says);
  }

  /** Everything that is wrong with the cells of a row that is not taken in, its doubts among it. */
  faultsOf({ errors, values, cells }: ReadRow): CellError[] {
    const doubts = values.flatMap((value, index): CellError[] => {
      const column = this.columns[index]?.column;
      if (!value?.doubt || column === undefined) return [];
      return [{ column, value: cells[column]?.text ?? '', ...value.doubt }];
    });
    return [...errors, ...doubts];
  }

  read({ number, cells }: SheetRow): ReadRow {
    const errors: CellError[] = [];
    const values = this.columns.map(({ column, field }, index) => {
      const cell = cells[column];
      if (!cell || cell.text.trim() === '') return null;
      const reading = this.#reading(field, cell, index);
      if (!('problem' in reading)) return reading;
      if (mayBeStored.has(reading.problem.code)) return doubted(field, cell, reading.problem);
      errors.push({ column, value: cell.text, ...reading.problem });
      return null;
    });
    const claim = this.#claim(cells, errors);
    return { number, claim, record: this.#text(cells, '@row'), values, errors, cells };
  }

  #reading(field: FieldDefinition, cell: SheetCell, index: number): CellReading {
    const read = () =>
      this.#clearMark !== '' && cell.text.trim() === this.#clearMark
        ? cleared(field)
        : readCell(field, cell, this.#context);
    return this.#known[index]?.reading(cell, read) ?? read();
  }

  #claim(cells: SheetRow['cells'], errors: CellError[]): PersonClaim {
    return {
      person: this.#text(cells, '@person'),
      name: nameKey(this.#text(cells, '@name')),
      nationalId: nationalIdText(this.#text(cells, '@nationalId')),
      birth: this.#birth(cells, errors),
      unit: this.#text(cells, '@unit'),
    };
  }

  #birth(cells: SheetRow['cells'], errors: CellError[]): string {
    const column = this.columnOf('@birth');
    const cell = cells[column];
    if (!cell || this.#text(cells, '@birth') === '') return '';
    const reading = readDateCell(cell, this.#context.is1904);
    if (!('problem' in reading)) return String(reading.value).slice(0, 7);
    // A field that tells the birth as well has been read already.
    if (!this.columns.some((each) => each.column === column))
      errors.push({ column, value: cell.text, ...reading.problem });
    return '';
  }

  #text(cells: SheetRow['cells'], key: IdentityKey): string {
    const text = cells[this.columnOf(key)]?.text.trim() ?? '';
    return text === this.#clearMark ? '' : text;
  }
}

/** Values that a record may hold all the same, because a form had them: saying them once more changes nothing. */
const mayBeStored = new Set(['unknown-code', 'bad-date', 'bad-national-id']);

function doubted({ type }: FieldDefinition, { text }: SheetCell, doubt: CellProblem): WantedValue {
  const isText = type === 'text' || type === 'paragraph';
  return isText ? { value: text.trim(), doubt } : { value: null, written: text.trim(), doubt };
}

function cleared(field: FieldDefinition): CellReading {
  return field.required
    ? { problem: { code: 'required', reason: `“${field.label}”不能清空。` } }
    : { value: null };
}
