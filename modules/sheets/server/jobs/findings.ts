import {
  describeDifference,
  diffRows,
  type RecordRow,
  type SetDefinition,
  type UnitNames,
} from '#platform/model';
import { insertMany, type Store } from '#platform/server';
import type { BulkChangeLine, SheetError } from '#modules/sheets';
import type { SheetChange, SheetQuestion } from '../sheet/sheet-settings.ts';
import { setJob } from './job-rows.ts';
import { withSheets } from '../tables.ts';

const errorColumns = ['job_id', 'n', 'sheet', 'row', 'col', 'heading', 'value', 'code', 'reason'];
const changeColumns = ['job_id', 'n', 'row', 'person', 'name', 'kind', 'lines'];
const writtenAtOnce = 1_000;
/** Nobody looks through more of a preview; the counts are of all. */
const changeLimit = 5_000;
const shownValue = 200;

/** Gathers what a preview finds and keeps it for the pages that show it. */
export class Findings {
  readonly errors: SheetError[] = [];
  readonly #changes: unknown[][] = [];
  readonly #questions: unknown[][] = [];
  readonly #store: Store;
  readonly #job: string;
  readonly #set: SetDefinition;
  readonly #unitName: UnitNames;

  constructor(store: Store, job: string, set: SetDefinition, unitName: UnitNames) {
    this.#store = store;
    this.#job = job;
    this.#set = set;
    this.#unitName = unitName;
  }

  readonly onError = (error: SheetError): void => {
    this.errors.push(error);
  };

  readonly onChange = ({ row, person, kind, before, after }: SheetChange): void => {
    if (this.#changes.length >= changeLimit) return;
    this.addChange({ row, person, kind, lines: this.#linesOf(before, after) });
  };

  #linesOf(before: RecordRow | null, after: RecordRow): BulkChangeLine['lines'] {
    const states = { before: before ? [before] : [], after: [after] };
    return describeDifference(
      this.#set,
      diffRows(this.#set, states.before, states.after),
      states,
      this.#store.tables,
      this.#unitName,
    ).map((line) => ({
      label: line.kind === 'changed' && line.rowTitle !== '' ? `${line.rowTitle}：${line.label}` : line.label,
      before: line.before,
      after: line.after,
    }));
  }

  readonly onQuestion = ({ row, person, before, after, isClear }: SheetQuestion): void => {
    if (this.#questions.length >= changeLimit) return;
    const lines = this.#linesOf(before, after);
    this.#questions.push(this.#line(row, person, isClear ? 'asked' : 'asked-add', lines));
  };

  /** From here on the job knows under which id its change will appear, whatever becomes of its process. */
  readonly onBegin = (change: string): Promise<void> => setJob(this.#store, this.#job, { change_id: change });

  /** Notes what becomes of a record in words of its own. */
  addChange(change: {
    readonly row: number;
    readonly person: { readonly id: string; readonly name: string };
    readonly kind: 'created' | 'updated';
    readonly lines: BulkChangeLine['lines'];
  }): void {
    if (this.#changes.length >= changeLimit) return;
    const { row, person, kind, lines } = change;
    this.#changes.push(this.#line(row, person, kind, lines));
  }

  #line(
    row: number,
    { id, name }: { readonly id: string; readonly name: string },
    kind: BulkChangeLine['kind'],
    lines: BulkChangeLine['lines'],
  ): unknown[] {
    return [this.#job, 0, row, id, name, kind, JSON.stringify(lines)];
  }

  /** Writes what was found in place of what an earlier preview found. */
  async keep(): Promise<void> {
    await dropFindings(this.#store, this.#job);
    const errors = this.errors
      .toSorted((a, b) => a.row - b.row)
      .map((error, n) => [
        this.#job,
        n,
        error.sheet,
        error.row,
        error.column,
        error.heading,
        error.value.slice(0, shownValue),
        error.code,
        error.reason,
      ]);
    await this.#insert('bulk_errors', errorColumns, errors);
    const changes = [...this.#changes, ...this.#questions].toSorted((a, b) => Number(a[2]) - Number(b[2]));
    for (const [n, change] of changes.entries()) change[1] = n;
    await this.#insert('bulk_changes', changeColumns, changes);
  }

  async #insert(table: string, columns: readonly string[], rows: readonly unknown[][]): Promise<void> {
    for (let start = 0; start < rows.length; start += writtenAtOnce) {
      const some = rows.slice(start, start + writtenAtOnce);
      await this.#store.db.transaction().execute((tx) => insertMany(tx, table, columns, some));
    }
  }
}

/** Forgets what a preview found: it holds personal data. */
export async function dropFindings(store: Store, job: string): Promise<void> {
  const db = withSheets(store.db);
  await db.deleteFrom('bulk_errors').where('job_id', '=', job).execute();
  await db.deleteFrom('bulk_changes').where('job_id', '=', job).execute();
}
