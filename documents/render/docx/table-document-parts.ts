import { pointsPerMm } from '#documents/form';
import { escapeXml } from '../xml-text.ts';
import type { PageSetup } from '../table/printed-table.ts';
import { packFile, type PackedFile } from '../zip.ts';
import { contentTypesWith, documentPart, documentRelations, fixedParts } from './package-parts.ts';
import type { PictureStore } from './picture-store.ts';
import { styledParagraph } from './styled-text.ts';

const a4 = { short: 210, long: 297 };
/** Millimetres: the edges of 公文 are wider, but tables take the sheet. */
const margins = { top: 22, bottom: 20, side: 18, footer: 10 };
const twips = (mm: number): number => Math.round(mm * pointsPerMm * 20);

const widthOf = ({ orientation }: PageSetup): number => (orientation === 'portrait' ? a4.short : a4.long);

/** The width that a table has on the sheet, points. */
export const textWidthOf = (page: PageSetup): number => (widthOf(page) - 2 * margins.side) * pointsPerMm;

const footerRelation = 'rIdFooter';
const headRelation = 'rIdHead';
const noHeadRelation = 'rIdNoHead';

/** The first page has a header of its own when `hasHeader`: an empty one, because title and head stand in its text. */
export function tableSection(page: PageSetup, hasHeader: boolean): string {
  const height = page.orientation === 'portrait' ? a4.long : a4.short;
  const landscape = page.orientation === 'landscape' ? ' w:orient="landscape"' : '';
  const first = hasHeader ? ['default', 'first'] : ['default'];
  const footer =
    page.pageNumbers === false
      ? ''
      : first.map((type) => `<w:footerReference w:type="${type}" r:id="${footerRelation}"/>`).join('');
  const header = hasHeader
    ? `<w:headerReference w:type="default" r:id="${headRelation}"/><w:headerReference w:type="first" r:id="${noHeadRelation}"/>`
    : '';
  const side = twips(margins.side);
  return (
    `<w:sectPr>${header}${footer}<w:pgSz w:w="${twips(widthOf(page))}" w:h="${twips(height)}"${landscape}/>` +
    `<w:pgMar w:top="${twips(margins.top)}" w:right="${side}" w:bottom="${twips(margins.bottom)}" w:left="${side}" ` +
    `w:header="${hasHeader ? twips(margins.top) : 0}" w:footer="${twips(margins.footer)}" w:gutter="0"/>` +
    `${hasHeader ? '<w:titlePg/>' : ''}</w:sectPr>`
  );
}

/** A paragraph that the format demands and nobody should see: a twentieth of a point high. */
export const hairline = styledParagraph('', { align: 'left', lineHeight: 0.05 });

const look = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>';
const text = (words: string) => `<w:r>${look}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r>`;
const field = (name: string) =>
  `<w:r>${look}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${look}<w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>` +
  `<w:r>${look}<w:fldChar w:fldCharType="separate"/></w:r>${text('1')}<w:r>${look}<w:fldChar w:fldCharType="end"/></w:r>`;

const partOf = (name: 'ftr' | 'hdr', content: string): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${content}</w:${name}>`;

const pageNumber = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${text('第 ')}${field('PAGE')}${text(' 页 共 ')}${field('NUMPAGES')}${text(' 页')}</w:p>`;

/** The text of a document of tables, and what stands above the text of each of its pages but the first. */
export interface TableBody {
  readonly body: string;
  readonly header: string | null;
}

/** All parts of a document of tables. */
export function tableDocumentParts(
  { body, header }: TableBody,
  pictures: PictureStore,
  page: PageSetup,
): PackedFile[] {
  const own = [
    ...(page.pageNumbers === false
      ? []
      : [
          {
            name: 'footer1',
            kind: 'footer',
            relation: footerRelation,
            xml: partOf('ftr', pageNumber),
          } as const,
        ]),
    ...(header === null
      ? []
      : ([
          { name: 'header1', kind: 'header', relation: headRelation, xml: partOf('hdr', header) },
          { name: 'header2', kind: 'header', relation: noHeadRelation, xml: partOf('hdr', hairline) },
        ] as const)),
  ];
  const more = [
    ...own.map(({ name, kind, relation }) => ({ relation, kind, target: `${name}.xml` })),
    ...pictures.relations().map((each) => ({ ...each, kind: 'image' })),
  ];
  return [
    contentTypesWith(own),
    ...fixedParts,
    packFile('word/_rels/document.xml.rels', documentRelations(more)),
    packFile('word/document.xml', documentPart(body)),
    ...own.map(({ name, xml }) => packFile(`word/${name}.xml`, xml)),
    ...pictures.files().map(({ name, data }) => packFile(name, data, false)),
  ];
}
