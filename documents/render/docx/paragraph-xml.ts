import { pointsPerMm, type HorizontalAlign } from '#documents/form';
import { escapeXml } from '../xml-text.ts';

/** Twentieths of a point, the unit of lengths in WordprocessingML. */
export const twipsOfPoints = (points: number): number => Math.round(points * 20);
export const twipsOfMm = (mm: number): number => twipsOfPoints(mm * pointsPerMm);

export interface ParagraphFormat {
  /** Points */
  size: number;
  /** Exact line height, points; none for the paragraph that holds the photo. */
  lineHeight: number | null;
  align: HorizontalAlign;
  /** Millimetres */
  left?: number;
  right?: number;
  /** How far the first line begins left of the others, mm: its text stands before a tab. */
  hanging?: number;
  /** Free space above and below, points. */
  before?: number;
  after?: number;
  /** A right tab stop, mm from the left. */
  rightTab?: number;
  /** Section properties, where the paragraph ends a section. */
  section?: string;
}

function indents({ left = 0, right = 0, hanging = 0 }: ParagraphFormat): string {
  if (left === 0 && right === 0) return '';
  const first = hanging > 0 ? ` w:hanging="${twipsOfMm(hanging)}"` : '';
  return `<w:ind w:left="${twipsOfMm(left)}" w:right="${twipsOfMm(right)}"${first}/>`;
}

function properties(format: ParagraphFormat): string {
  const { align, lineHeight, before = 0, after = 0, hanging, left = 0, rightTab, section = '' } = format;
  const line = lineHeight === null ? '' : ` w:line="${twipsOfPoints(lineHeight)}" w:lineRule="exact"`;
  const space = `w:before="${twipsOfPoints(before)}" w:after="${twipsOfPoints(after)}"`;
  const stops = [
    ...(hanging === undefined ? [] : [`<w:tab w:val="left" w:pos="${twipsOfMm(left)}"/>`]),
    ...(rightTab === undefined ? [] : [`<w:tab w:val="right" w:pos="${twipsOfMm(rightTab)}"/>`]),
  ];
  const tabs = stops.length > 0 ? `<w:tabs>${stops.join('')}</w:tabs>` : '';
  const justify = align === 'left' ? '' : `<w:jc w:val="${align}"/>`;
  const size = halfPoints(format.size);
  return `<w:pPr>${tabs}<w:spacing ${space}${line}/>${indents(format)}${justify}<w:rPr>${size}</w:rPr>${section}</w:pPr>`;
}

const halfPoints = (size: number): string =>
  `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`;

/** A run of text; a tab character becomes a tab. The hint gives “ ” — … · to the Chinese font. */
function run(text: string, size: number): string {
  const content = text
    .split('\t')
    .map((part) => (part ? `<w:t xml:space="preserve">${escapeXml(part)}</w:t>` : ''))
    .join('<w:tab/>');
  return content
    ? `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${halfPoints(size)}</w:rPr>${content}</w:r>`
    : '';
}

export function paragraph(text: string, format: ParagraphFormat): string {
  return `<w:p>${properties(format)}${run(text, format.size)}</w:p>`;
}

/** A paragraph around a drawing. */
export function drawingParagraph(drawing: string, format: ParagraphFormat): string {
  return `<w:p>${properties(format)}<w:r>${drawing}</w:r></w:p>`;
}
