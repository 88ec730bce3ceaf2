import { datePartsOf, printDate } from '#platform/model';
import type { DateFormat } from '../roster.ts';

/** A partial date (`1972-11`) in a format, as precisely as it is known; text that is no date stays as it is. */
export function dateText(value: string, format: DateFormat): string {
  const parts = datePartsOf(value);
  if (!parts) return value;
  const year = String(parts.year);
  const month = parts.month === undefined ? '' : String(parts.month).padStart(2, '0');
  switch (format) {
    case 'year':
      return year;
    case 'day':
      return printDate(value);
    case 'month':
      return month === '' ? year : `${year}.${month}`;
    case 'short':
      return month === '' ? year : `${year.slice(2)}.${month}`;
    case 'chinese':
      return parts.month === undefined ? `${year}年` : `${year}年${parts.month}月`;
  }
}
