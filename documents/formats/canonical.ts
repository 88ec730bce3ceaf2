import type { ApprovalForm, FamilyRow, FormField } from './approval-form.ts';
import { cleanText, withoutBlanks } from './clean-text.ts';
import { dateDigits, monthDigits, readDateText, toHalfWidth } from './date-text.ts';
import { formFields } from './elements.ts';
import { fullEthnicGroup } from './ethnic-group.ts';
import { readPartyJoin } from './party-join.ts';
import { canonicalName, withoutInnerBlanks } from './person-name.ts';
import { normalizeResume } from './resume-normalize.ts';

/** A date that cannot be read stays as it is written. */
function month(text: string): string {
  const date = readDateText(text);
  return date ? monthDigits(date) : text;
}

function preciseDate(text: string): string {
  const date = readDateText(text);
  return date ? dateDigits(date) : text;
}

/** 身份证号: half-width, without blanks, X in upper case. */
function idNumber(text: string): string {
  return withoutBlanks(toHalfWidth(text)).replace(/x/g, 'X');
}

/** What a clean text of each field still needs; the fields that are not named need nothing. */
const rules: Partial<Record<FormField, (text: string) => string>> = {
  name: canonicalName,
  sex: withoutBlanks,
  birth: month,
  ethnicGroup: (text) => fullEthnicGroup(withoutBlanks(text)),
  partyJoin: (text) => readPartyJoin(text).editor,
  workStart: month,
  resume: normalizeResume,
  ageReference: preciseDate,
  filledOn: preciseDate,
  nationalId: idNumber,
  retirementMonth: month,
};

/** The one spelling of a field's value; of a value that has it already, itself. */
export function canonicalText(field: FormField, raw: string): string {
  const text = cleanText(raw);
  if (text === '') return '';
  return rules[field]?.(text) ?? text;
}

function canonicalRow(row: FamilyRow): FamilyRow {
  return {
    relation: cleanText(row.relation),
    name: withoutInnerBlanks(cleanText(row.name)),
    birth: month(cleanText(row.birth)),
    politicalStatus: cleanText(row.politicalStatus),
    workUnitAndPost: cleanText(row.workUnitAndPost),
  };
}

function isBlank(row: FamilyRow): boolean {
  return Object.values(row).every((value) => value === '');
}

/** The rows in canonical spelling; rows without any value are dropped. */
export function canonicalFamily(rows: readonly FamilyRow[]): FamilyRow[] {
  return rows.map(canonicalRow).filter((row) => !isBlank(row));
}

/** The form in canonical spelling, which is what is written and what reading gives. */
export function canonicalForm(form: ApprovalForm): ApprovalForm {
  const result = { ...form };
  for (const field of formFields) result[field] = canonicalText(field, form[field]);
  result.family = canonicalFamily(form.family);
  result.version = cleanText(form.version);
  return result;
}
