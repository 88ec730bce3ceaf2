/** Four hexadecimal digits, as text strings and character maps of a PDF have them. */
export const hex4 = (value: number): string => value.toString(16).padStart(4, '0');
