import { cellName } from '../xlsx/cell-name.ts';
import { cellXml } from '../xlsx/cell-text.ts';
import { declaration, spreadsheet } from '../xlsx/namespaces.ts';
import type { CellMark } from './sheet-marks.ts';

const author = '数据校核';

/** So many notes are drawn; more make the programs slow, and the last column says everything. */
const noteLimit = 5_000;

const noted = (marks: readonly CellMark[]) => marks.slice(0, noteLimit);

function comment({ row, column, text }: CellMark, authorId: number): string {
  return `<comment ref="${cellName(column, row)}" authorId="${authorId}"><text><t xml:space="preserve">${cellXml(text)}</t></text></comment>`;
}

/** The notes of a sheet that had none. */
export function commentsXml(marks: readonly CellMark[]): string {
  const list = noted(marks).map((mark) => comment(mark, 0));
  return `${declaration}<comments xmlns="${spreadsheet}"><authors><author>${author}</author></authors><commentList>${list.join('')}</commentList></comments>`;
}

/** The notes of a sheet with ours among them; a cell that has a note keeps it. */
export function withComments(
  xml: string,
  marks: readonly CellMark[],
): { xml: string; added: readonly CellMark[] } {
  const taken = new Set([...xml.matchAll(/<comment\b[^>]*\bref="([A-Z]+\d+)"/g)].map(([, ref]) => ref));
  const added = noted(marks).filter(({ row, column }) => !taken.has(cellName(column, row)));
  const authors = [...xml.matchAll(/<author>|<author\/>|<author [^>]*>/g)].length;
  return {
    added,
    xml: xml
      .replace('</authors>', `<author>${author}</author></authors>`)
      .replace(
        '</commentList>',
        () => `${added.map((mark) => comment(mark, authors)).join('')}</commentList>`,
      ),
  };
}

/** How the notes are drawn: hidden until the pointer is on the cell. */
export function shapesXml(marks: readonly CellMark[]): string {
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" ' +
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>' +
    `${shapeType}${noted(marks).map(shape).join('')}</xml>`
  );
}

export function withShapes(xml: string, marks: readonly CellMark[]): string {
  const type = xml.includes('id="_x0000_t202"') ? '' : shapeType;
  return xml.replace(/<\/xml>\s*$/, () => `${type}${marks.map(shape).join('')}</xml>`);
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

function shape({ row, column }: CellMark, index: number): string {
  return (
    `<v:shape id="_x0000_m${index + 1}" type="#_x0000_t202" style="position:absolute;width:180pt;height:60pt;visibility:hidden" ` +
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>' +
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>' +
    `${column + 1}, 10, ${Math.max(0, row - 2)}, 4, ${column + 4}, 10, ${row + 2}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}
