import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeUtf8 } from '../../host.ts';
import { comparedValues } from './compared-values.ts';

function compare(a: unknown, b: unknown): number {
  const [own, other] = [encodeUtf8(JSON.stringify(a)), encodeUtf8(JSON.stringify(b))];
  const bytes = new Uint8Array([...own, 0x2c, ...other]);
  return comparedValues(bytes, 0, own.length, own.length + 1, bytes.length);
}

function order<Value extends string | number>(a: Value, b: Value): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

it('compares as the values do, or says that it does not know', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '局', '〇', '"', '\uffee', '𠮷'), maxLength: 4 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const isPlain = !/["𠮷]/u.test(a + b);
      expect(Math.sign(compare(a, b))).toBe(isPlain ? order(a, b) : Number.NaN);
    }),
    { seed: 20261125, numRuns: 500 },
  );
  const number = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 1_000_000 }));
  fc.assert(
    fc.property(number, number, (a, b) => {
      expect(Math.sign(compare(a, b))).toBe(order(a, b));
    }),
    { seed: 20261125 },
  );
});

it.each([
  [1, '1'],
  [-1, 2],
  [1.5, 2],
  [null, 'a'],
  [true, false],
])('does not know of %j and %j', (a, b) => {
  expect(compare(a, b)).toBeNaN();
});
