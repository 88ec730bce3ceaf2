import type { ApprovalForm, FamilyRow } from '#documents/formats';
import { ageAt, printDateText, printPartyJoin, readDateText } from '#documents/formats';
import type { FamilyContent, ValueContent } from './geometry.ts';

/** The date at which ages are counted: 计算年龄时间, without it 填表时间, without both there are no ages. */
export function ageDate(form: ApprovalForm): string {
  return form.ageReference.trim() || form.filledOn.trim();
}

/** Words in 工作单位及职务 that say that a relative has died: then the age stays blank. */
const deceased = /去世|死亡|逝世|已逝|已故/;

function familyAge(row: FamilyRow, reference: string): string {
  if (deceased.test(row.workUnitAndPost)) return '';
  const age = ageAt(row.birth, reference);
  return age === null ? '' : String(age);
}

/** 呈报日期: 20231215 as 2023年12月15日, with as much as is known. */
function longDate(text: string): string {
  const date = readDateText(text);
  if (!date) return text;
  const month = date.month === undefined ? (date.season ?? '') : `${date.month}月`;
  return `${date.year}年${month}${date.day === undefined ? '' : `${date.day}日`}`;
}

function birthText(form: ApprovalForm): string {
  const date = printDateText(form.birth);
  const age = ageAt(form.birth, ageDate(form));
  return age === null ? date : `${date}\n（${age}岁）`;
}

/** What a value cell prints: the stored value in the form's printed spelling. */
export function valueText(content: ValueContent, form: ApprovalForm): string {
  const stored = form[content.field];
  switch (content.fit) {
    case 'birth':
      return birthText(form);
    case 'partyJoin':
      return printPartyJoin(stored);
    case 'filledOn':
      return longDate(stored);
    default:
      return content.field === 'workStart' ? printDateText(stored) : stored;
  }
}

/** What a family cell prints; the birth date is printed as an age. */
export function familyText(content: FamilyContent, row: FamilyRow, reference: string): string {
  return content.column === 'birth' ? familyAge(row, reference) : row[content.column];
}
