import { describe, expect, it } from 'vitest';
import { createRegistry, type RecordRow, type SubjectSets } from '#platform/model';
import { cadreSets } from '#modules/cadres';
import { mergePeople, separatePeople, verifiedSide } from './merge-people.ts';

const registry = createRegistry([...cadreSets]);
const sets = registry.sets;

const year = (id: string, assessmentYear: string, resultCode = '1'): RecordRow => ({
  id,
  year: assessmentYear,
  resultCode,
});
const keep: SubjectSets = {
  A01: [{ id: 'a', name: '何其芳', birthDate: '1972-11', health: '健康' }],
  A15: [year('k1', '2022'), year('k2', '2023')],
  A17: [{ id: 'k3', order: 1, text: '县农业局科员' }],
};
const other: SubjectSets = {
  A01: [{ id: 'b', name: '何琪芳', workStartDate: '1994-07', asWritten: { ethnicCode: '汉人' } }],
  A15: [year('o1', '2023'), year('o2', '2024')],
  A17: [{ id: 'o3', order: 1, text: '在县农业局工作' }],
  A36: [{ id: 'o4', order: 1, name: '何一' }],
};

describe('merging two records', () => {
  it('fills what the first does not know from the other, with its spelling', () => {
    expect(mergePeople(sets, keep, other, {})['A01']).toEqual([
      {
        id: 'a',
        name: '何其芳',
        birthDate: '1972-11',
        health: '健康',
        workStartDate: '1994-07',
        ethnicCode: null,
        asWritten: { ethnicCode: '汉人' },
      },
    ]);
  });

  it('takes the field that was chosen', () => {
    const [person] =
      mergePeople(sets, keep, other, { 'A01.name': 'other', 'A01.workStartDate': 'keep' })['A01'] ?? [];
    expect(person).toMatchObject({ name: '何琪芳' });
    expect(person).not.toHaveProperty('workStartDate');
  });

  it('has the rows of both, those that say the same once', () => {
    expect(mergePeople(sets, keep, other, {})['A15']?.map(({ id }) => id)).toEqual(['k1', 'k2', 'o2']);
  });

  it('keeps one of two lists that print as a whole', () => {
    const merged = mergePeople(sets, keep, other, {});
    expect(merged).not.toHaveProperty('A17');
    expect(merged['A36']).toEqual(other['A36']);
    expect(mergePeople(sets, keep, other, { A17: 'other' })['A17']).toEqual(other['A17']);
  });

  it('keeps the verifications of both, and the date that is verified, whatever was chosen', () => {
    const VF01 = [{ id: 'v', factCode: '1', verifiedValue: '1974.11', verifiedOn: '2019-05-20' }];
    const verified: SubjectSets = { A01: [{ id: 'b', name: '何其芳', birthDate: '1974-11' }], VF01 };
    const choices = { VF01: 'keep', 'A01.birthDate': 'keep' } as const;
    expect(mergePeople(sets, keep, verified, choices)).toMatchObject({
      A01: [{ birthDate: '1974-11' }],
      VF01,
    });
    expect(mergePeople(sets, verified, keep, { VF01: 'other', 'A01.birthDate': 'other' })['VF01']).toBe(
      undefined,
    );
    expect(verifiedSide(registry.get('A01'), 'birthDate', keep, verified)).toBe('other');
    expect(verifiedSide(registry.get('A01'), 'name', keep, verified)).toBe(null);
  });

  it.each([
    ['the more exact of two dates that are as verified', '1972-11', '1972-11-03', '1972-11-03'],
    ['the more exact one also where the verification is less exact', '1972-11-03', '1972-11', '1972-11-03'],
    ['the date of the record that stays where none is as verified', '1970-01', '1974-05', '1970-01'],
    ['no date where none is as verified and the record that stays has none', undefined, '1974-05', undefined],
  ])('has %s', (_what, mine, theirs, merged) => {
    const VF01 = [{ id: 'v', factCode: '1', verifiedValue: '1972.11', verifiedOn: '2019-05-20' }];
    const born = (birthDate: string | undefined): SubjectSets => ({
      A01: [{ id: 'a', name: '何其芳', ...(birthDate === undefined ? {} : { birthDate }) }],
    });
    for (const chosen of ['keep', 'other'] as const) {
      const kept: SubjectSets = { ...born(mine), VF01 };
      const after = { ...kept, ...mergePeople(sets, kept, born(theirs), { 'A01.birthDate': chosen }) };
      expect(after['A01']?.[0]?.['birthDate']).toBe(merged);
    }
  });

  it('leaves the choice between two dates that both say what is verified, with another day', () => {
    const VF01 = [{ id: 'v', factCode: '1', verifiedValue: '1972.11', verifiedOn: '2019-05-20' }];
    const born = (birthDate: string): SubjectSets => ({
      A01: [{ id: 'a', name: '何其芳', birthDate }],
      VF01,
    });
    expect(verifiedSide(registry.get('A01'), 'birthDate', born('1972-11-03'), born('1972-11-05'))).toBe(null);
  });

  it('of a record with an empty one changes nothing', () => {
    expect(mergePeople(sets, keep, {}, {})).toEqual({});
  });
});

describe('taking a merged record out again', () => {
  const note: RecordRow = { id: 'n', person: 'other', name: '何琪芳', mergedOn: '2026-03-01' };
  const merged: SubjectSets = { ...keep, ...mergePeople(sets, keep, other, {}), AL01: [note] };

  it('takes its rows along, and the note', () => {
    expect(separatePeople(sets, merged, other, 'other', [])).toEqual({ A15: keep['A15'], A36: [], AL01: [] });
  });

  it('leaves a row that was changed since', () => {
    const since = { ...merged, A15: [...(keep['A15'] ?? []), year('o2', '2024', '2')] };
    expect(separatePeople(sets, since, other, 'other', [])).not.toHaveProperty('A15');
  });
});
