import { escapeXml } from '../xml-text.ts';
import { quotedSheet } from './cell-name.ts';
import { declaration, officeRelations, relationsPart, spreadsheet } from './namespaces.ts';

export interface SheetInfo {
  name: string;
  /** First and last row at the top of every page. */
  repeated: readonly [number, number] | null;
}

export const rootRelations = relationsPart([['rId1', 'officeDocument', 'xl/workbook.xml']]);

export function workbookPart(sheets: readonly SheetInfo[]): string {
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ name, repeated }, index) =>
    repeated
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">` +
            `${escapeXml(quotedSheet(name))}!$${repeated[0]}:$${repeated[1]}</definedName>`,
        ]
      : [],
  );
  return (
    `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets>${names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : ''}</workbook>`
  );
}

export function workbookRelations(sheets: number): string {
  const list = Array.from(
    { length: sheets },
    (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  return relationsPart([...list, [`rId${sheets + 1}`, 'styles', 'styles.xml']]);
}

const type = 'application/vnd.openxmlformats-officedocument';

export function contentTypes(sheets: number, drawings: number): string {
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${type}.${kind}+xml"/>`;
  const each = (count: number, part: string, kind: string) =>
    Array.from({ length: count }, (_, index) => override(`${part}${index + 1}`, kind)).join('');
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    ['jpeg', 'png', 'bmp', 'gif']
      .map((end) => `<Default Extension="${end}" ContentType="image/${end}"/>`)
      .join('') +
    override('workbook', 'spreadsheetml.sheet.main') +
    override('styles', 'spreadsheetml.styles') +
    each(sheets, 'worksheets/sheet', 'spreadsheetml.worksheet') +
    each(drawings, 'drawings/drawing', 'drawing') +
    '</Types>'
  );
}
