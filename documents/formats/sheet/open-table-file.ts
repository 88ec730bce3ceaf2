import { foreignKind } from '../file-kind.ts';
import { decodeLeniently } from '../host.ts';
import { openWorkbook } from './open-workbook.ts';
import { openCsv } from './read-csv.ts';
import { damaged, SheetRefusal, tooLarge } from './sheet-refusal.ts';
import type { TableFile } from './table-file.ts';
import { encrypted } from './zip-directory.ts';

const fileLimit = 200 * 1024 * 1024;

/** Opens a file of tables by what its bytes are and not by its name; what cannot be read is refused with a SheetRefusal. */
export async function openTableFile(bytes: Uint8Array): Promise<TableFile> {
  if (bytes.length === 0) throw new SheetRefusal('sheet-not-a-table', '文件是空的，请检查后重新上传。');
  if (bytes.length > fileLimit) throw tooLarge('超过 200 MB');
  if (startsWith(bytes, [0x50, 0x4b])) return openWorkbook(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw compound(bytes);
  const kind = foreignKind(bytes);
  if (kind !== null)
    throw new SheetRefusal('sheet-not-a-table', `这是${kind}，不是表格，请选择 .xlsx 或 .csv 文件。`);
  const head = decodeLeniently(bytes.subarray(0, 2_000), 'utf-8').trimStart().toLowerCase();
  if (/^(?:<!doctype html|<html|<table|<\?xml)/.test(head)) throw oldFormat('网页或 XML 格式的表格');
  if (head.startsWith('{\\rtf')) throw new SheetRefusal('sheet-not-a-table', '这是 RTF 文档，不是表格。');
  return openCsv(bytes);
}

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((value, index) => bytes[index] === value);

/** The container of old files also holds new ones that are encrypted; the names in its directory tell. */
function compound(bytes: Uint8Array): SheetRefusal {
  if (bytes.length < 512) return damaged();
  const isIn = (name: string) => containsUtf16(bytes, name);
  if (isIn('EncryptedPackage')) return encrypted();
  if (isIn('Workbook') || isIn('Book')) return oldFormat('旧版 Excel（.xls）格式');
  return new SheetRefusal('sheet-not-a-table', '这是旧版 Office 文档，不是表格，请选择 .xlsx 或 .csv 文件。');
}

const oldFormat = (what: string) =>
  new SheetRefusal(
    'sheet-old-format',
    `这是${what}，无法直接读取，请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。`,
  );

function containsUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = Array.from(name).flatMap((sign) => [sign.charCodeAt(0), 0]);
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((value, index) => bytes[at + index] === value)) return true;
  }
  return false;
}
