import { columnName } from './cell-name.ts';
import { declaration, officeRelations, spreadsheet } from './namespaces.ts';
import type { Sheet } from './sheet.ts';

/** Pixels of a digit of the first font, and of the space beside the text of a column. */
const digit = 8;
const padding = 5;
const pointsPerPixel = 0.75;

/** The width of a column in points, as Excel and WPS draw it. */
export const columnPoints = (characters: number): number =>
  Math.round(characters * digit + padding) * pointsPerPixel;

/** What stands before the rows; `frozen` rows and columns stay in view. */
export function sheetStart(sheet: Sheet, frozenRows: number, isFirst: boolean): string {
  const columns = sheet.columns.map(({ width }, index) => {
    const units = (width * digit + padding) / digit;
    return `<col min="${index + 1}" max="${index + 1}" width="${units.toFixed(4)}" customWidth="1"/>`;
  });
  return (
    `${declaration}<worksheet xmlns="${spreadsheet}" xmlns:r="${officeRelations}">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>' +
    `<sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane(sheet.frozenColumns ?? 0, frozenRows)}</sheetView>` +
    `</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  );
}

function pane(columns: number, rows: number): string {
  if (columns === 0 && rows === 0) return '';
  const corner = columns > 0 && rows > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const split = (columns > 0 ? ` xSplit="${columns}"` : '') + (rows > 0 ? ` ySplit="${rows}"` : '');
  return (
    `<pane${split} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${corner}" state="frozen"/>` +
    `<selection pane="${corner}"/>`
  );
}

/** Inches: a little room for binding, the foot below. */
const margins = { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.4 };
const marginText = Object.entries(margins)
  .map(([edge, inches]) => ` ${edge}="${inches}"`)
  .join('');

/** What stands behind the rows. */
export function sheetEnd(sheet: Sheet, merged: readonly string[], area: string, hasDrawing: boolean): string {
  const merges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  const { orientation, pageNumbers = true } = sheet.page;
  const footer = '<oddFooter>&amp;C&amp;"宋体,常规"&amp;10第 &amp;P 页 共 &amp;N 页</oddFooter>';
  return (
    `</sheetData>${merges ? `<mergeCells count="${merged.length}">${merges}</mergeCells>` : ''}` +
    `<printOptions horizontalCentered="1"/><pageMargins${marginText}/>` +
    `<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="${orientation}"/>` +
    (pageNumbers ? `<headerFooter>${footer}</headerFooter>` : '') +
    // Digits that are text, as ID numbers are, are no mistake.
    `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>` +
    `${hasDrawing ? '<drawing r:id="rId1"/>' : ''}</worksheet>`
  );
}
