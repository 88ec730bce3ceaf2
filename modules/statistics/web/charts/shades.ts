/** Tones from light to dark that stay apart in print and for the colour-blind; text on the last three is white. */
export const shades = [
  '#dcebec',
  '#a9cdd1',
  '#71aab1',
  '#3d858e',
  '#0b5a63',
  '#06383e',
  '#8a8f8d',
  '#c9cccb',
];

export function shadeOf(index: number): string {
  return shades[index % shades.length] ?? '#0b5a63';
}
