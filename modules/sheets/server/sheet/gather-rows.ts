import type { MergedCells, TableFile } from '#documents/formats';
import { matchPerson, MergedRows, type KnownPerson, type WantedValue } from '#modules/sheets';
import { isExample, isRemark } from './cells.ts';
import type { PeopleFinder } from './find-people.ts';
import type { ReadRow, RowReader } from './read-rows.ts';
import { tooManyRows } from './sheet-errors.ts';
import type { SheetWork } from './sheet-settings.ts';
import type { ErrorTeller } from './tell-errors.ts';
import type { UnitNames } from './unit-names.ts';

const rowLimit = 300_000;
const readAtOnce = 250;

/** A row that was read without a fault and waits for the others of its person. */
export interface PendingRow {
  readonly number: number;
  readonly record: string;
  readonly values: readonly (WantedValue | null)[];
}

export interface PendingPerson {
  readonly person: KnownPerson;
  readonly rows: PendingRow[];
}

/** What was read of a sheet. */
export interface GatheredRows {
  readonly people: PendingPerson[];
  readonly rows: number;
  readonly refused: number;
  readonly merged: readonly MergedCells[];
}

/** Reads a sheet row by row and finds out whose rows they are. */
export class RowGatherer {
  readonly #work: SheetWork;
  readonly #reader: RowReader;
  readonly #finder: PeopleFinder;
  readonly #names: UnitNames;
  readonly #errors: ErrorTeller;
  readonly #pending = new Map<string, PendingPerson>();
  #rows = 0;
  #refused = 0;

  constructor(
    work: SheetWork,
    reader: RowReader,
    finder: PeopleFinder,
    names: UnitNames,
    errors: ErrorTeller,
  ) {
    this.#work = work;
    this.#reader = reader;
    this.#finder = finder;
    this.#names = names;
    this.#errors = errors;
  }

  async gather(file: TableFile): Promise<GatheredRows> {
    const { settings, tools } = this.#work;
    const { headRow, skipHidden, sheet } = settings;
    const reader = this.#reader;
    const nameColumn = reader.columnOf('@name');
    const filling = await this.#mergedRows(file);
    const source = file.rows(sheet);
    let waiting: ReadRow[] = [];
    for await (const batch of source) {
      for (const found of batch) {
        if (found.number <= headRow) continue;
        const row = filling?.filled(found) ?? found;
        if (row.isHidden && skipHidden) continue;
        if (reader.isEmpty(row) || isRemark(found) || isExample(row, nameColumn)) continue;
        waiting.push(reader.read(row));
        this.#rows += 1;
        if (this.#rows > rowLimit) throw tooManyRows(rowLimit);
      }
      if (waiting.length < readAtOnce) continue;
      tools.signal.throwIfAborted();
      await this.#match(waiting);
      waiting = [];
      tools.progress(this.#rows, 0);
    }
    await this.#match(waiting);
    const people = [...this.#pending.values()];
    this.#pending.clear();
    return { people, rows: this.#rows, refused: this.#refused, merged: source.merged };
  }

  /** Where cells are merged stands behind the rows: a sheet that has some is read twice. */
  async #mergedRows(file: TableFile): Promise<MergedRows | null> {
    const { sheet, hasMergedRows } = this.#work.settings;
    if (!hasMergedRows) return null;
    const rows = file.rows(sheet);
    for await (const _batch of rows);
    return new MergedRows(rows.merged);
  }

  /** Finds the person of each row; rows without a fault wait until all of a person's are there. */
  async #match(rows: readonly ReadRow[]): Promise<void> {
    const peopleOf = await this.#finder.find(rows.map(({ claim }) => claim));
    const unitsNamed = (name: string) => this.#names(name).map(({ id }) => id);
    for (const row of rows) {
      const match = matchPerson(row.claim, peopleOf(row.claim), unitsNamed);
      if ('problem' in match || row.errors.length > 0) {
        this.#refused += 1;
        const faults = this.#reader.faultsOf(row);
        for (const fault of faults) this.#errors.cell(row.number, fault.column, fault.value, fault);
        if (!('problem' in match)) continue;
        const column = this.#errors.columnAt(match.at);
        if (!faults.some((fault) => fault.column === column))
          this.#errors.cell(row.number, column, row.cells[column]?.text ?? '', match.problem);
        continue;
      }
      const { number, record, values } = row;
      const known = this.#pending.get(match.person.id);
      if (known) known.rows.push({ number, record, values });
      else this.#pending.set(match.person.id, { person: match.person, rows: [{ number, record, values }] });
    }
  }
}
