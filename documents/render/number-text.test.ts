import { expect, it } from 'vitest';
import { numberText } from './table/number-text.ts';

it.each([
  [1.005, '0.00', '1.01'],
  [0.145, '0%', '15%'],
  [0.0005, '0.0%', '0.1%'],
  [-0.04, '0.0', '0.0'],
  [-2.5, '0', '-3'],
  [1234567.5, '#,##0', '1,234,568'],
  [1e-7, '0.0', '0.0'],
  [1 / 3, '0.00%', '33.33%'],
  [12.5, null, '12.5'],
] as const)('%d as %s is %s, as a spreadsheet shows it', (value, format, text) => {
  expect(numberText(value, format)).toBe(text);
});
