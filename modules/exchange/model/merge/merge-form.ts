import { readPartyJoin, type FamilyRow, type FormRead, type FormTexts } from '#documents/formats';
import {
  codeEthnic,
  codeNativePlace,
  codePolitical,
  codeSex,
  currentProposal,
  formMap,
  resumeRows,
  type FormMapping,
} from '#modules/cadres';
import {
  newId,
  sortedRows,
  textOf,
  type CodeTables,
  type FieldValue,
  type RecordRow,
  type SetDefinition,
  type SubjectSets,
} from '#platform/model';
import { dateOf, mergeDate } from './merge-date.ts';
import { mergeFamily } from './merge-family.ts';

/** What a form brings into the records of a person. */
export interface MergeInput {
  readonly reading: FormRead;
  /** The person's sets as they are; empty for a new person. */
  readonly existing: SubjectSets;
  readonly tables: CodeTables;
  readonly familySet: SetDefinition;
  /** The stored picture, if the form has one. */
  readonly photo: { readonly hash: string; readonly mediaType: string } | null;
}

type MutableRow = { id: string; asWritten: Record<string, string>; [key: string]: unknown };

/**
 * The sets of a person after a form was read into them; sets that it does not touch are left out. An empty cell of the
 * form takes nothing away: many programs leave cells out.
 */
export function mergeForm(input: MergeInput): Record<string, RecordRow[]> {
  const { reading, existing, tables, photo } = input;
  const { form } = reading;
  const person = draftOf(existing['A01']?.[0]);
  const proposal = draftOf(currentProposal(existing));
  const source = draftOf(existing['SF01']?.[0]);
  const rows: Record<FormMapping['set'], MutableRow> = { A01: person, A53: proposal, SF01: source };
  for (const mapping of formMap) {
    setFormValue(
      rows[mapping.set],
      mapping,
      form[mapping.form],
      reading.originals[mapping.form] ?? '',
      tables,
    );
  }
  codePlaces(person, form, tables);
  codeParties(person, existing['A01']?.[0], tables);
  const sets: Record<string, RecordRow[]> = { A01: [finished(person)] };
  if (hasContent(proposal)) {
    const others = (existing['A53'] ?? []).filter((row) => row.id !== proposal.id);
    sets['A53'] = [finished(proposal), ...others];
  }
  if (form.family.length > 0) {
    sets['A36'] = mergeFamily(
      form.family,
      sortedRows(input.familySet, existing['A36'] ?? []),
      familyOriginals(reading),
    );
  }
  if (form.resume !== '') sets['A17'] = resumeRows(form.resume, existing['A17'] ?? []);
  if (photo) sets['A57'] = [photoRow(existing['A57']?.[0], photo)];
  sets['SF01'] = [finished(source)];
  return sets;
}

function draftOf(row: RecordRow | undefined): MutableRow {
  return { ...(row ?? { id: newId() }), asWritten: { ...row?.asWritten } } as MutableRow;
}

function finished(draft: MutableRow): RecordRow {
  const { asWritten, ...rest } = draft;
  return (Object.keys(asWritten).length > 0 ? { ...rest, asWritten } : rest) as RecordRow;
}

function hasContent(draft: MutableRow): boolean {
  const { id: _id, asWritten, ...values } = draft;
  return [...Object.values(values), ...Object.values(asWritten)].some(
    (value) => value !== null && value !== '',
  );
}

/** Sets a value unless it stands there already; then its spelling stays what it was. */
function assign(row: MutableRow, key: string, value: FieldValue, written: string): void {
  const same = (row[key] ?? null) === value && (value !== null || (row.asWritten[key] ?? '') === written);
  if (!same) put(row, key, value, written);
}

function put(row: MutableRow, key: string, value: FieldValue, written: string): void {
  row[key] = value;
  if (written === '' || written === value) delete row.asWritten[key];
  else row.asWritten[key] = written;
}

function setFormValue(
  row: MutableRow,
  mapping: FormMapping,
  value: string,
  original: string,
  tables: CodeTables,
): void {
  if (value === '') return;
  switch (mapping.kind) {
    case 'text':
      // Long texts keep their original in the stored file; here it would only double them.
      return assign(
        row,
        mapping.key,
        value,
        original.length <= 60 && !original.includes('\n') ? original : '',
      );
    case 'label': {
      const code = mapping.key === 'sexCode' ? codeSex(value, tables) : codeEthnic(value, tables);
      return assign(row, mapping.key, code, code === null ? value : original);
    }
    case 'month':
    case 'date': {
      const stored = { value: textOf(finished(row), mapping.key), written: row.asWritten[mapping.key] ?? '' };
      const merged = mergeDate(stored, value, original);
      if (merged === stored) return;
      return put(row, mapping.key, merged.value === '' ? null : merged.value, merged.written);
    }
  }
}

function codePlaces(person: MutableRow, form: FormTexts, tables: CodeTables): void {
  for (const [key, text] of [
    ['nativePlaceCode', form.nativePlace],
    ['birthPlaceCode', form.birthPlace],
  ] as const) {
    if (text === '') continue;
    const code = codeNativePlace(text, tables);
    if (code !== null) person[key] = code;
  }
}

/** Splits 入党时间 into party, date and the other parties, where it changed or was never split. */
function codeParties(person: MutableRow, before: RecordRow | undefined, tables: CodeTables): void {
  const text = textOf(finished(person), 'partyJoinText');
  if (
    text === '' ||
    (text === textOf(before, 'partyJoinText') && textOf(before, 'politicalStatusCode') !== '')
  )
    return;
  const read = readPartyJoin(text);
  if (!read.understood) return;
  const joined = read.joined ? dateOf(read.joined) : null;
  const codes = read.parties.map((party) => codePolitical(party, tables));
  const all = joined
    ? [codePolitical('中共党员', tables), ...codes]
    : read.nonParty
      ? [codePolitical('无党派民主人士', tables)]
      : codes;
  person['partyJoinDate'] = joined;
  ['politicalStatusCode', 'secondPartyCode', 'thirdPartyCode'].forEach((key, index) => {
    person[key] = all[index] ?? null;
  });
}

function familyOriginals(reading: FormRead): readonly (FamilyRow | undefined)[] {
  const originals = reading.originalFamily ?? [];
  // Only rows that correspond one to one can lend their spelling.
  return originals.length === reading.form.family.length ? originals : [];
}

function photoRow(before: RecordRow | undefined, photo: { hash: string; mediaType: string }): RecordRow {
  if (before && textOf(before, 'data') === photo.hash) return before;
  const kept = before ? Object.fromEntries(Object.entries(before).filter(([key]) => key !== 'takenOn')) : {};
  return { ...kept, id: before?.id ?? newId(), data: photo.hash, mediaType: photo.mediaType } as RecordRow;
}
