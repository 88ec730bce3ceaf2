import {
  newId,
  printDate,
  textOf,
  valueOf,
  withValue,
  writtenOf,
  type FieldValue,
  type RecordRow,
  type SetDefinition,
} from '#platform/model';
import type { OtherDate } from './bulk-contracts.ts';
import { linkedFields } from './field-relations.ts';
import type { FoundRow, RowFinder } from './find-row.ts';
import { gives, holds, knowsMore, type WantedRow } from './wanted-row.ts';

/** A row that may correct a record or be a further one: the record and what the row would make of it. */
export interface OtherDateQuestion {
  readonly before: RecordRow;
  readonly after: RecordRow;
  /** It is the only record that the row could correct. */
  readonly isClear: boolean;
}

/** What becomes of a row of a sheet; with a `question` where it depends on what the operator says. */
export type RowOutcome = (
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly before: RecordRow | null;
      readonly after: RecordRow;
    }
  | ({ readonly kind: 'refused' } & RowProblem)
) & { readonly question?: OtherDateQuestion };

/** Why a row cannot be taken, and the field that is to blame if it is one. */
export interface RowProblem {
  readonly code: string;
  readonly reason: string;
  readonly field?: string;
  /** What else is wrong with the row. */
  readonly others?: readonly RowProblem[];
}

type OtherDateRows = FoundRow & { readonly kind: 'other-date' };
type Check = (row: RecordRow, before: RecordRow | null) => RowProblem | null;

/**
 * Lays the rows that a sheet has of one person over those that are stored. Rows of a set are found again by the id that
 * an export gave them, else by what they are about and their date; a row that nobody has is added. What the sheet does not
 * speak of stays, and so does what the record knows more exactly. With another date than that of the record about the same, nobody but the operator knows what is meant.
 */
export class RowMerger {
  readonly #finder: RowFinder;
  readonly #rows: RecordRow[];
  /** The rows of the sheet that have spoken of a record, by its id. */
  readonly #spoken = new Map<string, number>();
  /** The records that rows of the sheet mean by id or date: no other date is a correction of them. */
  readonly #told = new Set<string>();

  /** @param coming the rows that the sheet has of the person, all of them */
  constructor(finder: RowFinder, stored: readonly RecordRow[], coming: readonly WantedRow[]) {
    this.#finder = finder;
    this.#rows = [...stored];
    if (coming.length < 2 || finder.identity.dates.length === 0) return;
    for (const wanted of coming) {
      const row = finder.surely(wanted, stored);
      if (row) this.#told.add(row.id);
    }
  }

  get rows(): readonly RecordRow[] {
    return this.#rows;
  }

