import { checkNationalId, toHalfWidth, type SheetCell } from '#documents/formats';
import { printDate, type CodeTables, type FieldDefinition } from '#platform/model';
import { codedItem } from '#modules/cadres';
import { wrong, type CellReading } from './cell-reading.ts';
import { readDateCell } from './read-date-cell.ts';

/** What reading cells needs to know. */
export interface CellContext {
  readonly tables: CodeTables;
  /** Numbers of dates count from 1904. */
  readonly is1904: boolean;
  /** The units that a name may mean. */
  readonly unitsNamed: (name: string) => readonly { readonly id: string; readonly path: string }[];
  /** A text that a code table does not know is kept as written and is no mistake. */
  readonly keepUnknown: boolean;
}

/** Reads one cell for a field. The cell is not empty. */
export function readCell(field: FieldDefinition, cell: SheetCell, context: CellContext): CellReading {
  if (cell.kind === 'error')
    return wrong('formula-error', `单元格中的公式出错（${cell.text}），请改正公式或直接填写内容。`);
  switch (field.type) {
    case 'date':
      return readDateCell(cell, context.is1904);
    case 'code':
      return readCode(field, cell, context);
    case 'integer':
      return readInteger(cell);
    case 'unit':
      return readUnit(cell.text, context);
    default:
      return readText(field, cell);
  }
}

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function readText(field: FieldDefinition, cell: SheetCell): CellReading {
  if (cell.kind === 'number' && /^-?\d{16,}$/.test(cell.text)) {
    return wrong(
      'digits-lost',
      `号码“${cell.text}”被表格程序存成了数字，末尾几位可能已经变成 0，请把单元格设为文本后重新填写。`,
    );
  }
  const text = cell.kind === 'date' ? printDate(cell.text) : cell.text.trim();
  if (!text.isWellFormed() || forbidden.test(text))
    return wrong('bad-character', '含有不能保存的控制字符或不完整的字符，请删除后重新填写。');
  if (field.key === 'nationalId') return readNationalId(text);
  return { value: field.type === 'paragraph' ? text : text.replace(/\s*\n\s*/g, '') };
}

function readNationalId(text: string): CellReading {
  const check = checkNationalId(toHalfWidth(text).replace(/^'/, ''));
  if (check.kind === 'invalid')
    return wrong('bad-national-id', `身份证号“${text}”应为 18 位（旧号 15 位），请核对。`);
  if (check.birth === null) return wrong('bad-national-id', `身份证号“${text}”中的出生日期不存在，请核对。`);
  if (!check.checksumOk) return wrong('bad-national-id', `身份证号“${text}”的校验码不对，请核对。`);
  return { value: check.id };
}

function readInteger(cell: SheetCell): CellReading {
  const text = toHalfWidth(cell.text).replace(/[\s,]/g, '');
  const number = Number(text);
  if (/^[-+]?\d+(?:\.0+)?$/.test(text) && Number.isSafeInteger(number)) return { value: number };
  return wrong('bad-number', `“${cell.text}”不是整数，请改正。`);
}

const yes = /^(?:√|✓|✔|y|yes|true|t|有|对)$/i;
const no = /^(?:×|✗|x|n|no|false|f|无|没有|不是|错)$/i;

function readCode(field: FieldDefinition, cell: SheetCell, context: CellContext): CellReading {
  const { tables } = context;
  const names = field.codeTable ?? '';
  const collected = names.split('|').flatMap((name) => tables.get(name) ?? []);
  const text = toHalfWidth(cell.text).trim();
  // Nobody could collect the table: what stands there is the value, a code or any text, as everything that asks reads it.
  if (collected.length === 0)
    return /^[0-9A-Za-z.]{1,12}$/.test(text) ? { value: text } : readText(field, cell);
  const code = codeIn(names, text, cell, context);
  if (code !== undefined) return { value: code };
  const item = codedItem(names, text, tables) ?? codedItem(names, cell.text, tables);
  if (item) return item.code === null ? { value: null, written: item.label } : { value: item.code };
  // 01 男, 1-男, 男（1）: both halves must mean the same row.
  const pair =
    /^([0-9A-Za-z.]+)[\s\-—.、:：_]+(.+)$/.exec(text) ??
    swapped(/^(.+?)[(（[]([0-9A-Za-z.]+)[)）\]]$/.exec(text));
  if (pair?.[1] && pair[2]) {
    const both = codedItem(names, pair[2], tables);
    if (both?.code === pair[1] || (both && codeIn(names, pair[1], cell, context) === both.code))
      return { value: both.code };
  }
  const isYesNo = collected.some(({ id }) => id === 'XZ09');
  if (isYesNo && (yes.test(text) || no.test(text))) {
    const word = codedItem(names, yes.test(text) ? '是' : '否', tables);
    if (word) return { value: word.code };
  }
  if (context.keepUnknown) return { value: null, written: cell.text.trim() };
  return wrong(
    'unknown-code',
    `“${cell.text.trim()}”不在“${field.label}”的代码表中，请从列表中选择，或核对文字。`,
  );
}

function swapped(match: RegExpExecArray | null): [string, string, string] | null {
  return match ? [match[0], match[2] ?? '', match[1] ?? ''] : null;
}

/** The code that the text is; a number may have lost the zeros before it. */
function codeIn(names: string, text: string, cell: SheetCell, { tables }: CellContext): string | undefined {
  const found = tables.resolve(names, text) ?? tables.resolve(names, text.toUpperCase());
  if (found?.code) return found.code;
  if (!/^\d{1,5}$/.test(text) || (cell.kind !== 'number' && cell.kind !== 'text')) return undefined;
  const padded = [text.padStart(2, '0'), text.padStart(3, '0')].filter((each) => each !== text);
  return padded.flatMap((each) => tables.resolve(names, each)?.code ?? [])[0];
}

function readUnit(text: string, { unitsNamed }: CellContext): CellReading {
  const units = unitsNamed(text.trim());
  const [only, second] = units;
  if (only && !second) return { value: only.id };
  if (!only) return wrong('unknown-unit', `机构“${text.trim()}”不在机构树中，请核对名称，或先在机构中建立。`);
  const some = units.slice(0, 5).map(({ path }) => path);
  return wrong(
    'unit-unclear',
    `机构“${text.trim()}”有 ${units.length} 个：${some.join('；')}。请写明上级机构，例如“${some[0]}”。`,
  );
}
