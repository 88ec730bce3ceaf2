import { textWidth } from '#documents/form';

/** How many lines a text takes in so many points of width. */
export function linesIn(text: string, width: number, size: number): number {
  const perLine = Math.max(1, (width - 6) / size);
  // No character is wider than an em.
  if (text.length <= perLine && !text.includes('\n')) return 1;
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil(textWidth(line) / perLine)));
  return lines.reduce((sum, each) => sum + each, 0);
}
