import { pointsPerMm } from '#documents/form';
import { escapeXml } from '../xml-text.ts';
import type { PageSetup } from '../table/printed-table.ts';
import { packFile, type PackedFile } from '../zip.ts';
import { contentTypesWith, documentPart, documentRelations, fixedParts } from './package-parts.ts';
import type { PictureStore } from './picture-store.ts';

const a4 = { short: 210, long: 297 };
/** Millimetres: the edges of 公文 are wider, but tables take the sheet. */
const margins = { top: 22, bottom: 20, side: 18, footer: 10 };
const twips = (mm: number): number => Math.round(mm * pointsPerMm * 20);

const widthOf = ({ orientation }: PageSetup): number => (orientation === 'portrait' ? a4.short : a4.long);

/** The width that a table has on the sheet, points. */
export const textWidthOf = (page: PageSetup): number => (widthOf(page) - 2 * margins.side) * pointsPerMm;

const footerRelation = 'rIdFooter';

export function tableSection(page: PageSetup): string {
  const height = page.orientation === 'portrait' ? a4.long : a4.short;
  const landscape = page.orientation === 'landscape' ? ' w:orient="landscape"' : '';
  const footer =
    page.pageNumbers === false ? '' : `<w:footerReference w:type="default" r:id="${footerRelation}"/>`;
  const side = twips(margins.side);
  return (
    `<w:sectPr>${footer}<w:pgSz w:w="${twips(widthOf(page))}" w:h="${twips(height)}"${landscape}/>` +
    `<w:pgMar w:top="${twips(margins.top)}" w:right="${side}" w:bottom="${twips(margins.bottom)}" w:left="${side}" ` +
    `w:header="0" w:footer="${twips(margins.footer)}" w:gutter="0"/></w:sectPr>`
  );
}

const look = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>';
const text = (words: string) => `<w:r>${look}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
const field = (name: string) =>
  `<w:r>${look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${look}<w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>` +
  `<w:r>${look}<w:fldChar w:fldCharType="separate"/></w:r>${text('1')}<w:r>${look}<w:fldChar w:fldCharType="end"/></w:r>`;

const footerPart =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>' +
  `${text('第 ')}${field('PAGE')}${text(' 页 共 ')}${field('NUMPAGES')}${text(' 页')}</w:p></w:ftr>`;

/** All parts of a document with one table. */
export function tableDocumentParts(body: string, pictures: PictureStore, page: PageSetup): PackedFile[] {
  const numbered = page.pageNumbers !== false;
  const more = [
    ...(numbered ? [{ relation: footerRelation, kind: 'footer', target: 'footer1.xml' }] : []),
    ...pictures.relations().map((each) => ({ ...each, kind: 'image' })),
  ];
  return [
    contentTypesWith(numbered ? ['footer1'] : []),
    ...fixedParts,
    packFile('word/_rels/document.xml.rels', documentRelations(more)),
    packFile('word/document.xml', documentPart(body)),
    ...(numbered ? [packFile('word/footer1.xml', footerPart)] : []),
    ...pictures.files().map(({ name, data }) => packFile(name, data, false)),
  ];
}
