/** The codes of 是 and 否 (XZ09). */
export const yes = '1';
export const no = '0';

export function flag(value: boolean): string {
  return value ? yes : no;
}
