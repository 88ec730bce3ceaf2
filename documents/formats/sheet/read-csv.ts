import { decodeStrictly } from '../host.ts';
import { SheetRefusal, tooLarge } from './sheet-refusal.ts';
import type { SheetCell, SheetRow, TableFile } from './table-file.ts';

const fieldLimit = 100_000;
const batch = 1_000;
const columnLimit = 16_384;

/** Opens a text file of values between commas, semicolons or tabs, in UTF-8, UTF-16 or GB18030 (GBK). */
export function openCsv(bytes: Uint8Array): TableFile {
  const text = textOf(bytes);
  return {
    kind: 'csv',
    sheets: [{ name: '', isHidden: false }],
    is1904: false,
    rows: () => ({ merged: [], [Symbol.asyncIterator]: () => batches(text) }),
  };
}

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const text = utf16
    ? decodeStrictly(bytes, utf16)
    : (decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030'));
  if (text === null) {
    throw new SheetRefusal(
      'sheet-damaged',
      '文件中的文字既不是 UTF-8 也不是 GBK 编码，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。',
    );
  }
  if (text.includes('\u0000'))
    throw new SheetRefusal('sheet-not-a-table', '这不是表格文件，请选择 .xlsx 或 .csv 文件。');
  return text;
}

async function* batches(text: string): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = [];
  let number = 0;
  for (const fields of records(text, separatorOf(text))) {
    number += 1;
    const cells = fields.map((field): SheetCell | null =>
      field === '' ? null : { text: field.replace(/\r\n?/g, '\n'), kind: 'text' },
    );
    while (cells.at(-1) === null) cells.pop();
    if (cells.length === 0) continue;
    rows.push({ number, isHidden: false, cells });
    if (rows.length < batch) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** The sign that stands most often outside of quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4_000).replace(/"[^"]*"?/g, '');
  const [best = ','] = [',', '\t', ';'].toSorted((a, b) => head.split(b).length - head.split(a).length);
  return best;
}

/** The records of the text. A quote opens a field only at its beginning; what follows a closing quote belongs to it. */
function* records(text: string, separator: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    const read = text[at] === '"' ? quoted(text, at) : { field: '', next: at };
    let end = read.next;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    const field = read.field + text.slice(read.next, end);
    if (field.length > fieldLimit || fields.length >= columnLimit) throw tooLarge('单个内容过长');
    fields.push(field);
    if (text[end] === separator) {
      at = end + 1;
      // The line ends behind a separator: the last field is empty.
      if (at === text.length) fields.push('');
      else continue;
    }
    yield fields;
    fields = [];
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  if (fields.length > 0) yield fields;
}

function quoted(text: string, start: number): { field: string; next: number } {
  let field = '';
  let at = start + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) {
      throw new SheetRefusal(
        'sheet-damaged',
        '文件中有没有成对的引号，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。',
      );
    }
    field += text.slice(at, end);
    if (field.length > fieldLimit) throw tooLarge('单个内容过长');
    if (text[end + 1] !== '"') return { field, next: end + 1 };
    field += '"';
    at = end + 2;
  }
}
