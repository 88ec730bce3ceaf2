import { packFile, zip } from '../../render/zip.ts';

const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface TestSheet {
  readonly name: string;
  /** The content of `sheetData`. */
  readonly rows: string;
  /** What stands behind it. */
  readonly after?: string;
  readonly state?: string;
}

/** The parts of a workbook with these sheets; `also` adds parts or sets them anew. */
export function workbookBytes(
  sheets: readonly TestSheet[],
  also: Readonly<Record<string, string>> = {},
  properties = '',
): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types>${part('/xl/workbook.xml', `${types}.sheet.main+xml`)}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join(
        '',
      )}${relation('s', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"/>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"/>`,
  };
  for (const [index, { rows, after }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`;
  return zip(Object.entries({ ...parts, ...also }).map(([name, content]) => packFile(name, content)));
}
