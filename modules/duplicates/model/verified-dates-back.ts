import { textOf, writtenOf, type RecordRow, type SetDefinition, type SubjectSets } from '#platform/model';
import { isAsVerified } from '#modules/cadres';

/** What a merge did to the record that stayed, as the journal keeps it. */
export interface PastMerge {
  /** The records whose notes (AL01) it brought: the merged one, and those that had been merged into that before. */
  readonly merged: readonly string[];
  /** The basics (A01) before and after it. */
  readonly before: RecordRow | undefined;
  readonly after: RecordRow | undefined;
  /** The verifications (VF01) that it brought. */
  readonly verifications: readonly RecordRow[];
}

/** A record that is taken out of another. */
export interface Parting {
  /** The record that stayed, as it is. */
  readonly kept: SubjectSets;
  /** What stays of its sets when the rows of the other are taken out. */
  readonly left: SubjectSets;
  readonly merged: SubjectSets;
  readonly mergedId: string;
  /** All merges into the record that stayed, the newest first. */
  readonly merges: readonly PastMerge[];
}

/**
 * The basics of the record that stayed, with the dates as they were before the merge that were only there because a
 * verification of the other says them (三龄); null where there are none. A date that was changed since stays, and so does
 * one that a verification which stays says as well.
 */
export function verifiedDatesBack(person: SetDefinition, parting: Parting): RecordRow | null {
  const { kept, left, merged, merges, mergedId } = parting;
  const now = kept['A01']?.[0];
  const at = merges.findIndex((merge) => merge.merged.includes(mergedId));
  const merge = merges[at];
  if (!now || !merge) return null;
  const earlier = merges.slice(at + 1);
  let row = now;
  for (const { key } of person.fields) {
    const isTheirs = isAsVerified(merged, now, key) === true && isAsVerified(left, now, key) !== true;
    if (!isTheirs || !hasPut(merge, key, now)) continue;
    const before = standingBefore(merge, key, earlier, left);
    // A date that no verification which stays says is nobody's to bring back.
    if (isAsVerified(left, before, key) !== false) row = withField(row, key, before);
  }
  return row === now ? null : row;
}

/** Did this merge write what a row says in a field? */
function hasPut(merge: PastMerge, key: string, row: RecordRow | undefined): boolean {
  return says(merge.after, key) === says(row, key) && says(merge.before, key) !== says(row, key);
}

/** Where an earlier merge verified what stood there before, and its record was taken out since, what stood before that. */
function standingBefore(
  merge: PastMerge,
  key: string,
  earlier: readonly PastMerge[],
  left: SubjectSets,
): RecordRow | undefined {
  const noted = new Set((left['AL01'] ?? []).map((note) => textOf(note, 'person')));
  let { before } = merge;
  for (const each of earlier) {
    if (!hasPut(each, key, before)) continue;
    const isGone = !each.merged.some((id) => noted.has(id));
    if (!isGone || isAsVerified({ VF01: each.verifications }, before, key) !== true) break;
    before = each.before;
  }
  return before;
}

function says(row: RecordRow | undefined, key: string): string {
  return JSON.stringify([textOf(row, key), writtenOf(row, key)]);
}

function withField(row: RecordRow, key: string, from: RecordRow | undefined): RecordRow {
  const { asWritten: spellings, ...values } = row;
  const asWritten: Record<string, string> = { ...spellings };
  delete asWritten[key];
  if (writtenOf(from, key) !== '') asWritten[key] = writtenOf(from, key);
  const next = { ...values, [key]: from?.[key] ?? null };
  return Object.keys(asWritten).length > 0 ? { ...next, asWritten } : next;
}
