/**
 * A number as its cell shows it: with the decimals of its format (1972.10 stays that), else without the noise of binary
 * fractions. Of long whole numbers the programs keep fifteen digits; more come only from a file that has them.
 */
export function numberText(number: number, written: string, decimals: number | null): string {
  if (!Number.isInteger(number)) {
    return decimals === null
      ? String(Number(number.toPrecision(15)))
      : number.toFixed(Math.min(decimals, 20));
  }
  if (decimals !== null && decimals > 0 && Math.abs(number) < 1e15)
    return number.toFixed(Math.min(decimals, 20));
  if (/^-?\d+$/.test(written)) return written;
  if (Math.abs(number) < 1e15) return String(number);
  const [mantissa = '', exponent = ''] = number.toExponential(14).split('e');
  const digits = mantissa.replace(/[-.]/g, '').padEnd(Number(exponent) + 1, '0');
  return Number(exponent) > 30 ? written : `${number < 0 ? '-' : ''}${digits}`;
}
