import type { FamilyRow } from '#documents/formats';
import { newId, textOf, writtenOf, type RecordRow } from '#platform/model';
import { mergeDate } from './merge-date.ts';

/**
 * The family rows of a person after a form was read: the form's rows in its order. A row that is there already, by
 * relation and name, keeps its id and whatever else is known of it.
 */
export function mergeFamily(
  rows: readonly FamilyRow[],
  existing: readonly RecordRow[],
  originals: readonly (FamilyRow | undefined)[],
): RecordRow[] {
  const free = new Set(existing);
  return rows.map((row, index) => {
    const before = findRow(row, index, existing, free);
    if (before) free.delete(before);
    return familyRecord(row, index, before, originals[index]);
  });
}

function findRow(
  row: FamilyRow,
  index: number,
  existing: readonly RecordRow[],
  free: ReadonlySet<RecordRow>,
): RecordRow | undefined {
  const same = (candidate: RecordRow): boolean =>
    free.has(candidate) &&
    textOf(candidate, 'relation') === row.relation &&
    textOf(candidate, 'name') === row.name;
  const here = existing[index];
  return here && same(here) ? here : existing.find(same);
}

function familyRecord(
  row: FamilyRow,
  index: number,
  before: RecordRow | undefined,
  original: FamilyRow | undefined,
): RecordRow {
  const stored = { value: textOf(before, 'birthDate'), written: writtenOf(before, 'birthDate') };
  const birth =
    row.birth === '' ? { value: '', written: '' } : mergeDate(stored, row.birth, original?.birth ?? '');
  const { birthDate: _birth, ...otherSpellings } = before?.asWritten ?? {};
  const asWritten = birth.written === '' ? otherSpellings : { ...otherSpellings, birthDate: birth.written };
  const { asWritten: _asWritten, ...kept } = before ?? { id: newId() };
  return {
    ...kept,
    id: kept.id,
    relation: row.relation,
    name: row.name,
    birthDate: birth.value === '' ? null : birth.value,
    politicalStatus: row.politicalStatus,
    workUnitAndPost: row.workUnitAndPost,
    order: index + 1,
    ...(Object.keys(asWritten).length > 0 ? { asWritten } : {}),
  };
}
