import { describe, expect, it } from 'vitest';
import type { RecordRow, SubjectSets } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { resumeRows } from '../resume/resume-rows.ts';
import { personDoubts } from './person-doubts.ts';

const tables = loadCodeTables();
const resume = '1995.09--1999.07  某大学学习\n1999.07--2010.03  某局科员\n2010.03--         某局副局长';
const person = {
  id: 'p',
  name: '某某',
  sexCode: '1',
  birthDate: '1977-03',
  workStartDate: '1999-07',
  partyJoinDate: '1998-06',
  partyJoinText: '199806',
  nationalId: '990101197703150017',
  resumeText: resume,
};
const photo: RecordRow = { id: 'f', data: 'a'.repeat(64) };

function doubts(change: Record<string, string | null>, sets: SubjectSets = {}): string[] {
  const row: RecordRow = { ...person, ...change };
  const text = typeof row['resumeText'] === 'string' ? row['resumeText'] : '';
  const all = { A01: [row], A17: resumeRows(text, []), A57: [photo], ...sets };
  return personDoubts(all, tables).map((each) => `${each.set}.${each.field} ${each.code}`);
}

describe('doubts about a person', () => {
  it('are none where everything agrees', () => {
    expect(doubts({})).toEqual([]);
  });

  it.each([
    ['a wrong check digit', { nationalId: '990101197703150016' }, 'A01.nationalId id-checksum'],
    ['an unknown region', { nationalId: '000101197703150018' }, 'A01.nationalId id-region'],
    ['an old number', { nationalId: '990101770315001' }, 'A01.nationalId id-15-digits'],
    ['a number that is none', { nationalId: '9901' }, 'A01.nationalId id-shape'],
    ['another month of birth', { birthDate: '1977-04' }, 'A01.nationalId id-birth'],
    ['another year of birth', { birthDate: '1976' }, 'A01.nationalId id-birth'],
    ['another sex', { sexCode: '2' }, 'A01.nationalId id-sex'],
    ['work before 16', { workStartDate: '1992-07' }, 'A01.workStartDate work-too-early'],
    [
      'the Party before 18',
      { partyJoinDate: '1994-06', partyJoinText: null },
      'A01.partyJoinDate party-too-early',
    ],
    ['work before birth', { workStartDate: '1970-07' }, 'A01.workStartDate work-too-early-than-birth'],
    ['a gap', { resumeText: resume.replace('2010.03--  ', '2010.06--  ') }, 'A17.startedOn resume-gap'],
    [
      'an overlap',
      { resumeText: resume.replace('2010.03--  ', '2009.06--  ') },
      'A17.startedOn resume-overlap',
    ],
    [
      'a line without readable dates',
      { resumeText: `2011.13--2012.01  某局\n${resume}` },
      'A17.text resume-unreadable',
    ],
    [
      'an end before the start',
      { resumeText: resume.replace('1995.09', '1999.09') },
      'A17.endedOn resume-reversed',
    ],
  ])('show %s', (_what, change, expected) => {
    expect(doubts(change)).toContain(expected);
  });

  it('compare the birth of the number by month, and leave a year alone a year', () => {
    expect(doubts({ birthDate: '1977-03-20' })).toEqual([]);
    expect(doubts({ birthDate: '1977' })).toEqual([]);
  });

  it('let the file rule over the number', () => {
    const [doubt] = personDoubts(
      { A01: [{ ...person, birthDate: '1977-05', resumeText: '' }], A57: [photo] },
      tables,
    );
    expect(doubt).toMatchObject({ level: 'warning', row: 'p', value: '990101197703150017' });
    expect(doubt?.message).toContain('以档案认定为准');
  });

  it('take a verified birth for right where the number says another one', () => {
    const verified = (verifiedValue: string, more = {}): RecordRow => ({
      id: 'v',
      factCode: '1',
      verifiedValue,
      verifiedOn: '2019-05-20',
      ...more,
    });
    const hint = ['A01.nationalId id-birth-verified'];
    expect(doubts({ birthDate: '1977-05' }, { VF01: [verified('1977.05')] })).toEqual(hint);
    // That the record says something else is told of the record, not of the number.
    expect(doubts({}, { VF01: [verified('1977.05')] })).toEqual(hint);
    expect(doubts({ birthDate: '1977-05' }, { VF01: [verified('1977.03')] })).toEqual([]);
    const withdrawn = verified('1977.05', { withdrawnOn: '2024-01-05' });
    expect(doubts({ birthDate: '1977-05' }, { VF01: [withdrawn] })).toEqual(['A01.nationalId id-birth']);
  });

  it('allow a hand-over of one month', () => {
    expect(doubts({ resumeText: resume.replace('2010.03--  ', '2010.04--  ') })).toEqual([]);
  });

  it('show a text of the résumé that its rows do not say', () => {
    expect(doubts({}, { A17: [] })).toEqual(['A01.resumeText resume-differs']);
    const rows = resumeRows(resume, []);
    const changed = rows.map((row, i) => (i === 1 ? { ...row, text: '某局副科长' } : row));
    expect(doubts({}, { A17: changed })).toEqual(['A01.resumeText resume-differs']);
  });

  it('show values without a code and dates that are none, in every set', () => {
    const uncoded = {
      A01: [{ ...person, asWritten: { ethnicCode: '蒙元族' } }],
      A17: resumeRows(resume, []),
    };
    expect(doubts({}, uncoded)).toEqual(['A01.ethnicCode uncoded']);
    const family = [{ id: 'm', name: '某', asWritten: { birthDate: '不详' } }];
    expect(doubts({}, { A36: family })).toEqual(['A36.birthDate date-unreadable']);
  });

  it('show a missing photo and more family members than the form has rows', () => {
    const family = Array.from({ length: 8 }, (_, i) => ({ id: `m${i}`, name: '某' }));
    expect(doubts({}, { A57: [], A36: family })).toEqual([
      'A57.data photo-missing',
      'A36. family-over-seven',
    ]);
  });
});
