import type { RecordRow, SetDefinition } from '#platform/model';
import type { JobTools, Store, TaskActor } from '#platform/server';
import type { BulkCounts, KnownPerson, Mapping, OtherDate, SheetError } from '#modules/sheets';

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
  /** What becomes of rows that differ from a record in its date alone; null refuses them until somebody says it. */
  readonly otherDate: OtherDate | 'each' | null;
  /** With `each`: what becomes of which row, by its number. */
  readonly rowAnswers: Readonly<Record<string, OtherDate>>;
  /** With `each`: what becomes of the rows of which nothing is said. */
  readonly otherRows?: OtherDate | null;
}

/** What the operator said about the row; null when nothing yet. */
export function answerFor(
  { otherDate, rowAnswers, otherRows }: SheetSettings,
  row: number,
): OtherDate | null {
  return otherDate === 'each' ? (rowAnswers[row] ?? otherRows ?? null) : otherDate;
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

/** A row that differs from a record in its date alone, and what it would make of it. */
export interface SheetQuestion {
  readonly row: number;
  readonly person: KnownPerson;
  readonly before: RecordRow;
  readonly after: RecordRow;
  /** There is one record that the row could correct. */
  readonly isClear: boolean;
}

/** Hears of what is found as it is found. */
export interface SheetListener {
  readonly onError: (error: SheetError) => void;
  readonly onChange?: (change: SheetChange) => void;
  readonly onQuestion?: (question: SheetQuestion) => void;
  /** The change under whose id everything will appear. */
  readonly onBegin?: (change: string) => Promise<void>;
}

export interface SheetResult {
  readonly counts: BulkCounts;
  /** Equal exactly when the same rows would do the same to the same versions. */
  readonly fingerprint: string;
  /** The change that was written; null when nothing was. */
  readonly change: string | null;
}

/** A sheet that is read into a set. */
export interface SheetWork {
  readonly store: Store;
  readonly set: SetDefinition;
  readonly settings: SheetSettings;
  readonly sheetName: string;
  readonly actor: TaskActor;
  readonly listener: SheetListener;
  readonly tools: JobTools;
}
