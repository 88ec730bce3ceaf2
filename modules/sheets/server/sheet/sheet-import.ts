import { createHash } from 'node:crypto';
import type { TableFile } from '#documents/formats';
import {
  displayValue,
  textOf,
  type FieldDefinition,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import {
  BulkChange,
  discardDraft,
  readMany,
  rowsOf,
  sweepDrafts,
  today,
  type JobTools,
  type Store,
  type SubjectEdit,
  type TaskActor,
} from '#platform/server';
import { codedItem, personSet } from '#modules/cadres';
import { unitsInScope } from '#modules/cadres/server';
import { readUnitTree } from '#modules/organization/server';
import {
  matchPerson,
  MergedRows,
  RowMerger,
  type BulkCounts,
  type IdentityKey,
  type KnownPerson,
  type Mapping,
  type RowOutcome,
  type RowProblem,
  type SheetError,
  type WantedRow,
  type WantedValue,
} from '#modules/sheets';
import { previewOutdated, tooManyRows } from './sheet-errors.ts';
import { checkRow, setsToCheck } from './check-row.ts';
import { columnLetters, isExample, isRemark } from './cells.ts';
import { PeopleFinder } from './find-people.ts';
import { refusing } from './open-sheet.ts';
import { RowReader, type ReadRow } from './read-rows.ts';
import { unitNames, withinReach, type UnitNames } from './unit-names.ts';

/** What the operator said about a sheet. */
export interface SheetSettings {
  readonly sheet: number;
  readonly headRow: number;
  readonly heads: readonly string[];
  readonly mapping: Mapping;
  readonly clearMark: string;
  readonly keepUnknown: boolean;
  readonly skipHidden: boolean;
  /** Cells below the head reach over several rows. */
  readonly hasMergedRows: boolean;
}

/** What is to be done with what was found. */
export type WriteChoice = 'preview' | 'all-or-nothing' | 'good-rows';

/** A row that would change a record, for the preview. */
export interface SheetChange {
  readonly row: number;
  readonly person: KnownPerson;
  readonly kind: 'created' | 'updated';
  readonly before: RecordRow | null;
  readonly after: RecordRow;
}

/** Hears of what is found as it is found. */
export interface SheetListener {
  readonly onError: (error: SheetError) => void;
  readonly onChange?: (change: SheetChange) => void;
}

export interface SheetResult {
  readonly counts: BulkCounts;
  /** Equal exactly when the same rows would do the same to the same versions. */
  readonly fingerprint: string;
  /** The change that was written; null when nothing was. */
  readonly change: string | null;
}

const rowLimit = 300_000;
const readAtOnce = 1_000;
const writtenAtOnce = 400;

interface PendingRow {
  readonly number: number;
  readonly record: string;
  readonly values: readonly (WantedValue | null)[];
}

interface Pending {
  readonly person: KnownPerson;
  readonly rows: PendingRow[];
}

/** Reads a sheet into a set of people: first every row by itself, then person by person against what is stored. */
export class SheetImport {
  readonly #store: Store;
  readonly #set: SetDefinition;
  readonly #settings: SheetSettings;
  readonly #listener: SheetListener;
  readonly #sheetName: string;
  readonly #pending = new Map<string, Pending>();
  readonly #hash = createHash('sha256');
  readonly counts = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0, people: 0 };

  constructor(
    store: Store,
    set: SetDefinition,
    settings: SheetSettings,
    sheetName: string,
    listener: SheetListener,
  ) {
    this.#store = store;
    this.#set = set;
    this.#settings = settings;
    this.#sheetName = sheetName;
    this.#listener = listener;
  }

  async run(
    file: TableFile,
    actor: TaskActor,
    write: WriteChoice,
    tools: JobTools,
    expected: string | null = null,
  ): Promise<SheetResult> {
    const tree = await readUnitTree(this.#store);
    const units = await unitsInScope(this.#store, actor.scope);
    const reach = units && new Set(units);
    // Nobody may be moved to where the operator could not see them.
    const names = withinReach(unitNames(tree), this.#set.code === personSet.code ? reach : null);
    const finder = new PeopleFinder(this.#store, tree, reach);
    const reader = new RowReader(this.#set, this.#settings, {
      tables: this.#store.tables,
      is1904: file.is1904,
      unitsNamed: names,
      keepUnknown: this.#settings.keepUnknown,
    });
    await refusing(() => this.#readAll(file, reader, finder, names, tools));
    const isWritten = write === 'good-rows' || (write === 'all-or-nothing' && this.counts.refused === 0);
    const bulk = isWritten && this.#pending.size > 0 ? await this.#begin() : null;
    try {
      await this.#mergeAll(reader, names, reach, bulk, tools, tree.nameOf);
      const fingerprint = this.#hash.digest('hex');
      const isGood = write === 'good-rows' || this.counts.refused === 0;
      const changes = this.counts.created + this.counts.updated > 0;
      if (!bulk || !isGood || !changes) {
        if (bulk) await discardDraft(this.#store, bulk.id);
        return { counts: this.counts, fingerprint, change: null };
      }
      if (expected !== null && expected !== fingerprint) throw previewOutdated();
      const summary = `导入数据表（${this.#set.label}）：新增 ${this.counts.created} 条，修改 ${this.counts.updated} 条，涉及 ${this.counts.people} 人`;
      const change = await bulk.publish({ actor, origin: 'import', summary });
      return { counts: this.counts, fingerprint, change: change.id };
    } catch (error) {
      if (bulk) await discardDraft(this.#store, bulk.id);
      throw error;
    }
  }

  async #begin(): Promise<BulkChange> {
    await sweepDrafts(this.#store);
    return BulkChange.begin(this.#store);
  }

  async #readAll(
    file: TableFile,
    reader: RowReader,
    finder: PeopleFinder,
    names: UnitNames,
    tools: JobTools,
  ): Promise<void> {
    let waiting: ReadRow[] = [];
    const { headRow, skipHidden, sheet } = this.#settings;
    const merged = await this.#merged(file);
    for await (const batch of file.rows(sheet)) {
      for (const found of batch) {
        if (found.number <= headRow) continue;
        const row = merged?.filled(found) ?? found;
        if (row.isHidden && skipHidden) continue;
        if (reader.isEmpty(row) || isRemark(found) || isExample(row, reader.columnOf('@name'))) continue;
        waiting.push(reader.read(row));
        this.counts.rows += 1;
        if (this.counts.rows > rowLimit) throw tooManyRows(rowLimit);
      }
      if (waiting.length < readAtOnce) continue;
      tools.signal.throwIfAborted();
      await this.#match(waiting, reader, finder, names);
      waiting = [];
      tools.progress(this.counts.rows, 0);
    }
    await this.#match(waiting, reader, finder, names);
  }

  /** Where cells are merged stands behind the rows: a sheet that has some is read twice. */
  async #merged(file: TableFile): Promise<MergedRows | null> {
    const { sheet, hasMergedRows } = this.#settings;
    if (!hasMergedRows) return null;
    const rows = file.rows(sheet);
    for await (const _batch of rows);
    return new MergedRows(rows.merged);
  }

  /** Finds the person of each row; rows without a fault wait until all of a person's are there. */
  async #match(
    rows: readonly ReadRow[],
    reader: RowReader,
    finder: PeopleFinder,
    names: UnitNames,
  ): Promise<void> {
    const peopleOf = await finder.find(rows.map(({ claim }) => claim));
    const unitsNamed = (name: string) => names(name).map(({ id }) => id);
    for (const row of rows) {
      const match = matchPerson(row.claim, peopleOf(row.claim), unitsNamed);
      if ('problem' in match || row.errors.length > 0) {
        this.counts.refused += 1;
        const faults = reader.faultsOf(row);
        for (const fault of faults) this.#error(row.number, fault.column, fault.value, fault);
        if (!('problem' in match)) continue;
        const column = this.#columnAt(reader, match.at);
        if (!faults.some((fault) => fault.column === column))
          this.#error(row.number, column, row.cells[column]?.text ?? '', match.problem);
        continue;
      }
      const { number, record, values } = row;
      const known = this.#pending.get(match.person.id);
      if (known) known.rows.push({ number, record, values });
      else this.#pending.set(match.person.id, { person: match.person, rows: [{ number, record, values }] });
    }
  }

  /** The column that tells this, or the nearest that there is. */
  #columnAt(reader: RowReader, key: IdentityKey): number {
    const order: readonly IdentityKey[] = [key, '@name', '@nationalId', '@person', '@birth', '@unit'];
    return order.map((each) => reader.columnOf(each)).find((column) => column >= 0) ?? 0;
  }

  #error(row: number, column: number, value: string, problem: { code: string; reason: string }): void {
    this.#listener.onError({
      sheet: this.#sheetName,
      row,
      column: columnLetters(column),
      heading: this.#settings.heads[column] ?? '',
      value,
      code: problem.code,
      reason: problem.reason,
    });
  }

  async #mergeAll(
    reader: RowReader,
    names: UnitNames,
    reach: ReadonlySet<string> | null,
    bulk: BulkChange | null,
    tools: JobTools,
    unitName: (id: string) => string,
  ): Promise<void> {
    const sets = setsToCheck(this.#store, this.#set);
    const date = today();
    const all = [...this.#pending.values()];
    const codeOf = (field: FieldDefinition, text: string): string | null => {
      if (field.type !== 'unit')
        return codedItem(field.codeTable ?? '', text, this.#store.tables)?.code ?? null;
      const [only, second] = names(text);
      return only && !second ? only.id : null;
    };
    for (let start = 0; start < all.length; start += writtenAtOnce) {
      tools.signal.throwIfAborted();
      const some = all.slice(start, start + writtenAtOnce);
      const stored = await readMany(
        this.#store.db,
        some.map(({ person }) => person.id),
        sets,
      );
      const edits: SubjectEdit[] = [];
      for (const { person, rows } of some) {
        const found = stored.get(person.id) ?? {};
        const own = found[this.#set.code];
        const before = rowsOf(found);
        const merger = new RowMerger(this.#set, own?.rows ?? [], codeOf);
        this.#hash.update(`${person.id} ${own?.version ?? 0}\n`);
        const check = (after: RecordRow, old: RecordRow | null): RowProblem | null =>
          checkRow(this.#store, this.#set, before, after, old, { birth: person.birth, today: date }) ??
          leftReach(this.#set, reach, after);
        const touched = this.#mergePerson(person, rows, merger, reader, unitName, check);
        if (!touched) continue;
        this.counts.people += 1;
        const edit = { expectedVersion: own?.version ?? 0, rows: merger.rows };
        edits.push({ subject: person.id, kind: 'person', event: 'update', sets: { [this.#set.code]: edit } });
      }
      if (bulk && edits.length > 0) await bulk.add(edits);
      tools.progress(start + some.length, all.length);
    }
  }

  #mergePerson(
    person: KnownPerson,
    rows: readonly PendingRow[],
    merger: RowMerger,
    reader: RowReader,
    unitName: (id: string) => string,
    check: (after: RecordRow, before: RecordRow | null) => RowProblem | null,
  ): boolean {
    let touched = false;
    for (const row of rows) {
      const wanted = wantedRow(row, reader);
      const outcome = merger.take(wanted, row.number, check);
      this.#count(row.number, outcome);
      if (outcome.kind === 'refused') this.#refuse(row, outcome, reader, unitName);
      else if (outcome.kind !== 'unchanged') {
        touched = true;
        const { kind, before, after } = outcome;
        this.#listener.onChange?.({ row: row.number, person, kind, before, after });
      }
    }
    return touched;
  }

  #count(row: number, outcome: RowOutcome): void {
    this.counts[outcome.kind] += 1;
    this.#hash.update(`${row} ${outcome.kind}\n`);
  }

  #refuse(
    row: PendingRow,
    { others = [], ...problem }: RowProblem,
    reader: RowReader,
    unitName: (id: string) => string,
  ): void {
    const at = reader.columns.findIndex(({ field }) => field.key === problem.field);
    const index = at >= 0 ? at : row.values.findIndex((value) => value !== null);
    const place = reader.columns[index];
    const value = row.values[index];
    const text = place && value ? shown(place.field, value, this.#store, unitName) : '';
    this.#error(row.number, place?.column ?? this.#columnAt(reader, '@name'), text, problem);
    for (const other of others) this.#refuse(row, other, reader, unitName);
  }
}

/** Nobody may be moved to where the operator could not see them; names of units out of reach are not known anyway. */
function leftReach(
  set: SetDefinition,
  reach: ReadonlySet<string> | null,
  after: RecordRow,
): RowProblem | null {
  const field = 'statisticalOrgCode';
  if (set.code !== personSet.code || reach === null || reach.has(textOf(after, field))) return null;
  const label = set.fields.find(({ key }) => key === field)?.label ?? field;
  return {
    code: 'required',
    field,
    reason: `“${label}”不能清空：清空后这名干部将不在您的管理范围内。`,
  };
}

function wantedRow({ record, values }: PendingRow, reader: RowReader): WantedRow {
  const wanted = new Map<string, WantedValue>();
  for (const [index, { field }] of reader.columns.entries()) {
    const value = values[index];
    if (value) wanted.set(field.key, value);
  }
  return { record, values: wanted };
}

function shown(
  field: FieldDefinition,
  { value, written }: WantedValue,
  store: Store,
  unitName: (id: string) => string,
): string {
  const row = { id: '', [field.key]: value, ...(written ? { asWritten: { [field.key]: written } } : {}) };
  return displayValue(field, row, store.tables, unitName);
}
