/** Stands beside a figure: becomes a space where Chinese characters meet it, and nothing elsewhere. */
const edge = '\u0001';

/** A figure, set off from the characters around it. */
export function figure(value: number | string): string {
  return `${edge}${value}${edge}`;
}

/** Does a figure begin at this place of a text that is not finished yet? */
export function hasFigureAt(text: string, at: number): boolean {
  return text[at] === edge;
}

/** What somebody typed, in quotation marks. */
export function quoted(text: string): string {
  return `“${text.replaceAll(edge, '')}”`;
}

/** Sets the spaces around figures. */
export function finished(text: string): string {
  return text.replace(/([^\u0001]?)\u0001+(?=(.?))/gsu, (_, before: string, after: string) =>
    needsSpace(before, after) ? `${before} ` : before,
  );
}

/** `甲、乙或丙` */
export function listed(items: readonly string[], last: string): string {
  const head = items.slice(0, -1).join('、');
  const tail = items.at(-1) ?? '';
  return head === '' ? tail : `${head}${last}${tail}`;
}

function needsSpace(before: string, after: string): boolean {
  const han = /\p{Script=Han}/u;
  const other = /[^\s\p{P}\p{Script=Han}]/u;
  return (han.test(before) && other.test(after)) || (other.test(before) && han.test(after));
}
