import type { SheetRow } from '#documents/formats';

/** The letters of a column, the first being 0: A … XFD. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The column of its letters, the first being 0. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A template shows how it is filled in a row that is no data. */
export const exampleMark = '示例';

/** Is it the example of a template? It says so where the name stands, or at its beginning. */
export function isExample({ cells }: SheetRow, nameColumn: number): boolean {
  const first = cells.find((cell) => cell !== null)?.text ?? '';
  const name = cells[nameColumn]?.text ?? '';
  return [first, name].some((text) => text.trim().startsWith(exampleMark));
}

const remark = /^(?:注|备注|说明|填表|制表|填报|审核|负责人|合计|总计|共计|小计|※|★)/;

/** Is it a line below the table: a note, a sum, who filled it in? Such a row holds next to nothing else. */
export function isRemark({ cells }: SheetRow): boolean {
  let first = '';
  let filled = 0;
  for (const cell of cells) {
    const text = cell?.text.trim() ?? '';
    if (text === '') continue;
    if (first === '') first = text;
    filled += 1;
    if (filled > 2) return false;
  }
  return remark.test(first);
}
