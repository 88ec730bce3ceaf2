import { readDateText, serialDate, toHalfWidth, type SheetCell } from '#documents/formats';
import { datePartsOf, partialDate } from '#platform/model';
import type { CellReading } from './cell-reading.ts';
import { wrong } from './cell-reading.ts';

/** Serial numbers of 1910 to 2099, which a cell shows when its format was lost; years have four digits. */
const firstSerial = 10_000;
const lastSerial = 73_050;

/** Reads a date in any usual spelling; a season keeps its word beside the year. */
export function readDateCell(cell: SheetCell, is1904: boolean): CellReading {
  const text = cell.text.trim();
  if (cell.kind === 'date') {
    return datePartsOf(text) ? { value: text } : wrong('bad-date', `日期“${text}”超出范围，请核对年份。`);
  }
  if (cell.kind === 'number') {
    const number = Number(text);
    if (Number.isInteger(number) && number >= firstSerial && number <= lastSerial) {
      const date = serialDate(number, is1904);
      if (date !== null) return { value: date };
    }
    if (/^\d{4}\.1$/.test(text)) {
      return wrong(
        'date-unclear',
        `数字“${text}”分不清是 1 月还是 10 月，请把单元格设为文本，写成 ${text.slice(0, 4)}.01 或 ${text.slice(0, 4)}.10。`,
      );
    }
  }
  const read = readDateText(plainDate(text));
  if (!read) return wrong('bad-date', `“${text}”不是有效日期，请写成 1972、1972.11 或 1972.11.05。`);
  const { season, ...parts } = read;
  const value = partialDate(parts);
  if (value === null) return wrong('bad-date', `“${text}”不是有效日期，请写成 1972、1972.11 或 1972.11.05。`);
  return season === undefined ? { value } : { value, written: text };
}

/** Full-width signs, the mark by which programs keep digits as text, and dates in Chinese numerals in the usual digits. */
function plainDate(text: string): string {
  const plain = toHalfWidth(text).replace(/^['‘’]/, '');
  const [, year, month, day] = chineseDate.exec(plain.replace(/\s/g, '')) ?? [];
  if (year === undefined) return plain;
  const years = Array.from(year, (sign) => (isZero(sign) ? 0 : numerals.indexOf(sign))).join('');
  const parts = [month, day].map((part) => (part === undefined ? '' : String(smallNumber(part))));
  return [years, ...parts.filter((part) => part !== '')].join('.');
}

const chineseDate =
  /^([〇零○O一二三四五六七八九]{4})年(?:([一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})[日号]?)?)?$/;
const numerals = '〇一二三四五六七八九';
const isZero = (sign: string): boolean => '〇零○O'.includes(sign);

/** 九 is 9, 十二 is 12, 二十 is 20, 二十五 is 25. */
function smallNumber(text: string): number {
  const [tens = '', ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : numerals.indexOf(tens)) : 0;
  return ten * 10 + (ones ? numerals.indexOf(ones) : 0);
}
