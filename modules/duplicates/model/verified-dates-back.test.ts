import { describe, expect, it } from 'vitest';
import { createRegistry, type RecordRow, type SubjectSets } from '#platform/model';
import { cadreSets } from '#modules/cadres';
import { mergePeople, separatePeople, type Choices } from './merge-people.ts';
import type { PastMerge } from './verified-dates-back.ts';

const { sets } = createRegistry([...cadreSets]);
const verification = (id: string, factCode: string, verifiedValue: string): RecordRow => ({
  id,
  factCode,
  verifiedValue,
  verifiedOn: '2019-05-20',
  documentName: '认定表',
  reviewer: '干部科',
});
const keep: SubjectSets = {
  A01: [{ id: 'a', name: '何其芳', birthDate: '1970-03', asWritten: { workStartDate: '九十年代' } }],
};
const other: SubjectSets = {
  A01: [
    {
      id: 'b',
      name: '何其芳',
      birthDate: '1972-11',
      workStartDate: '1994-07',
      health: '健康',
      partyJoinText: '1996.05',
    },
  ],
  VF01: [
    verification('v1', '1', '1972.11'),
    verification('v2', '2', '1994.07'),
    verification('v3', '3', '1996.05'),
  ],
};

const note: RecordRow = { id: 'n', person: 'b', name: '何其芳', mergedOn: '2026-03-01' };

function merge(
  mine: SubjectSets,
  choices: Choices = {},
): { readonly sets: SubjectSets; readonly merges: readonly PastMerge[] } {
  const merged: SubjectSets = { ...mine, ...mergePeople(sets, mine, other, choices), AL01: [note] };
  const past = { merged: ['b'], before: mine['A01']?.[0], after: merged['A01']?.[0] };
  return { sets: merged, merges: [{ ...past, verifications: other['VF01'] ?? [] }] };
}

describe('dates that a merge put there by verification', () => {
  const merged = merge(keep);
  const separate = (now: SubjectSets, merges = merged.merges) =>
    separatePeople(sets, now, other, 'b', merges)['A01']?.[0];

  it('go back to what was known and written before; what was only filled in stays', () => {
    expect(merged.sets['A01']?.[0]).toMatchObject({ birthDate: '1972-11', workStartDate: '1994-07' });
    expect(separate(merged.sets)).toEqual({
      id: 'a',
      name: '何其芳',
      birthDate: '1970-03',
      workStartDate: null,
      partyJoinText: null,
      health: '健康',
      asWritten: { workStartDate: '九十年代' },
    });
  });

  it('stay where they were changed since', () => {
    const [person] = merged.sets['A01'] ?? [];
    const since = { ...merged.sets, A01: [{ ...person, birthDate: '1972-11-05' } as RecordRow] };
    expect(separate(since)).toMatchObject({ birthDate: '1972-11-05', workStartDate: null });
  });

  it('stay where a verification says them that stays', () => {
    const VF01 = [...(merged.sets['VF01'] ?? []), verification('own', '1', '1972.11')];
    expect(separate({ ...merged.sets, VF01 })).toMatchObject({ birthDate: '1972-11', workStartDate: null });
  });

  it('stay as exact as a verification says them that stays', () => {
    const year = { A01: [{ id: 'a', name: '何其芳', workStartDate: '1994' }] };
    const { sets: now, merges } = merge(year, { 'A01.workStartDate': 'other' });
    const VF01 = [...(now['VF01'] ?? []), verification('own', '2', '1994.07')];
    expect(separate({ ...now, VF01 }, merges)).toMatchObject({ birthDate: null, workStartDate: '1994-07' });
  });

  it('stay where a verification that stays does not say what was there before', () => {
    const own = { ...verification('own', '1', '1970.05'), verifiedOn: '2010-01-01' };
    const { sets: now, merges } = merge({ ...keep, VF01: [own] });
    expect(separate(now, merges)).toMatchObject({ birthDate: '1972-11', workStartDate: null });
  });

  it('stay where nobody knows what was there before', () => {
    expect(separate(merged.sets, [])).toBe(undefined);
  });
});
