import { foldText, type Condition } from '#engine';

/** So many letters of either case the engine looks up by its index; longer words it reads text by text. */
const indexedLetters = 4;

/**
 * The text is in the field, or the field starts with it. A long word in Latin letters is looked for by its beginning
 * first, so that only the texts with that are read through.
 */
export function containing(field: string, text: string, op: 'contains' | 'starts' = 'contains'): Condition {
  const whole: Condition = { op, field, text };
  const start = /^[a-z]+/i.exec(foldText(text))?.[0] ?? '';
  if (start.length <= indexedLetters) return whole;
  return { op: 'all', of: [{ op, field, text: text.slice(0, indexedLetters) }, whole] };
}
