import type { NumberFormat } from './printed-table.ts';

/** Rounds as spreadsheets do: half away from zero, by the decimal digits that one sees. */
function rounded(value: number, digits: number): string {
  const shifted = Number(shift(Math.abs(value), digits));
  const text = Number(shift(Math.round(shifted), -digits)).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `-${text}` : text;
}

function shift(value: number, by: number): string {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return `${digits}e${Number(exponent) + by}`;
}

/** A number as a spreadsheet would show it. */
export function numberText(value: number, format: NumberFormat | null | undefined): string {
  if (!format) return String(value);
  const percent = format.endsWith('%');
  const digits = format.split('.')[1]?.replace('%', '').length ?? 0;
  const text = rounded(percent ? Number(shift(value, 2)) : value, digits);
  if (format === '#,##0') return text.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return percent ? `${text}%` : text;
}
