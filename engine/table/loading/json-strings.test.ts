import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeUtf8 } from '../../host.ts';
import { putString, unescaped } from './json-strings.ts';

function read(spelt: string): string {
  const bytes = encodeUtf8(`"${spelt}"`);
  const units = new Uint16Array(bytes.length + 3);
  const end = putString(units, 3, bytes, 1, bytes.length - 1);
  return String.fromCharCode(...units.subarray(3, end));
}

it('reads what JSON says', () => {
  const unit = fc.constantFrom(
    'a',
    '局',
    'é',
    '𠮷',
    '"',
    '\\',
    '/',
    '\n',
    '\t',
    '\b',
    '\f',
    '\r',
    '\u0001',
    '\ud842',
    '\u007f',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      const spelt = JSON.stringify(text).slice(1, -1);
      expect(read(spelt)).toBe(text);
      const bytes = encodeUtf8(spelt);
      expect(unescaped(bytes, 0, bytes.length)).toBe(text);
    }),
    { seed: 20261125, numRuns: 500 },
  );
  expect(read('\\u4E66\\u4e66\\ud842\\uDFB7\\/')).toBe('书书𠮷/');
});

it.each(['\\x', '\\u12', '\\u12g4', '\\', 'a\n', '\\U1234'])('refuses %j', (spelt) => {
  expect(() => read(spelt)).toThrow(SyntaxError);
  expect(() => JSON.parse(`"${spelt}"`)).toThrow(SyntaxError);
});
