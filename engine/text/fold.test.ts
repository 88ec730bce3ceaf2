import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText, formsOf, hasWide, isWide } from './fold.ts';

it.each([
  ['MPA', 'mpa'],
  ['ＭＰＡ硕士', 'mpa硕士'],
  ['２０１８年', '2018年'],
  ['Müller ÜBER', 'müller über'],
  // Letters without exactly one counterpart, and what is no letter, stay.
  ['İıßς：（Ａ）', 'İıßς：（a）'],
])('%s is compared as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it('folding keeps every unit at its place, and the same whether units are looked at alone or together', () => {
  const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
  fc.assert(
    fc.property(units, (codes) => {
      const text = String.fromCharCode(...codes);
      const alone = codes.map((code) => foldText(String.fromCharCode(code))).join('');
      expect(foldText(text)).toBe(alone);
      expect(foldText(alone)).toBe(alone);
    }),
    { seed: 20261125, numRuns: 300 },
  );
});

it('the forms of a unit are those that fold to it', () => {
  const forms = new Map<string, string[]>();
  for (let code = 0; code < 0x10000; code += 1) {
    const unit = String.fromCharCode(code);
    expect(hasWide(unit)).toBe(isWide(code));
    if (!isWide(code)) forms.set(foldText(unit), [...(forms.get(foldText(unit)) ?? []), unit]);
  }
  const wrong = [...forms].filter(
    ([unit, all]) => [...formsOf(unit)].toSorted().join() !== all.toSorted().join(),
  );
  expect(wrong).toEqual([]);
});
