import { emptyForm, type ApprovalForm, type FamilyRow } from '#documents/formats';
import {
  sortedRows,
  textOf,
  writtenOf,
  type CodeTables,
  type RecordRow,
  type SubjectSets,
} from '#platform/model';
import { familyMemberSet } from '../sets/a36-family-member.ts';
import { proposalSet } from '../sets/a53-proposal.ts';
import { formMap, type FormMapping } from './form-map.ts';

/** The form of a person, its picture by the hash of the stored file; the caller loads the bytes where they are needed. */
export interface PersonForm {
  readonly form: ApprovalForm;
  readonly photo: string | null;
}

/** The sets that the form is made from. */
export const formSets: readonly string[] = ['A01', 'A36', 'A53', 'A57', 'SF01'];

/** What the 任免审批表 of a person says, from the records. */
export function formFromSets(sets: SubjectSets, tables: CodeTables): PersonForm {
  const form = emptyForm();
  const person = sets['A01']?.[0];
  const rows: Record<FormMapping['set'], RecordRow | undefined> = {
    A01: person,
    A53: currentProposal(sets),
    SF01: sets['SF01']?.[0],
  };
  for (const mapping of formMap) {
    const row = rows[mapping.set];
    if (row) form[mapping.form] = formValue(mapping, row, tables);
  }
  form.family = sortedRows(familyMemberSet, sets['A36'] ?? []).map(familyRow);
  form.version = textOf(rows.SF01, 'version');
  form.unknownElements = unknownElements(textOf(rows.SF01, 'unknownElements'));
  return { form, photo: textOf(sets['A57']?.[0], 'data') || null };
}

/** The proposal that the form prints: the newest. */
export function currentProposal(sets: SubjectSets): RecordRow | undefined {
  return sortedRows(proposalSet, sets['A53'] ?? [])[0];
}

function formValue(mapping: FormMapping, row: RecordRow, tables: CodeTables): string {
  const value = textOf(row, mapping.key);
  const written = writtenOf(row, mapping.key);
  switch (mapping.kind) {
    case 'text':
      return value;
    case 'label': {
      const table = mapping.key === 'sexCode' ? 'GB2261' : 'GB3304';
      return value === '' ? written : (tables.get(table)?.labelOf(value) ?? value);
    }
    case 'month':
      return monthDigits(value, written);
    case 'date':
      return dateDigits(value, written);
  }
}

function familyRow(row: RecordRow): FamilyRow {
  const written = writtenOf(row, 'birthDate');
  return {
    relation: textOf(row, 'relation'),
    name: textOf(row, 'name'),
    birth: monthDigits(textOf(row, 'birthDate'), written),
    politicalStatus: textOf(row, 'politicalStatus'),
    workUnitAndPost: textOf(row, 'workUnitAndPost'),
  };
}

/** The digits of a date; the words that stood there when it is none, or when they say a season. */
function dateDigits(value: string, written: string): string {
  return value === '' || isSeason(written) ? written : value.replaceAll('-', '');
}

function monthDigits(value: string, written: string): string {
  const text = dateDigits(value, written);
  return text === written ? text : text.slice(0, 6);
}

function isSeason(written: string): boolean {
  return written !== '' && !/^[\d.年月日/-]*$/.test(written);
}

function unknownElements(json: string): string[] {
  return json === '' ? [] : (JSON.parse(json) as string[]);
}
