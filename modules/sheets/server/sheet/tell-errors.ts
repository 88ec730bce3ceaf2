import { displayValue, type FieldDefinition } from '#platform/model';
import type { IdentityKey, RowProblem, WantedValue } from '#modules/sheets';
import { columnLetters } from './cells.ts';
import type { RowReader } from './read-rows.ts';
import type { SheetWork } from './sheet-settings.ts';

type UnitName = (id: string) => string;

/** A row of the sheet as far as its errors need it. */
interface ToldRow {
  readonly number: number;
  readonly values: readonly (WantedValue | null)[];
}

/** Tells what is wrong with a sheet by the places of its cells. */
export class ErrorTeller {
  readonly #work: SheetWork;
  readonly #reader: RowReader;
  readonly #unitName: UnitName;

  constructor(work: SheetWork, reader: RowReader, unitName: UnitName) {
    this.#work = work;
    this.#reader = reader;
    this.#unitName = unitName;
  }

  /** What is wrong with a cell. */
  cell(row: number, column: number, value: string, problem: { code: string; reason: string }): void {
    const { sheetName, settings, listener } = this.#work;
    listener.onError({
      sheet: sheetName,
      row,
      column: columnLetters(column),
      heading: settings.heads[column] ?? '',
      value,
      code: problem.code,
      reason: problem.reason,
    });
  }

  /** What is wrong with a row, at the cell that is to blame. */
  row(row: ToldRow, { others = [], ...problem }: RowProblem): void {
    const { columns } = this.#reader;
    const at = columns.findIndex(({ field }) => field.key === problem.field);
    const index = at >= 0 ? at : row.values.findIndex((value) => value !== null);
    const place = columns[index];
    const value = row.values[index];
    const text = place && value ? this.#shown(place.field, value) : '';
    this.cell(row.number, place?.column ?? this.columnAt('@name'), text, problem);
    for (const other of others) this.row(row, other);
  }

  /** The column that tells this of people, or the nearest that there is. */
  columnAt(key: IdentityKey): number {
    const order: readonly IdentityKey[] = [key, '@name', '@nationalId', '@person', '@birth', '@unit'];
    return order.map((each) => this.#reader.columnOf(each)).find((column) => column >= 0) ?? 0;
  }

  #shown(field: FieldDefinition, { value, written }: WantedValue): string {
    const row = { id: '', [field.key]: value, ...(written ? { asWritten: { [field.key]: written } } : {}) };
    return displayValue(field, row, this.#work.store.tables, this.#unitName);
  }
}
