import { describe, expect, it } from 'vitest';
import { findPairs, type Suspect } from './find-pairs.ts';

const number = { right: '99010519721105231X', other: '990105197211051376', wrong: '990105197211052310' };

let last = 0;
const person = (name: string, birth: string, more: Partial<Suspect> = {}): Suspect => ({
  id: `${(last += 1)}`.padStart(4, '0'),
  name,
  sound: '',
  nationalId: '',
  birth,
  sex: '1',
  nativePlace: '',
  workStart: '',
  ...more,
});

const likeness = (...people: Suspect[]): string[] => findPairs(people).map((pair) => pair.likeness);
const reasons = (...people: Suspect[]): string[] => findPairs(people).map((pair) => pair.reason);

describe('two records look like one person', () => {
  it('with the same ID number, whatever the names', () => {
    const a = person('何其芳', '1972-11', { nationalId: number.right });
    const b = person('何启方', '1972-10', { nationalId: number.right.toLowerCase() });
    expect(likeness(a, b)).toEqual(['same-id']);
  });

  it('with the same name and month of birth', () => {
    expect(likeness(person('何其芳', '1972-11'), person('何其芳', '1972-11'))).toEqual(['same-name-birth']);
  });

  it('when the birth of one is known by the year alone', () => {
    expect(reasons(person('何其芳', '1972'), person('何其芳', '1972-11'))).toEqual(['姓名、出生年份相同']);
  });

  it('when the names sound the same', () => {
    const [a, b] = ['何其芳', '何琪方'].map((name) => person(name, '1972-11', { sound: 'he qi fang' }));
    expect(a && b && reasons(a, b)).toEqual(['姓名同音，出生年月相同']);
  });

  it('when one sign of the name differs and everything else agrees', () => {
    const same = { workStart: '1994-07', nativePlace: '江苏常州' };
    expect(likeness(person('何其芳', '1972-11', same), person('何共芳', '1972-11', same))).toEqual([
      'similar',
    ]);
  });

  it('once, by the strongest likeness', () => {
    const same = { nationalId: number.right, sound: 'he qi fang' };
    expect(likeness(person('何其芳', '1972-11', same), person('何其芳', '1972-11', same))).toEqual([
      'same-id',
    ]);
  });
});

describe('two records are two people', () => {
  it('with two different ID numbers that are both right', () => {
    const a = person('何其芳', '1972-11', { nationalId: number.right });
    const b = person('何其芳', '1972-11', { nationalId: number.other });
    expect(findPairs([a, b])).toEqual([]);
  });

  it('but a number with a wrong check sign proves nothing', () => {
    const a = person('何其芳', '1972-11', { nationalId: number.right });
    const b = person('何其芳', '1972-11', { nationalId: number.wrong });
    expect(likeness(a, b)).toEqual(['same-name-birth']);
  });

  it('with a common name, another month of birth and nothing else in common', () => {
    expect(findPairs([person('王伟', '1972-11'), person('王伟', '1972-03')])).toEqual([]);
  });
});

describe('many people', () => {
  it('of whom three are one make three pairs', () => {
    expect(findPairs([1, 2, 3].map(() => person('何其芳', '1972-11')))).toHaveLength(3);
  });

  it('who are all different make none', () => {
    const people = Array.from({ length: 5_000 }, (_, index) =>
      person(`甲${String.fromCodePoint(0x4e00 + index)}`, `19${50 + (index % 50)}-0${1 + (index % 9)}`),
    );
    expect(findPairs(people)).toEqual([]);
  });
});
