import { expect, test } from 'vitest';
import { readTypedDate } from './typed-date.ts';

test('dates are read in the ways clerks type them, as precise as they were typed', () => {
  const typed = {
    '1972': '1972',
    '1972年': '1972',
    '197211': '1972-11',
    '1972.11': '1972-11',
    '1972.7': '1972-07',
    '1972-11': '1972-11',
    '1972年11月': '1972-11',
    '19721105': '1972-11-05',
    '1972-11-05': '1972-11-05',
    '1972/1/5': '1972-01-05',
    '1972年1月5日': '1972-01-05',
    '１９７２．１１': '1972-11',
    ' 1972。11 ': '1972-11',
  };
  for (const [text, date] of Object.entries(typed)) expect(readTypedDate(text), text).toBe(date);
});

test('what is no date is not made one', () => {
  for (const text of ['', '不详', '72.11', '197213', '1972.02.30', '1972.11.', '19721', '1972年春']) {
    expect(readTypedDate(text), text).toBeNull();
  }
});
