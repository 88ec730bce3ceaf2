import { partialDate, type PartialDate } from '#platform/model';

const compact = /^(\d{4})(?:(\d{2})(?:(\d{2}))?)?$/;
const parted = /^(\d{4})[.\-/年](\d{1,2})(?:[.\-/月](\d{1,2})日?|月)?$/;
const bareYear = /^(\d{4})年$/;

/**
 * Reads a date as clerks type it: `1972`, `197211`, `19721105`, `1972.11`, `1972-11-05`, `1972年11月5日`, also with
 * full-width digits. What was not typed stays unknown. Null when it is no date.
 */
export function readTypedDate(text: string): PartialDate | null {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('。', '.')
    .replace(/\s+/g, '');
  const match = compact.exec(plain) ?? parted.exec(plain) ?? bareYear.exec(plain);
  if (!match) return null;
  const [, year, month, day] = match;
  return partialDate({
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  });
}