  /** Takes in one row; `check` may still refuse what would become of it. */
  take(wanted: WantedRow, number: number, check: Check, otherDate: OtherDate | null = null): RowOutcome {
    if (!this.#finder.set.repeating) return this.#lay(this.#rows[0] ?? null, wanted, number, check);
    const found = this.#finder.find(wanted, this.#rows, this.#told);
    switch (found.kind) {
      case 'this':
      case 'none': {
        const outcome = this.#lay(found.kind === 'this' ? found.row : null, wanted, number, check);
        if (outcome.kind !== 'refused' && this.#isTold(wanted, outcome.kind))
          this.#told.add(outcome.after.id);
        return outcome;
      }
      case 'other-date':
        return this.#takeOther(found, wanted, number, check, otherDate);
      case 'unclear':
        return unclear(found.count);
      default:
        return this.#noKey();
    }
  }

  #takeOther(
    { rows, target, date }: OtherDateRows,
    wanted: WantedRow,
    number: number,
    check: Check,
    otherDate: OtherDate | null,
  ): RowOutcome {
    const before = target ?? rows[0] ?? null;
    const corrected = this.#laidOver(before ?? { id: newId() }, wanted, false);
    const added = this.#laidOver({ id: newId() }, wanted, true);
    const wrong = problemOf(added, null, wanted, check);
    const problem = wrong && problemOf(corrected, before, wanted, check);
    // What is wrong either way need not be asked.
    if (problem) return { kind: 'refused', ...problem };
    const question = { before: before ?? corrected, after: corrected, isClear: target !== null };
    if (otherDate === null) {
      const reason = this.#reasonOf(rows, date);
      return { kind: 'refused', code: 'row-other-date', field: date, reason, question };
    }
    if (otherDate === 'update')
      return { ...(target ? this.#lay(target, wanted, number, check) : unclear(rows.length)), question };
    const outcome = this.#lay(null, wanted, number, check);
    if (outcome.kind === 'created') this.#told.add(outcome.after.id);
    return { ...outcome, question };
  }

  #lay(before: RecordRow | null, wanted: WantedRow, number: number, check: Check): RowOutcome {
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
    if (!isChanged) return { kind: 'unchanged', before, after };
    if (before === null) this.#rows.push(after);
    else this.#rows[this.#rows.indexOf(before)] = after;
    return { kind: before === null ? 'created' : 'updated', before, after };
  }

  /** A row without a date says too little to tell the record from others about the same. */
  #isTold(wanted: WantedRow, kind: RowOutcome['kind']): boolean {
    return kind === 'created' || this.#finder.identity.dates.some((key) => gives(wanted, key));
  }

  #reasonOf(rows: readonly RecordRow[], date: string): string {
    const { about } = this.#finder.identity;
    const labels = about
      .filter((key) => rows.some((row) => textOf(row, key) !== '' && !key.endsWith('Code')))
      .map((key) => this.#labelOf(key));
    const dates = rows.slice(0, 3).map((row) => printDate(textOf(row, date)) || writtenOf(row, date));
    const more = rows.length > 3 ? ` 等 ${rows.length} 条` : '';
    return (
      `与已有记录的“${labels.join('、')}”相同，“${this.#labelOf(date)}”不同（已有：${dates.join('、')}${more}），` +
      '可能是另一条，也可能是更正。请选择“新增一条”或“修改原记录”。'
    );
  }

  #noKey(): RowOutcome {
    const labels = this.#finder.identity.about.map((key) => this.#labelOf(key));
    return {
      kind: 'refused',
      code: 'key-missing',
      reason: `无法确定是哪一条记录，请填写${labels.join('、')}${labels.length > 1 ? '中的至少一项' : ''}。`,
    };
  }

  #labelOf(key: string): string {
    return this.#finder.set.fields.find((field) => field.key === key)?.label ?? key;
  }

  #laidOver(row: RecordRow, wanted: WantedRow, isNew: boolean): RecordRow {
    let after = withValues(this.#finder.set, row, wanted);
    for (const link of linkedFields[this.#finder.set.code] ?? [])
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
    if (wanted.values.has(link.code) || !wanted.values.has(link.text)) return after;
    if (!isNew && textOf(before, link.text) === textOf(after, link.text)) return after;
    const field = this.#finder.set.fields.find(({ key }) => key === link.code);
    if (!field) return after;
    const code = this.#finder.coded(link.code, textOf(after, link.text));
    return (valueOf(after, link.code) ?? null) === code && writtenOf(after, link.code) === ''
      ? after
      : withValue(after, field, code);
  }
}

/**
 * The row with all values that it does not hold yet, as `withValue` sets one; a date that it knows more exactly stays. The
 * row itself when nothing is left to set.
 */
function withValues(set: SetDefinition, row: RecordRow, wanted: WantedRow): RecordRow {
  const missing = [...wanted.values].filter(([key, value]) => {
    if (holds(row, key, value)) return false;
    const field = set.fields.find((each) => each.key === key);
    return field === undefined || !knowsMore(row, field, value);
  });
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

/** What speaks against a row that would become this. */
function problemOf(
  after: RecordRow,
  before: RecordRow | null,
  wanted: WantedRow,
  check: Check,
): RowProblem | null {
  const [doubt, ...others] = doubts(before, wanted);
  return doubt ? { ...doubt, others } : check(after, before);
}

/** The values that cannot be taken and that the record does not have. */
function doubts(before: RecordRow | null, wanted: WantedRow): RowProblem[] {
  const found: RowProblem[] = [];
  for (const [field, value] of wanted.values)
    if (value.doubt && !(before && holds(before, field, value))) found.push({ ...value.doubt, field });
  return found;
}

function unclear(count: number): RowOutcome {
  return {
    kind: 'refused',
    code: 'row-unclear',
    reason: `这名干部有 ${count} 条记录符合，无法确定是哪一条，请先导出现有记录，在导出的表上修改。`,
  };
}
