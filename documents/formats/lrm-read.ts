import type { FamilyRow } from './approval-form.ts';
import { cleanText } from './clean-text.ts';
import type { RawForm } from './form-reading.ts';
import type { Encoding } from './host.ts';
import { educationInLrm, familyInLrm, FIELDS, placesInLrm } from './lrm-fields.ts';
import { FormRefusal, noteOn, type FormNote } from './notes.ts';
import { escapeText } from './xml-escape.ts';

/** Far more family members than anybody lists. */
const MOST_SLOTS = 1000;
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
  const slots = Math.max(...lengths);
  if (slots > MOST_SLOTS) {
    const message = `家庭成员列表有 ${slots} 格，超过 ${MOST_SLOTS} 格，不是正常的任免审批表，未予读取。`;
    throw new FormRefusal('form-too-complex', 'family', String(slots), message);
  }
  return Array.from({ length: slots }, (_, index) => {
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

/** What a program wrote into a field that has no meaning is kept as an element of that field's name. */
function readUnused(fields: readonly string[], notes: FormNote[]): string[] {
  return UNUSED.flatMap((place) => {
    const value = cleanText(fields[place] ?? '');
    if (value === '') return [];
    const what = `写在不使用的第 ${place + 1} 个字段中，已作为未识别内容保留，请核对。`;
    notes.push(noteOn('form-unused-field', 'file', value, what));
    const element = `LrmZiDuan${place + 1}`;
    return [`<${element}>${escapeText(value)}</${element}>`];
  });
}

/** Reads an .lrm record: 33 fields in quotes, the quotes inside values not escaped. */
export function readLrm(text: string, encoding: Encoding): RawForm {
  const fields = splitRecord(text);
  const notes: FormNote[] = [];
  const texts: RawForm['texts'] = {};
  for (const [field, place] of placesInLrm) {
    texts[field] = fields[place] ?? '';
  }
  readEducation(fields, texts, notes);
  return {
    texts,
    family: readFamily(fields, notes),
    photo: null,
    version: '',
    unknownElements: readUnused(fields, notes),
    repaired: encoding !== 'gb18030' && /\P{ASCII}/u.test(text),
    originalPhotoText: '',
    notes,
  };
}
