import { readDateText, type FamilyRow } from '#documents/formats';
import { newId, partialDate, textOf, writtenOf, type RecordRow } from '#platform/model';

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
  const written = original?.birth || row.birth;
  const read = written === '' ? null : readDateText(written);
  const birthDate = read ? partialDate(read) : null;
  const sameBirth = before !== undefined && textOf(before, 'birthDate') === (birthDate ?? '');
  const spelling =
    sameBirth && birthDate !== null
      ? writtenOf(before, 'birthDate')
      : /^\d+$/.test(written) && birthDate
        ? ''
        : written;
  const { birthDate: _birth, ...otherSpellings } = before?.asWritten ?? {};
  const asWritten = spelling === '' ? otherSpellings : { ...otherSpellings, birthDate: spelling };
  const { asWritten: _asWritten, ...kept } = before ?? { id: newId() };
  return {
    ...kept,
    id: kept.id,
    relation: row.relation,
    name: row.name,
    birthDate,
    politicalStatus: row.politicalStatus,
    workUnitAndPost: row.workUnitAndPost,
    order: index + 1,
    ...(Object.keys(asWritten).length > 0 ? { asWritten } : {}),
  };
}
