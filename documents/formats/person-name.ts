const LATIN = /[A-Za-z]/;

/**
 * A name without the blanks that are put between its characters to fill the cell. Between two words in Latin
 * letters one blank stays.
 */
export function withoutInnerBlanks(name: string): string {
  if (!/\s/.test(name)) return name;
  return name.trim().replace(/\s+/g, (_, at: number, whole: string) => {
    const next = whole.slice(at).trimStart().charAt(0);
    return LATIN.test(whole.charAt(at - 1)) && LATIN.test(next) ? ' ' : '';
  });
}

/** Signs that stand for the middle dot of a minority name; the editor turns all of them into · on opening. */
const DOTS = /(?<=[^\s·])[。.．？?、•・‧∙⋅●](?=[^\s·])/gu;

/** 姓名 as the editor keeps it. */
export function canonicalName(name: string): string {
  const joined = withoutInnerBlanks(name);
  return LATIN.test(joined) ? joined : joined.replace(DOTS, '·');
}

/** A question mark inside a name may be a separator or a rare character that some program could not write. */
export function hasDoubtfulSign(name: string): boolean {
  return /[?？\ufffd]/.test(name);
}
