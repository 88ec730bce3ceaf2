import type { ApprovalForm, FormField } from './approval-form.ts';
import { encodeBase64 } from './base64.ts';
import { canonicalForm } from './canonical.ts';
import {
  elementsAfterFamily,
  elementsBeforeFamily,
  elementsOfNewEdition,
  FAMILY,
  familyElements,
  PHOTO,
  VERSION,
} from './elements.ts';
import { encodeUtf8 } from './host.ts';
import { placeRowExtras } from './row-extras.ts';
import { escapeText } from './xml-escape.ts';

/** The version of the central editor whose files ours are like. */
const EDITOR_VERSION = '3.2.1.16';
const MARK = '\ufeff';

function element(indent: string, name: string, text: string): string {
  return `${indent}<${name}>${escapeText(text)}</${name}>\n`;
}

function fields(form: ApprovalForm, elements: readonly { field: FormField; element: string }[]): string {
  return elements.map((each) => element('  ', each.element, form[each.field])).join('');
}

function family(form: ApprovalForm, extras: ReadonlyMap<number, string>): string {
  if (form.family.length === 0) return `  <${FAMILY}></${FAMILY}>\n`;
  const items = form.family.map((row, index) => {
    const values = familyElements.map((each) => element('      ', each.element, row[each.key])).join('');
    const extra = extras.get(index);
    return `    <Item>\n${values}${extra === undefined ? '' : `      ${extra}\n`}    </Item>\n`;
  });
  return `  <${FAMILY}>\n${items.join('')}  </${FAMILY}>\n`;
}

/**
 * The form as an .lrmx file in the editor's layout: UTF-8 with a byte-order mark, all elements in the editor's order, two
 * blanks of indent, LF, photo as bare base64, unknown elements last. The values are written in canonical spelling;
 * reading the file gives exactly `canonicalForm(form)` (with the editor's version where the form names none).
 */
export function writeLrmx(form: ApprovalForm): Uint8Array<ArrayBuffer> {
  const values = canonicalForm(form);
  const extras = placeRowExtras(values.unknownElements, values.family);
  const newEdition = elementsOfNewEdition.filter((each) => values[each.field] !== '');
  const head = encodeUtf8(
    `${MARK}<?xml version="1.0" encoding="utf-8"?>\n<Person>\n` +
      fields(values, elementsBeforeFamily) +
      family(values, extras.ofRow) +
      fields(values, elementsAfterFamily) +
      `  <${PHOTO}>`,
  );
  const photo = values.photo ? encodeBase64(values.photo) : new Uint8Array(0);
  const tail = encodeUtf8(
    `</${PHOTO}>\n` +
      element('  ', VERSION, values.version || EDITOR_VERSION) +
      fields(values, newEdition) +
      extras.rest.map((xml) => `  ${xml}\n`).join('') +
      '</Person>\n',
  );
  const bytes = new Uint8Array(head.length + photo.length + tail.length);
  bytes.set(head);
  bytes.set(photo, head.length);
  bytes.set(tail, head.length + photo.length);
  return bytes;
}
