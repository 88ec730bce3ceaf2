import type { ApprovalForm, FormField } from './approval-form.ts';
import { canonicalForm } from './canonical.ts';
import { encodeGb18030 } from './gb18030.ts';
import { educationInLrm, familyInLrm, FIELDS, placesInLrm } from './lrm-fields.ts';

/** A character of a value that the .lrm cannot hold as it is. */
export interface LostCharacter {
  field: FormField | 'family';
  character: string;
}

/** Slots of the family lists in the files of the field. */
const FAMILY_SLOTS = 13;

/** Signs with a meaning of their own in the record are written as their full-width twins. */
const twins: Readonly<Record<string, string>> = { '#': '＃', '@': '＠', '"': '＂' };

class Record33 {
  readonly lost: LostCharacter[] = [];

  /** A value that may hold neither of `signs`. */
  part(field: LostCharacter['field'], value: string, signs: RegExp): string {
    return this.value(
      field,
      value.replace(signs, (sign) => {
        this.lost.push({ field, character: sign });
        return twins[sign] ?? sign;
      }),
    );
  }

  /** A value in which no quotes may look like the end of the field. */
  value(field: LostCharacter['field'], value: string): string {
    for (const character of encodeGb18030(value).lost) this.lost.push({ field, character });
    if (!value.includes('","') && !value.endsWith('",')) return value;
    return value.replace(/"/g, (character) => {
      this.lost.push({ field, character });
      return twins[character] ?? character;
    });
  }
}

function familyLists(form: ApprovalForm, record: Record33): [number, string][] {
  const slots = Math.max(FAMILY_SLOTS, form.family.length);
  return familyInLrm.map(([place, key]) => {
    const values = Array.from({ length: slots }, (_, index) =>
      record.part('family', form.family[index]?.[key] ?? '', /@/g),
    );
    return [place, values.join('@')];
  });
}

function educationFields(form: ApprovalForm, record: Record33): [number, string][] {
  return educationInLrm.map(([place, keys]) => {
    const [a, b, c, d] = keys.map((key) => record.part(key, form[key], /[#@]/g));
    return [place, `${a}#${b}@${c}#${d}`];
  });
}

/**
 * The form as an .lrm record: GB18030, 33 fields, LF inside values, CRLF at the end. The format has no place for the ID
 * number, the two values of the newer edition, unknown elements, and the photo (its companion is the .pic file).
 *
 * `lost` names every character that comes back as another one: the signs that the record needs for itself (written
 * full-width) and those that GB18030 has no code for (written `?`). Rare characters such as 𬀩 and 㛃 have four-byte codes
 * and are not lost, but programs that know only GBK do not show them.
 */
export function writeLrm(form: ApprovalForm): { bytes: Uint8Array<ArrayBuffer>; lost: LostCharacter[] } {
  const values = canonicalForm(form);
  const record = new Record33();
  const fields = Array.from({ length: FIELDS }, () => '');
  for (const [field, place] of placesInLrm) {
    if (place < FIELDS) fields[place] = record.value(field, values[field]);
  }
  for (const [place, value] of [...educationFields(values, record), ...familyLists(values, record)]) {
    fields[place] = value;
  }
  return { bytes: encodeGb18030(`"${fields.join('","')}"\r\n`).bytes, lost: record.lost };
}
