import { describe, expect, it } from 'vitest';
import { nationalIdKey, nationalIdSpellings } from '#documents/formats';
import { matchPerson, type Identity } from './matching.ts';

const person = (change: Partial<Identity>): Identity => ({
  name: '方淼翀',
  nationalId: '',
  birth: '1981-05',
  sex: '1',
  ethnic: '01',
  nativePlace: '河北正定',
  workStart: '2003-07',
  ...change,
});
const match = (form: Partial<Identity>, ...known: Partial<Identity>[]) => {
  const found = matchPerson(
    person(form),
    known.map((identity, index) => ({ identity: person(identity), person: index })),
  );
  return found.kind === 'known' ? found.person : found.kind;
};
const [one, two] = ['991493198105212002', '994193199205102020'];

describe('whose form it is', () => {
  it.each([
    ['the same ID number, other birth', { nationalId: one }, [{ nationalId: one, birth: '1980-01' }], 0],
    ['different ID numbers, all else equal', { nationalId: one }, [{ nationalId: two }], 'new'],
    [
      'one ID number twice in the store',
      { nationalId: one },
      [{ nationalId: one }, { nationalId: one }],
      'ambiguous',
    ],
    ['an ID number where the record has none', { nationalId: one }, [{}], 0],
    [
      'an ID number beside two namesakes, one numbered otherwise',
      { nationalId: one },
      [{ nationalId: two }, {}],
      1,
    ],
    ['no ID number, same name and month', {}, [{ nationalId: one }], 0],
    ['no ID number, same name, other month', {}, [{ birth: '1981-06' }], 'new'],
    ['no ID number, two with the same name and month', {}, [{}, {}], 'ambiguous'],
    ['no ID number, other sex', {}, [{ sex: '2' }], 'ambiguous'],
    ['no ID number, other native place', {}, [{ nativePlace: '河南安阳' }], 'ambiguous'],
    ['no ID number, birth unknown on the form', { birth: '' }, [{}], 'ambiguous'],
    ['no ID number, only the year known in the store', {}, [{ birth: '1981' }], 'ambiguous'],
    ['what is not known contradicts nothing', { sex: '', workStart: '' }, [{ ethnic: '' }], 0],
    ['nobody of that name', {}, [{ name: '方淼' }], 'new'],
  ] as const)('%s', (_case, form, known, expected) => {
    expect(match(form, ...known)).toBe(expected);
  });

  it('takes a number of fifteen digits for the one of eighteen', () => {
    expect(nationalIdKey('997946921003335')).toBe(nationalIdKey(`${nationalIdKey('997946921003335')}`));
    expect(nationalIdSpellings(nationalIdKey('997946921003335'))).toContain('997946921003335');
    expect(nationalIdKey('无')).toBe('');
  });
});
