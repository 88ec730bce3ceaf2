/**
 * Characters that never belong to a value: control characters (TAB and line ends excepted), zero-width ones, surrogates
 * without their half, and the two code points that XML forbids.
 */
const INVISIBLE =
  /[^\P{Cc}\t\n\r\u0085]|\u00ad|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** Where none of these is, there is nothing to clean but the ends; most values of most files have none. */
const TO_CLEAN =
  /[^\P{Cc}\t\n]|[&<~\u00a0\u00ad\u2028\u2029]|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe\uffff]|\p{Cs}/u;

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#xD': '\n',
  '#xA': '\n',
  '#13': '\n',
  '#10': '\n',
  '#9': '\t',
};

/** Undoes escaping that was applied more than once (`&amp;lt;` in the file is `&lt;` here and means `<`). */
function unescapeAgain(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&(?:amp;)+/g, '&')
    .replace(/&#13;&#10;|&#xD;&#xA;/gi, '\n')
    .replace(/&(lt|gt|quot|apos|nbsp|#xD|#xA|#13|#10|#9);/g, (all, name: string) => named[name] ?? all);
}

/**
 * `~` is a line break in very old data, but stands for "until" behind a date (2001.03~2003.05, 2019~2021年), where it is
 * left alone.
 */
function breakAtTilde(text: string): string {
  if (!text.includes('~')) return text;
  return text.replace(/~/g, (sign, at: number) => {
    let before = at - 1;
    while (before >= 0 && text.charAt(before).trim() === '') before -= 1;
    return /[\d年月日]/.test(text.charAt(before)) ? sign : '\n';
  });
}

/**
 * A value as one means it: line ends as LF (also from CR, `<br>`, `~`), invisible characters removed, escaping that was
 * applied twice undone, no-break spaces as spaces, no blanks and empty lines at either end. Cleaning again changes
 * nothing.
 */
export function cleanText(raw: string): string {
  if (!TO_CLEAN.test(raw)) return raw.trim();
  const text = unescapeAgain(raw.replace(INVISIBLE, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n'))
    .replace(/<br\s{0,8}\/?>/gi, '\n')
    .replace(/\u00a0/g, ' ');
  return breakAtTilde(text).trim();
}

/** On one line, without any blank: for dates, numbers and words of which none holds a blank. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
