import { checkNationalId } from './national-id.ts';

/** The number by which people are matched; empty for a text that is no ID number. */
export function nationalIdKey(text: string): string {
  if (text === '') return '';
  const check = checkNationalId(text);
  if (check.kind === '18') return check.id;
  return check.kind === '15' ? lengthened(check.id) : '';
}

/** The spellings under which a number may have been recorded. */
export function nationalIdSpellings(key: string): string[] {
  return key.slice(6, 8) === '19' ? [key, key.slice(0, 6) + key.slice(8, 17)] : [key];
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkSigns = '10X98765432';

/** A number of fifteen digits in eighteen: the century and the check sign are added. */
function lengthened(id: string): string {
  const digits = `${id.slice(0, 6)}19${id.slice(6)}`;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + (checkSigns[sum % 11] ?? '');
}
