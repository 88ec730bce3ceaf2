/** The letters of a column, the first being 0: A … XFD. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** The column of its letters, the first being 0. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A1 of column 0 and row 1. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

/** The name of a sheet in a reference. */
export const quotedSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`;
