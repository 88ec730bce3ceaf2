/** Refuses what is no JSON, without a word of what it says. */
export function refuse(): never {
  throw new SyntaxError('the records of somebody are no JSON');
}
