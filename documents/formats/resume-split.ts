/** A span of months at the beginning of a segment: 1990.09-- */
const SPAN = /(?:19|20)\d{2}[.．]\d{2}\s?[-－–—―─~〜～]{1,4}/gu;
/** In the middle of a sentence a span belongs to the text (……，2001.03--2002.03挂职). */
const INSIDE = /[，,、：:（([于在自从]\s?$/u;

/** How many brackets are open before each of the given places; unbalanced text counts as having none open. */
function openBrackets(text: string, places: readonly number[]): number[] {
  const depths: number[] = [];
  let depth = 0;
  let at = 0;
  for (const place of places) {
    for (; at < place; at += 1) {
      const sign = text.charAt(at);
      if (sign === '（' || sign === '(') depth += 1;
      else if (sign === '）' || sign === ')') depth = Math.max(0, depth - 1);
    }
    depths.push(depth);
  }
  return depths;
}

/**
 * Some files carry the whole résumé on one line. Then it is parted before every span of months that is neither inside
 * brackets nor inside a sentence, and before every run of 18 blanks. Text with line breaks is returned as it is.
 */
export function splitOneLine(text: string): string {
  if (text.includes('\n') || !/^\s*(?:19|20|１９|２０)[\d０-９]{2}/u.test(text)) return text;
  const places = Array.from(text.matchAll(SPAN), (span) => span.index);
  const depths = openBrackets(text, places);
  const starts = places.filter((place, index) => {
    const before = text.slice(Math.max(0, place - 2), place);
    return before.trim() !== ''
      ? depths[index] === 0 && !INSIDE.test(before)
      : place > 0 && depths[index] === 0;
  });
  const runs = Array.from(text.matchAll(/(?<=\S) {18,}(?=\S)/g), (run) => run.index);
  if (starts.length + runs.length === 0) return text;
  let result = '';
  let from = 0;
  for (const place of [...new Set([...starts, ...runs])].sort((a, b) => a - b)) {
    if (text.slice(from, place).trim() === '') continue;
    result += `${text.slice(from, place).trimEnd()}\n`;
    from = place;
  }
  return result + text.slice(from);
}
