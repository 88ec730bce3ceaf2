import type { FamilyRow, FormField } from './approval-form.ts';
import type { RawForm } from './form-reading.ts';
import type { Encoding } from './host.ts';
import { FormRefusal, noteOn, type FormNote } from './notes.ts';

/** Fields of an .lrm record, and with the ID number that some programs append. */
const FIELDS = 33;

/** The places of the fields that are one value each. */
export const placesInLrm: Readonly<Partial<Record<FormField, number>>> = {
  name: 0,
  sex: 1,
  birth: 2,
  ethnicGroup: 3,
  nativePlace: 4,
  partyJoin: 5,
  health: 6,
  birthPlace: 7,
  workStart: 8,
  technicalTitle: 11,
  specialty: 16,
  resume: 17,
  rewardsPenalties: 18,
  assessments: 19,
  currentPost: 25,
  proposedPost: 26,
  proposedRemoval: 27,
  reason: 28,
  reportingOrg: 29,
  ageReference: 30,
  filledBy: 31,
  filledOn: 32,
  nationalId: 33,
};

/** Places 9 and 10: full-time#full-time@in-service#in-service. */
export const educationInLrm: readonly (readonly [place: number, fields: readonly FormField[]])[] = [
  [9, ['ftEducation', 'ftDegree', 'isEducation', 'isDegree']],
  [10, ['ftEducationSchool', 'ftDegreeSchool', 'isEducationSchool', 'isDegreeSchool']],
];

/** Places 20–24: lists joined by @, one slot a family member. */
export const familyInLrm: readonly (readonly [place: number, key: keyof FamilyRow])[] = [
  [20, 'relation'],
  [21, 'name'],
  [22, 'birth'],
  [23, 'politicalStatus'],
  [24, 'workUnitAndPost'],
];

const UNUSED = [12, 13, 14, 15];

function splitRecord(text: string): string[] {
  // Behind the record some programs leave zero bytes or the end-of-file sign of DOS.
  const record = text.replace(/^\s+/, '').replace(/[\s\p{Cc}]{1,4096}$/u, '');
  const fields = record.slice(1, record.endsWith('"') && record.length > 1 ? -1 : undefined).split('","');
  if (fields.length !== FIELDS && fields.length !== FIELDS + 1) {
    const found = `${fields.length} 个`;
    const message = `lrm 文件应有 33 个字段（或带身份证号的 34 个），实际读到 ${found}：文件不完整或不是任免审批表，请向报送单位重新索取。`;
    throw new FormRefusal('form-field-count', 'file', found, message);
  }
  if (!record.endsWith('"')) {
    const message = 'lrm 文件的最后一个字段没有结束的引号，文件可能被截断，请向报送单位重新索取。';
    throw new FormRefusal('form-truncated', 'file', record.slice(-20), message);
  }
  return fields;
}

function readFamily(fields: readonly string[], notes: FormNote[]): FamilyRow[] {
  const lists = familyInLrm.map(([place, key]) => ({ key, slots: (fields[place] ?? '').split('@') }));
  const lengths = lists.map((list) => list.slots.length);
  if (new Set(lengths).size > 1) {
    const what =
      '是称谓、姓名、出生日期、政治面貌、工作单位五列各自的格数，彼此不等，已按顺序配对，请逐人核对。';
    notes.push(noteOn('family-misaligned', 'family', lengths.join('、'), what));
  }
  return Array.from({ length: Math.max(...lengths) }, (_, index) => {
    const row: FamilyRow = { relation: '', name: '', birth: '', politicalStatus: '', workUnitAndPost: '' };
    for (const { key, slots } of lists) row[key] = slots[index] ?? '';
    return row;
  });
}

function readEducation(fields: readonly string[], texts: RawForm['texts'], notes: FormNote[]): void {
  for (const [place, keys] of educationInLrm) {
    const whole = fields[place] ?? '';
    const parts = whole.split('@').map((half) => half.split('#'));
    const [fullTime = [], inService = []] = parts;
    if (parts.length > 2 || fullTime.length > 2 || inService.length > 2) {
      const first = keys[0] ?? 'ftEducation';
      notes.push(
        noteOn('education-misaligned', first, whole, '分隔符比规定的多，多出的部分已并入最后一项，请核对。'),
      );
    }
    const rest = [...inService.slice(1), ...parts.slice(2).flat()];
    const [a = '', ...b] = fullTime;
    const values = [a, b.join(' '), inService[0] ?? '', rest.join(' ')];
    keys.forEach((key, index) => {
      texts[key] = values[index] ?? '';
    });
  }
}

/** Reads an .lrm record: 33 fields in quotes, the quotes inside values not escaped. */
export function readLrm(text: string, encoding: Encoding): RawForm {
  const fields = splitRecord(text);
  const notes: FormNote[] = [];
  const texts: RawForm['texts'] = {};
  for (const [field, place] of Object.entries(placesInLrm) as [FormField, number][]) {
    texts[field] = fields[place] ?? '';
  }
  readEducation(fields, texts, notes);
  for (const place of UNUSED) {
    const value = fields[place]?.trim() ?? '';
    if (value !== '')
      notes.push(
        noteOn('form-unused-field', 'file', value, `写在不使用的第 ${place + 1} 个字段中，未导入，请核对。`),
      );
  }
  return {
    texts,
    family: readFamily(fields, notes),
    photo: null,
    version: '',
    unknownElements: [],
    repaired: encoding !== 'gb18030' && /\P{ASCII}/u.test(text),
    originalPhotoText: '',
    notes,
  };
}
