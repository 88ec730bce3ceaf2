import { emptyForm, type FamilyRow, type FormField } from './approval-form.ts';
import { canonicalFamily, canonicalText } from './canonical.ts';
import { doubtsOf } from './doubts.ts';
import { familyElements, formFields } from './elements.ts';
import { decodeFile } from './encoding.ts';
import { foreignKind } from './file-kind.ts';
import type { FormRead, FormReading, RawForm } from './form-reading.ts';
import { readLrm } from './lrm-read.ts';
import { readLrmx } from './lrmx-read.ts';
import { FormRefusal } from './notes.ts';
import { cutPhoto } from './photo-text.ts';
import { cleanText } from './clean-text.ts';

/** Bytes of a whole file, nearly all of which can only be a photo. */
const LARGEST = 30_000_000;
/** Characters of a file without its photo; the longest résumés have a few thousand. */
const LONGEST = 8_000_000;

function refuseOddSize(bytes: Uint8Array): void {
  if (bytes.length > LARGEST) {
    const size = `${Math.ceil(bytes.length / 1_000_000)} MB`;
    const message = `文件有 ${size}，超过任免审批表的上限 30 MB，未予读取；请检查照片是否过大。`;
    throw new FormRefusal('form-too-large', 'file', size, message);
  }
  if (bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
    throw new FormRefusal('form-empty', 'file', '', '文件是空的，没有任何内容；请向报送单位重新索取。');
  }
}

function sameRows(one: readonly FamilyRow[], other: readonly FamilyRow[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((row, index) => familyElements.every(({ key }) => row[key] === other[index]?.[key]));
}

/** Canonical values from raw ones, and what of the raw spelling has to be remembered. */
function settle(raw: RawForm, format: 'lrmx' | 'lrm'): FormRead {
  const form = emptyForm();
  const originals: Partial<Record<FormField, string>> = {};
  let clean = !raw.repaired;
  for (const field of formFields) {
    const text = raw.texts[field] ?? '';
    const value = canonicalText(field, text);
    form[field] = value;
    if (value === text) continue;
    clean = false;
    if (text.trim() !== '') originals[field] = text;
  }
  if (form.name === '') {
    const message = '表上没有姓名，无法确定是谁，未导入；请补填姓名后重新导入。';
    throw new FormRefusal('form-no-name', 'name', raw.texts.name ?? '', message);
  }
  form.family = canonicalFamily(raw.family);
  form.photo = raw.photo;
  form.version = cleanText(raw.version);
  form.unknownElements = raw.unknownElements;
  const filled = raw.family.filter((row) => Object.values(row).some((value) => value.trim() !== ''));
  const padded = format === 'lrm' && sameRows(form.family, filled);
  const familyIsPlain = padded || sameRows(form.family, raw.family);
  const result: FormRead = {
    ok: true,
    format,
    form,
    clean: clean && familyIsPlain && form.version === raw.version,
    originals,
    notes: [...raw.notes, ...doubtsOf(form, raw.texts)],
  };
  if (!sameRows(form.family, filled)) result.originalFamily = filled;
  if (raw.originalPhotoText !== '') result.originalPhotoText = raw.originalPhotoText;
  return result;
}

function read(bytes: Uint8Array): FormRead {
  refuseOddSize(bytes);
  const foreign = foreignKind(bytes);
  if (foreign) {
    const message = `文件内容是${foreign}，不是干部任免审批表；请核对选择的文件。`;
    throw new FormRefusal('form-not-a-form', 'file', foreign, message);
  }
  const cut = cutPhoto(bytes);
  const { text, encoding } = decodeFile(cut ? cut.rest : bytes);
  if (text.length > LONGEST) {
    const size = `${text.length} 字`;
    const message = `文件的文字部分有 ${size}，不是正常的任免审批表，未予读取；请核对选择的文件。`;
    throw new FormRefusal('form-too-large', 'file', size, message);
  }
  const start = /[^\s\p{Cc}\ufeff]/u.exec(text)?.[0];
  if (start === '<') return settle(readLrmx(text, encoding, cut), 'lrmx');
  if (start === '"') return settle(readLrm(cut ? decodeFile(bytes).text : text, encoding), 'lrm');
  const message =
    '文件内容既不是 lrmx（XML），也不是 lrm（带引号的文本），不是干部任免审批表；请核对选择的文件。';
  throw new FormRefusal('form-not-a-form', 'file', text.slice(0, 40), message);
}

/**
 * Reads a 干部任免审批表 from the bytes of an .lrmx or .lrm file; the content decides which it is. Never throws: a file
 * that cannot be read faithfully is refused with a reason.
 */
export function readForm(bytes: Uint8Array): FormReading {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof FormRefusal) return { ok: false, problem: error.problem };
    throw error;
  }
}
