/** A pattern in pieces: text, and what stands between braces. */
export type PatternPiece = { readonly text: string } | { readonly name: string };

/** Splits `{姓名}（{性别}）`; null when a brace is not closed. */
export function patternPieces(pattern: string): readonly PatternPiece[] | null {
  const pieces: PatternPiece[] = [];
  let rest = pattern;
  while (rest !== '') {
    const open = rest.search(/[{}]/);
    if (open < 0) return [...pieces, { text: rest }];
    const close = rest.indexOf('}', open + 1);
    const name = rest.slice(open + 1, close).trim();
    if (rest[open] === '}' || close < 0 || name === '' || name.includes('{')) return null;
    if (open > 0) pieces.push({ text: rest.slice(0, open) });
    pieces.push({ name });
    rest = rest.slice(close + 1);
  }
  return pieces;
}

/**
 * Fills a pattern. Brackets around nothing but empty values disappear with them, so that `{姓名}（{职级}）` of somebody
 * without a rank is the name alone.
 */
export function fillPattern(pieces: readonly PatternPiece[], textOf: (name: string) => string): string {
  const filled = pieces.map((piece) => ('text' in piece ? piece.text : textOf(piece.name))).join('');
  return filled
    .replaceAll(/（[，、；/\s]*）|\([,;/\s]*\)/g, '')
    .replaceAll(/（[，、；]+/g, '（')
    .replaceAll(/[，、；]+）/g, '）')
    .trim();
}
