import { textOf, type RecordRow } from '#platform/model';
import { dateKey, lowerBound } from '#engine';

/** What is said of somebody who enters a pool. */
export interface EntryDetails {
  readonly batch: string;
  /** YYYY-MM-DD */
  readonly enteredOn: string;
  readonly entryMethodCode: string | null;
  readonly recommendedBy: string;
  readonly direction: string;
  readonly measures: string;
  readonly remark: string;
}

/** Does a membership count on a day? As the engine counts it: from the first day of 入库时间, before that of 出库时间. */
export function countsOn(row: RecordRow, day: string): boolean {
  const at = dateKey(day) ?? 0;
  const entered = dateKey(textOf(row, 'enteredOn'));
  const exited = dateKey(textOf(row, 'exitedOn'));
  if (entered !== null && lowerBound(entered) > at) return false;
  return exited === null || lowerBound(exited) > at;
}

export function isOfPool(row: RecordRow, pool: string): boolean {
  return textOf(row, 'poolName') === pool;
}

/** Is somebody in the pool on the day, or bound to be: a later entry that nobody has ended counts as being in. */
export function isInOrComing(rows: readonly RecordRow[], pool: string, day: string): boolean {
  return rows.some(
    (row) =>
      isOfPool(row, pool) &&
      (countsOn(row, day) || (textOf(row, 'enteredOn') > day && textOf(row, 'exitedOn') === '')),
  );
}

/** The rows of RP01 with a new membership. */
export function withEntry(
  rows: readonly RecordRow[],
  id: string,
  pool: string,
  details: EntryDetails,
): RecordRow[] {
  const filled = Object.entries(details).filter(([, value]) => value !== '' && value !== null);
  return [...rows, { id, poolName: pool, ...Object.fromEntries(filled) }];
}

/** The rows with the memberships of the pool that count on the day ended; null when there is none. */
export function withExit(
  rows: readonly RecordRow[],
  pool: string,
  end: { readonly exitedOn: string; readonly exitReasonCode: string; readonly remark: string },
): RecordRow[] | null {
  const isEnded = (row: RecordRow): boolean => isOfPool(row, pool) && countsOn(row, end.exitedOn);
  if (!rows.some(isEnded)) return null;
  return rows.map((row) =>
    isEnded(row)
      ? {
          ...row,
          exitedOn: end.exitedOn,
          exitReasonCode: end.exitReasonCode,
          ...(end.remark === ''
            ? {}
            : { remark: [textOf(row, 'remark'), end.remark].filter((part) => part !== '').join('；') }),
        }
      : row,
  );
}

/** What a yearly review found. */
export interface ReviewDetails {
  readonly conclusionCode: string | null;
  readonly opinion: string;
  readonly reviewedOn: string;
}

/** The rows of RP02 with the review of a year in a pool written or written anew; null when nothing changes. */
export function withReview(
  rows: readonly RecordRow[],
  newRow: string,
  of: { readonly pool: string; readonly year: string },
  { conclusionCode, opinion, reviewedOn }: ReviewDetails,
): RecordRow[] | null {
  const before = rows.find((row) => isOfPool(row, of.pool) && textOf(row, 'year') === of.year);
  if (conclusionCode === null && opinion === '') return null;
  const isSame =
    before !== undefined &&
    textOf(before, 'conclusionCode') === (conclusionCode ?? '') &&
    textOf(before, 'opinion') === opinion &&
    textOf(before, 'reviewedOn') === reviewedOn;
  if (isSame) return null;
  const row: RecordRow = {
    ...(before ?? { id: newRow }),
    poolName: of.pool,
    year: of.year,
    conclusionCode,
    opinion: opinion === '' ? null : opinion,
    reviewedOn,
  };
  return before ? rows.map((each) => (each === before ? row : each)) : [...rows, row];
}

/** Rows of RP01 or RP02 with another name of the pool; null when they do not name it. */
export function withPoolRenamed(rows: readonly RecordRow[], from: string, to: string): RecordRow[] | null {
  if (!rows.some((row) => isOfPool(row, from))) return null;
  return rows.map((row) => (isOfPool(row, from) ? { ...row, poolName: to } : row));
}
