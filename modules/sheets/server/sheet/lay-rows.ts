import { textOf, type RecordRow, type SetDefinition } from '#platform/model';
import { readMany, rowsOf, today, type StoredSets, type SubjectEdit } from '#platform/server';
import { personSet } from '#modules/cadres';
import {
  RowMerger,
  type BulkCounts,
  type RowFinder,
  type RowOutcome,
  type RowProblem,
  type WantedRow,
  type WantedValue,
} from '#modules/sheets';
import { checkRow, setsToCheck } from './check-row.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { PendingPerson, PendingRow } from './gather-rows.ts';
import type { RowReader } from './read-rows.ts';
import { answerFor, type SheetWork } from './sheet-settings.ts';
import type { ErrorTeller } from './tell-errors.ts';

/** Counts as they grow. */
export type GrowingCounts = { -readonly [Key in keyof BulkCounts]: BulkCounts[Key] };

/** What laying the rows of people over their records needs to know. */
export interface LayingTools {
  readonly reader: RowReader;
  readonly finder: RowFinder;
  readonly errors: ErrorTeller;
  /** The units within the operator's reach; null without bounds. */
  readonly reach: ReadonlySet<string> | null;
  readonly counts: GrowingCounts;
  /** Hears of every version that is touched, of what becomes of each row and of what is written. */
  readonly fingerprint: Fingerprint;
}

/** Lays the rows of people over their records, some people at a time: the rows of a set are one record of a person. */
export class RowLayer {
  readonly #work: SheetWork;
  readonly #tools: LayingTools;
  readonly #sets: readonly string[];
  readonly #today = today();

  constructor(work: SheetWork, tools: LayingTools) {
    this.#work = work;
    this.#tools = tools;
    this.#sets = setsToCheck(work.store, work.set);
  }

  /** The edits that these people need. */
  async lay(people: readonly PendingPerson[]): Promise<SubjectEdit[]> {
    const { store, set } = this.#work;
    const ids = people.map(({ person }) => person.id);
    const stored = await readMany(store.db, ids, this.#sets);
    const edits: SubjectEdit[] = [];
    for (const pending of people) {
      const found = stored.get(pending.person.id) ?? {};
      const expectedVersion = found[set.code]?.version ?? 0;
      this.#tools.fingerprint.person(pending.person.id, expectedVersion);
      const rows = this.#layPerson(pending, found);
      if (rows === null) continue;
      this.#tools.counts.people += 1;
      const sets = { [set.code]: { expectedVersion, rows } };
      edits.push({ subject: pending.person.id, kind: 'person', event: 'update', sets });
    }
    return edits;
  }

  /** The rows that the person has afterwards; null when nothing changes. */
  #layPerson({ person, rows }: PendingPerson, stored: StoredSets): readonly RecordRow[] | null {
    const { store, set, settings } = this.#work;
    const before = rowsOf(stored);
    const wanted = rows.map((row) => wantedRow(row, this.#tools.reader));
    const merger = new RowMerger(this.#tools.finder, before[set.code] ?? [], wanted);
    const life = { birth: person.birth, today: this.#today };
    const check = (after: RecordRow, old: RecordRow | null): RowProblem | null =>
      checkRow(store, set, before, after, old, life) ?? leftReach(set, this.#tools.reach, after);
    let touched = false;
    for (const [index, row] of rows.entries()) {
      const said = wanted[index];
      if (!said) continue;
      const outcome = merger.take(said, row.number, check, answerFor(settings, row.number));
      this.#note(row, person, outcome);
      touched ||= outcome.kind === 'created' || outcome.kind === 'updated';
    }
    if (!touched) return null;
    this.#tools.fingerprint.records(before[set.code] ?? [], merger.rows);
    return merger.rows;
  }

  #note(row: PendingRow, person: PendingPerson['person'], outcome: RowOutcome): void {
    const { counts, fingerprint, errors } = this.#tools;
    const { listener } = this.#work;
    counts[outcome.kind] += 1;
    fingerprint.outcome(row.number, outcome.kind);
    if (outcome.question) {
      counts.asked += 1;
      listener.onQuestion?.({ row: row.number, person, ...outcome.question });
    }
    if (outcome.kind === 'refused') errors.row(row, outcome);
    else if (outcome.kind !== 'unchanged') {
      const { kind, before, after } = outcome;
      listener.onChange?.({ row: row.number, person, kind, before, after });
    }
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
