import type { Box } from '#documents/form';
import type { CellFont } from '../table/styles.ts';
import { escapeXml } from '../xml-text.ts';

const twips = (points: number): number => Math.round(points * 20);
const emuPerMm = 36_000;

/** A text in a font; `\n` becomes a line break, a tab character a tab. */
export function styledRun(text: string, { font, size, bold }: CellFont): string {
  if (!text) return '';
  const name = escapeXml(font);
  const content = text
    .replaceAll(/\r\n?/g, '\n')
    .split(/([\n\t])/)
    .map((part) => {
      if (part === '\n') return '<w:br/>';
      if (part === '\t') return '<w:tab/>';
      return part ? `<w:t xml:space="preserve">${escapeXml(part)}</w:t>` : '';
    })
    .join('');
  return (
    `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>` +
    `${bold ? '<w:b/>' : ''}<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/></w:rPr>${content}</w:r>`
  );
}

/** Points throughout. */
export interface StyledParagraph {
  align: 'left' | 'center' | 'right';
  before?: number;
  after?: number;
  lineHeight?: number;
  rightTab?: number;
  /** It stands on the page of the paragraph or row behind it. */
  keepWithNext?: boolean;
}

export function styledParagraph(runs: string, format: StyledParagraph): string {
  const { align, before = 0, after = 0, lineHeight, rightTab, keepWithNext } = format;
  const tab =
    rightTab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${twips(rightTab)}"/></w:tabs>`;
  const line = lineHeight === undefined ? '' : ` w:line="${twips(lineHeight)}" w:lineRule="exact"`;
  return (
    `<w:p><w:pPr>${keepWithNext ? '<w:keepNext/>' : ''}${tab}<w:spacing w:before="${twips(before)}" w:after="${twips(after)}"${line}/>` +
    `<w:jc w:val="${align}"/></w:pPr>${runs}</w:p>`
  );
}

/** A run with a picture of so many millimetres; `number` differs from those of all other drawings. */
export function inlinePicture(relation: string, number: number, box: Box): string {
  const extent = `cx="${Math.round(box.width * emuPerMm)}" cy="${Math.round(box.height * emuPerMm)}"`;
  const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  const picture = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const wordDrawing = 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${wordDrawing}" distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/>` +
    `<wp:docPr id="${number}" name="照片 ${number}"/><a:graphic xmlns:a="${main}"><a:graphicData uri="${picture}">` +
    `<pic:pic xmlns:pic="${picture}"><pic:nvPicPr><pic:cNvPr id="${number}" name="照片 ${number}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip xmlns:r="${relations}" r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}
