import { daysInMonth } from './date-text.ts';

export interface NationalIdCheck {
  /** How many characters it has when its shape is right. */
  kind: '18' | '15' | 'invalid';
  /** YYYYMMDD; null when those digits are no date. */
  birth: string | null;
  sex: '男' | '女' | null;
  /** The old 15-digit numbers have no check digit, so for them it is true. */
  checksumOk: boolean;
  regionOk: boolean;
  /** Upper case, without blanks. */
  id: string;
}

/** The two-digit codes of GB/T 2260, and 99, which nobody has: it is kept for invented people. */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 99'.split(
    ' ',
  ),
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

function birthOf(digits: string): string | null {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const valid = year >= 1850 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return valid ? digits : null;
}

function checkDigit(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id.charAt(index)), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** 公民身份号码 by GB 11643: shape, region, date of birth, sex and check digit. */
export function checkNationalId(text: string, regions: ReadonlySet<string> = provinces): NationalIdCheck {
  const id = text.replace(/\s+/g, '').toUpperCase();
  const regionOk = regions.has(id.slice(0, 2));
  if (/^\d{17}[\dX]$/.test(id)) {
    const sex = Number(id.charAt(16)) % 2 === 1 ? '男' : '女';
    const checksumOk = checkDigit(id) === id.charAt(17);
    return { kind: '18', birth: birthOf(id.slice(6, 14)), sex, checksumOk, regionOk, id };
  }
  if (/^\d{15}$/.test(id)) {
    const sex = Number(id.charAt(14)) % 2 === 1 ? '男' : '女';
    return { kind: '15', birth: birthOf(`19${id.slice(6, 12)}`), sex, checksumOk: true, regionOk, id };
  }
  return { kind: 'invalid', birth: null, sex: null, checksumOk: false, regionOk: false, id };
}
