import {
  isSame,
  diffRows,
  isLessExact,
  newId,
  textOf,
  writtenOf,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import { verifiedDateOf } from '#modules/cadres';
import { verifiedDatesBack, type PastMerge } from './verified-dates-back.ts';

/** Whose value or rows are kept: of the record that stays, of the one that is merged into it, or the rows of both. */
export type Side = 'keep' | 'other' | 'both';

/** What the clerk chose: by `A01.name` for a field of a set with one row, by `A15` for a set with several. */
export type Choices = Readonly<Record<string, Side>>;

/** Sets of which one list prints as a whole: two lists would print everything twice. */
const printedLists: readonly string[] = ['A17', 'A36'];

/** Does a set print as one list, so that the rows of both records would print everything twice? */
export function isPrintedList(set: SetDefinition): boolean {
  return printedLists.includes(set.code);
}

/** Kept by the program; merging decides about them by itself. */
const ownSets: readonly string[] = ['AL01', 'SF01'];

/**
 * Whose value of a field stays because a verification of either record says it (三龄), of two that do the more exact one;
 * the one of the record that stays where both say something else. null where the clerk is free to choose.
 */
export function verifiedSide(
  set: SetDefinition,
  field: string,
  keep: SubjectSets,
  other: SubjectSets,
): 'keep' | 'other' | null {
  if (set.code !== 'A01') return null;
  const verifications = { VF01: [...(keep['VF01'] ?? []), ...(other['VF01'] ?? [])] };
  const dateOf = (own: SubjectSets) => verifiedDateOf(verifications, own['A01']?.[0], field);
  const [mine, theirs] = [dateOf(keep), dateOf(other)];
  if (mine === null || theirs === null) return null;
  if (mine === '' || theirs === '') return theirs === '' ? 'keep' : 'other';
  if (isLessExact(mine, theirs)) return 'other';
  return isLessExact(theirs, mine) ? 'keep' : null;
}

/** What happens to a field or set where nothing was chosen: nothing that only one record knows is lost. */
export function usualSide(
  set: SetDefinition,
  field: string | null,
  keep: SubjectSets,
  other: SubjectSets,
): Side {
  const [mine, theirs] = [keep[set.code] ?? [], other[set.code] ?? []];
  if (field !== null) return isFilled(mine[0], field) || !isFilled(theirs[0], field) ? 'keep' : 'other';
  if (isPrintedList(set)) return mine.length > 0 ? 'keep' : 'other';
  return 'both';
}

/**
 * The sets of the record that stays, with the other merged into it; sets that stay as they are, are left out. Rows that say
 * the same in both are there once.
 */
export function mergePeople(
  sets: readonly SetDefinition[],
  keep: SubjectSets,
  other: SubjectSets,
  choices: Choices,
): Record<string, readonly RecordRow[]> {
  const merged: Record<string, readonly RecordRow[]> = {};
  for (const set of sets) {
    if (set.subject !== 'person' || ownSets.includes(set.code)) continue;
    const mine = keep[set.code] ?? [];
    const rows = set.repeating
      ? mergeRows(set, mine, other[set.code] ?? [], sideOfRows(set, keep, other, choices))
      : mergeSingle(set, keep, other, choices);
    if (!isSame(diffRows(set, mine, rows))) merged[set.code] = rows;
  }
  // The file from which a person was read is kept with the record that has one.
  if (!keep['SF01']?.length && other['SF01']?.length) merged['SF01'] = other['SF01'];
  return merged;
}

/** Rows that are evidence stay, of whichever record they are. */
function sideOfRows(set: SetDefinition, keep: SubjectSets, other: SubjectSets, choices: Choices): Side {
  return set.lasting ? 'both' : (choices[set.code] ?? usualSide(set, null, keep, other));
}

function mergeSingle(
  set: SetDefinition,
  keep: SubjectSets,
  other: SubjectSets,
  choices: Choices,
): readonly RecordRow[] {
  const [mine] = keep[set.code] ?? [];
  const [theirs] = other[set.code] ?? [];
  if (!theirs) return mine ? [mine] : [];
  const fromOther = set.fields.filter(
    ({ key }) =>
      (verifiedSide(set, key, keep, other) ??
        choices[`${set.code}.${key}`] ??
        usualSide(set, key, keep, other)) === 'other',
  );
  if (!mine && fromOther.length === 0) return [];
  const row: Record<string, unknown> = { ...(mine ?? { id: theirs.id }) };
  const asWritten: Record<string, string> = { ...mine?.asWritten };
  for (const { key } of fromOther) {
    row[key] = theirs[key] ?? null;
    delete asWritten[key];
    if (writtenOf(theirs, key) !== '') asWritten[key] = writtenOf(theirs, key);
  }
  delete row['asWritten'];
  if (fromOther.length > 0) delete row['origin'];
  return [{ ...row, ...(Object.keys(asWritten).length > 0 ? { asWritten } : {}) } as RecordRow];
}

function mergeRows(
  set: SetDefinition,
  mine: readonly RecordRow[],
  theirs: readonly RecordRow[],
  side: Side,
): readonly RecordRow[] {
  if (side === 'keep') return mine;
  if (side === 'other') return theirs;
  const said = new Set(mine.map((row) => contentOf(set, row)));
  const coming = theirs.filter((row) => !said.has(contentOf(set, row)));
  // A row that came with the same record before, and was changed, stayed when that was taken out: it is another one now.
  const ids = new Set(coming.map(({ id }) => id));
  return [...mine.map((row) => (ids.has(row.id) ? { ...row, id: newId() } : row)), ...coming];
}

/** What a row says, without its id, its place and where it was read from. */
export function contentOf(set: SetDefinition, row: RecordRow): string {
  const values = set.fields
    .filter(({ key }) => key !== 'order' && key !== 'personalOrder')
    .map(({ key }) => [textOf(row, key), writtenOf(row, key)]);
  return JSON.stringify(values);
}

function isFilled(row: RecordRow | undefined, field: string): boolean {
  return textOf(row, field) !== '' || writtenOf(row, field) !== '';
}

/**
 * The sets of the record that stayed, with what came from a merged one taken out: the rows that still are as that record
 * has them, and the note of the merge. Dates that only its verifications put there are again as before the merge; other
 * values of single sets stay: nobody can tell who has worked with them since. `merges` are all into the record that stayed,
 * the newest first.
 */
export function separatePeople(
  sets: readonly SetDefinition[],
  kept: SubjectSets,
  merged: SubjectSets,
  mergedId: string,
  merges: readonly PastMerge[],
): Record<string, readonly RecordRow[]> {
  const separated: Record<string, readonly RecordRow[]> = {};
  for (const set of sets) {
    if (set.subject !== 'person' || !set.repeating) continue;
    const rows = kept[set.code] ?? [];
    const theirs = new Map((merged[set.code] ?? []).map((row) => [row.id, contentOf(set, row)]));
    // Of the notes, that of this merge goes, and those that the record itself brought along.
    const left = rows.filter(
      (row) =>
        theirs.get(row.id) !== contentOf(set, row) &&
        !(set.code === 'AL01' && textOf(row, 'person') === mergedId),
    );
    if (left.length < rows.length) separated[set.code] = left;
  }
  const person = sets.find(({ code }) => code === 'A01');
  const left = { ...kept, ...separated };
  const basics = person && verifiedDatesBack(person, { kept, left, merged, mergedId, merges });
  if (basics) separated['A01'] = [basics];
  return separated;
}
