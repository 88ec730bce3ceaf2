/** Tones from light to dark that stay apart in print and for the colour-blind. */
const shades = ['#dcebec', '#a9cdd1', '#71aab1', '#3d858e', '#0b5a63', '#06383e'] as const;
/** What stands behind the ordered parts: other, not filled in. */
const rest = ['#8a8f8d', '#c9cccb'] as const;
const lines = [
  '#0b5a63',
  '#b5651d',
  '#8a6d1d',
  '#5a6066',
  '#3d858e',
  '#6a4a7c',
  '#4f7a3a',
  '#06383e',
] as const;

/** The tone of a part among so many; few parts take tones far apart, more than six end in greys. */
export function shadeOf(index: number, many: number): string {
  if (index >= shades.length) return rest[(index - shades.length) % rest.length] ?? rest[0];
  const parts = Math.min(many, shades.length);
  const place = parts < 2 ? 3 : Math.round(((index + 0.5) * shades.length) / parts - 0.5);
  return shades[Math.min(place, shades.length - 1)] ?? shades[0];
}

/** The colour of a line, dark enough on paper; vermilion is kept for warnings. */
export function lineColour(index: number): string {
  return lines[index % lines.length] ?? lines[0];
}
