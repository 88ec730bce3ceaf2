import type { TextRun } from '../table/printed-table.ts';
import type { CellFont } from '../table/styles.ts';
import { escapeXml, withoutForbidden } from '../xml-text.ts';

/** The most UTF-16 units that Excel takes in a cell. */
export const cellTextLimit = 32_767;

/** Anything that has to be looked at before it is written; most texts have nothing of it. */
const remarkable =
  /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9A-Fa-f]{4}_/;
/** Programs read `_x0041_` in a text as A; an escaped underscore keeps it as it is. */
const escapedLook = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** A text as content of `<t>`. */
export function cellXml(text: string): string {
  if (!remarkable.test(text)) return text;
  return escapeXml(text.replaceAll(/\r\n?/g, '\n').replaceAll(escapedLook, '_x005F_'));
}

export function losesCharacters(text: string): boolean {
  return remarkable.test(text) && withoutForbidden(text) !== text;
}

export const inlineText = (text: string): string => `<is><t xml:space="preserve">${cellXml(text)}</t></is>`;

/** A text of several looks; what a run does not say is as in the rest of its cell. */
export function richText(runs: readonly TextRun[], cell: CellFont): string {
  const xml = runs.map(({ text, font = cell.font, size = cell.size, bold = cell.bold }) => {
    const look = `${bold ? '<b/>' : ''}<sz val="${size}"/><rFont val="${escapeXml(font)}"/><charset val="134"/>`;
    return `<r><rPr>${look}</rPr><t xml:space="preserve">${cellXml(text)}</t></r>`;
  });
  return `<is>${xml.join('')}</is>`;
}
