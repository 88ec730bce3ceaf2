import { cellName, columnName, quotedSheet } from '../xlsx/cell-name.ts';
import { cellTextLimit, inlineText } from '../xlsx/cell-text.ts';
import { declaration, officeRelations, relationsPart, spreadsheet } from '../xlsx/namespaces.ts';
import { contentTypes, rootRelations } from '../xlsx/workbook-parts.ts';
import { escapeXml } from '../xml-text.ts';
import { packFile, type PackedFile } from '../zip.ts';
import { zipStream, type StreamedFile } from '../zip-stream.ts';
import { dataStyles, styleNumbers } from './data-styles.ts';

/** A column of a sheet that is filled in and read back. */
export interface DataColumn {
  readonly head: string;
  /** Half-width characters. */
  readonly width: number;
  readonly isHidden?: boolean;
  /** The head is marked as one that must be filled. */
  readonly isNeeded?: boolean;
  /** Shown beside a cell of the column while it is chosen; at most 255 characters. */
  readonly note?: string;
  /** The texts that the cells offer; others may be written all the same. */
  readonly choices?: readonly string[];
}

/** A table of texts below one row of heads. */
export interface DataSheet {
  readonly name: string;
  readonly columns: readonly DataColumn[];
  /** The first rows are examples: they look like it. */
  readonly examples?: readonly (readonly string[])[];
  readonly rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>;
  readonly isHidden?: boolean;
}

/** Below the head so many rows offer choices and notes. */
const offeredRows = 5_000;
const listSheet = '选项';
const pieceLength = 65_536;

/**
 * An .xlsx of plain tables, piece by piece: all cells are texts, so that what is filled in keeps its digits. The choices of
 * columns stand in a hidden sheet behind the others.
 */
export function writeDataWorkbook(sheets: readonly DataSheet[]): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => zipStream(parts(sheets)) };
}

async function* parts(sheets: readonly DataSheet[]): AsyncGenerator<PackedFile | StreamedFile> {
  const lists = new Map<readonly string[], string>();
  for (const { columns } of sheets)
    for (const { choices } of columns)
      if (choices && !lists.has(choices)) lists.set(choices, rangeOf(lists.size, choices));
  const all: readonly DataSheet[] = lists.size === 0 ? sheets : [...sheets, sheetOfLists([...lists.keys()])];
  yield packFile('[Content_Types].xml', contentTypes(all.length, 0));
  yield packFile('_rels/.rels', rootRelations);
  yield packFile('xl/workbook.xml', workbook(all));
  const relations = all.map(
    (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  yield packFile(
    'xl/_rels/workbook.xml.rels',
    relationsPart([...relations, [`rId${all.length + 1}`, 'styles', 'styles.xml']]),
  );
  yield packFile('xl/styles.xml', dataStyles);
  for (const [index, sheet] of all.entries())
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, pieces: sheetPieces(sheet, lists, index === 0) };
}

const rangeOf = (column: number, choices: readonly string[]): string =>
  `${quotedSheet(listSheet)}!$${columnName(column)}$2:$${columnName(column)}$${choices.length + 1}`;

function sheetOfLists(lists: readonly (readonly string[])[]): DataSheet {
  const longest = Math.max(...lists.map(({ length }) => length));
  return {
    name: listSheet,
    isHidden: true,
    columns: lists.map((_, index) => ({ head: `选项${index + 1}`, width: 20 })),
    rows: Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? '')),
  };
}

function workbook(sheets: readonly DataSheet[]): string {
  const list = sheets.map(
    ({ name, isHidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return (
    `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelations}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets></workbook>`
  );
}

async function* sheetPieces(
  sheet: DataSheet,
  lists: ReadonlyMap<readonly string[], string>,
  isFirst: boolean,
): AsyncGenerator<Uint8Array> {
  const { columns, examples = [] } = sheet;
  let text = sheetStart(columns, isFirst);
  let number = 1;
  text += rowXml(
    number,
    columns.map(({ head }) => head),
    (column) => (columns[column]?.isNeeded ? styleNumbers.neededHead : styleNumbers.head),
  );
  for (const example of examples) text += rowXml((number += 1), example, () => styleNumbers.example);
  for await (const row of sheet.rows) {
    text += rowXml((number += 1), row, () => styleNumbers.text);
    if (text.length < pieceLength) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}</sheetData>${validations(columns, lists, number)}</worksheet>`);
}

function sheetStart(columns: readonly DataColumn[], isFirst: boolean): string {
  const widths = columns.map(
    ({ width, isHidden }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width + 0.7}" style="${styleNumbers.text}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`,
  );
  return (
    `${declaration}<worksheet xmlns="${spreadsheet}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="16"/><cols>${widths.join('')}</cols><sheetData>`
  );
}

function rowXml(number: number, cells: readonly string[], styleOf: (column: number) => number): string {
  let xml = `<row r="${number}">`;
  for (const [column, text] of cells.entries()) {
    if (text === '') continue;
    const whole = text.length > cellTextLimit ? text.slice(0, cellTextLimit) : text;
    xml += `<c r="${cellName(column, number)}" s="${styleOf(column)}" t="inlineStr">${inlineText(whole)}</c>`;
  }
  return `${xml}</row>`;
}

function validations(
  columns: readonly DataColumn[],
  lists: ReadonlyMap<readonly string[], string>,
  lastRow: number,
): string {
  const last = Math.max(lastRow, 1) + offeredRows;
  const items = columns.flatMap(({ head, note, choices }, column) => {
    const list = choices ? lists.get(choices) : undefined;
    if (list === undefined && !note) return [];
    const letters = columnName(column);
    const prompt = note
      ? ` showInputMessage="1" promptTitle="${attribute(head, 32)}" prompt="${attribute(note, 255)}"`
      : '';
    const area = `sqref="${letters}2:${letters}${last}"`;
    return list === undefined
      ? [`<dataValidation allowBlank="1"${prompt} ${area}/>`]
      : [
          `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1"${prompt} ${area}><formula1>${escapeXml(list)}</formula1></dataValidation>`,
        ];
  });
  return items.length === 0
    ? ''
    : `<dataValidations count="${items.length}">${items.join('')}</dataValidations>`;
}

const attribute = (text: string, limit: number): string =>
  escapeXml(text.slice(0, limit)).replaceAll('\n', '&#10;');
