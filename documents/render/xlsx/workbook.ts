import { packFile, type PackedFile } from '../zip.ts';
import { zipStream, type StreamedFile } from '../zip-stream.ts';
import { RenderProblem } from '../render-problem.ts';
import type { TableNote } from '../table/printed-table.ts';
import { drawingParts } from './drawing-xml.ts';
import {
  contentTypes,
  rootRelations,
  workbookPart,
  workbookRelations,
  type SheetInfo,
} from './workbook-parts.ts';
import type { Sheet } from './sheet.ts';
import { SheetWriter } from './sheet-writer.ts';
import { StyleTable } from './style-table.ts';

export interface Workbook {
  sheets: readonly Sheet[];
}

/** An .xlsx file piece by piece, to be read once. A refusal comes out of the iteration as a RenderProblem. */
export interface WorkbookStream extends AsyncIterable<Uint8Array> {
  /** What is not in the file; complete when the last piece was read. */
  readonly notes: readonly TableNote[];
}

/** Rows are asked for as the reader takes the pieces: a table of any length needs no more memory than its pictures. */
export function writeWorkbook(book: Workbook): WorkbookStream {
  const notes: TableNote[] = [];
  return { notes, [Symbol.asyncIterator]: () => zipStream(parts(book, notes)) };
}

async function* parts(
  { sheets }: Workbook,
  notes: TableNote[],
): AsyncGenerator<PackedFile | StreamedFile, void, undefined> {
  checkNames(sheets);
  const styles = new StyleTable();
  const infos: SheetInfo[] = [];
  let drawings = 0;
  yield packFile('_rels/.rels', rootRelations);
  for (const [index, sheet] of sheets.entries()) {
    const writer = new SheetWriter(sheet, styles, notes, index === 0);
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, pieces: writer.pieces() };
    infos.push({ name: sheet.name, repeated: writer.repeatedRows });
    if (writer.pictures.length === 0) continue;
    drawings += 1;
    yield* drawingParts(index + 1, drawings, writer.pictures);
  }
  yield packFile('xl/styles.xml', styles.xml());
  yield packFile('xl/workbook.xml', workbookPart(infos));
  yield packFile('xl/_rels/workbook.xml.rels', workbookRelations(sheets.length));
  yield packFile('[Content_Types].xml', contentTypes(sheets.length, drawings));
}

function checkNames(sheets: readonly Sheet[]): void {
  const refuse = (message: string) => new RenderProblem('sheet-name', message);
  if (sheets.length === 0) throw refuse('没有工作表，请至少选择一张表。');
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const key = name.toLowerCase();
    if (!/^[^\\/?*[\]:\u0000-\u001f\ufffe\uffff]{1,31}$/.test(name) || !name.isWellFormed())
      throw refuse(`工作表名称“${name}”不能使用：应为 1 至 31 个字，不含 \\ / ? * [ ] :。`);
    if (/^'|'$/.test(name) || key === 'history') throw refuse(`工作表名称“${name}”不能使用，请改名。`);
    if (seen.has(key)) throw refuse(`工作表名称“${name}”重复，请改名。`);
    seen.add(key);
  }
}
