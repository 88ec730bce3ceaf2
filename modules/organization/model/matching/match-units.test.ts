import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitMatcherOf, type MatchableUnit } from './match-units.ts';
import { likeness } from './matching-name.ts';

const unit = (id: string, name: string, more: Partial<MatchableUnit> = {}): MatchableUnit => ({
  id,
  name,
  shortName: '',
  formerNames: [],
  publicCode: '',
  abolished: false,
  above: '',
  ...more,
});
const match = unitMatcherOf([
  unit('文旅', '样板区文化和旅游局', {
    shortName: '区文旅局',
    formerNames: ['样板区文化局'],
    publicCode: 'E09.640.001',
  }),
  unit('财政', '样板区财政局', { shortName: '区财政局', publicCode: 'E09.640.002' }),
  unit('财办', '办公室', { above: '样板区财政局' }),
  unit('文办', '办公室', { above: '样板区文化和旅游局' }),
  unit('旧卫', '样板区卫生局', { abolished: true }),
  unit('卫健', '样板区卫生健康局', { formerNames: ['样板区卫生局'] }),
]);
const known = (asked: Parameters<typeof match>[0]) => {
  const found = match(asked);
  return found.kind === 'known' ? [found.id, found.by] : found.candidates.map(({ id }) => id);
};

describe('a unit that a file names', () => {
  it.each([
    [{ code: 'e09.640.001', name: '' }, ['文旅', 'code']],
    [{ code: 'E09.640.001', name: '样板区文旅局' }, ['文旅', 'code']],
    [{ name: '样板区 财政局' }, ['财政', 'name']],
    [{ name: '区财政局' }, ['财政', 'short-name']],
    [{ name: '样板区文化局' }, ['文旅', 'former-name']],
    [{ name: '办公室', above: '样板区财政局' }, ['财办', 'name']],
    [{ name: '样板区财政局办公室' }, ['财办', 'name']],
    [{ name: '样板区卫生局' }, ['旧卫', 'name']],
  ])('%j is known', (asked, answer) => {
    expect(known(asked)).toEqual(answer);
  });

  it('is left to the operator where several fit, or one only nearly, or name and code contradict', () => {
    expect(known({ name: '办公室' })).toEqual(['财办', '文办']);
    expect(known({ name: '样板区文化旅游局' })[0]).toBe('文旅');
    expect(match({ name: '样板区文化旅游局' }).kind).toBe('open');
    expect(known({ code: 'E09.640.001', name: '区财政局' }).slice(0, 2)).toEqual(['文旅', '财政']);
    expect(known({ name: '某公司' })).toEqual([]);
  });
});

it('likeness is the same both ways, and 1 only for the same pairs', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      const alike = likeness(a, b);
      expect(alike).toBe(likeness(b, a));
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(likeness(a, a)).toBe(1);
    }),
    { seed: 20261125 },
  );
});
