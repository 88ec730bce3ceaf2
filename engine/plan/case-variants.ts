import { foldText, formsOf } from '../text/fold.ts';

/** So many letters of either case are tried in every way; texts with more are looked at one by one. */
const mostLetters = 4;

/** A folded term in every mixture of small and capital letters, one for terms without letters; undefined when they are many. */
export function caseVariants(term: string): readonly string[] | undefined {
  let variants: readonly string[] = [''];
  let letters = 0;
  for (const unit of term.split('')) {
    const ways = formsOf(unit);
    if (ways.length > 1 && ++letters > mostLetters) return undefined;
    variants = ways.flatMap((way) => variants.map((before) => before + way));
  }
  return variants;
}

/** Does a text contain, or start with, a folded term? */
export function textMatches(op: 'contains' | 'starts', text: string, term: string): boolean {
  const words = foldText(text);
  return op === 'starts' ? words.startsWith(term) : words.includes(term);
}
