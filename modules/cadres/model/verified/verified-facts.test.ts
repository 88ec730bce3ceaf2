import { describe, expect, it } from 'vitest';
import type { RecordRow, SubjectSets } from '#platform/model';
import { keepSettled, settledDates, unverifiedChanges } from './verified-facts.ts';

const person = (values: Readonly<Record<string, string>>): RecordRow => ({
  id: 'a',
  name: '何其芳',
  ...values,
});
const verified = (factCode: string, verifiedValue: string, verifiedOn = '2019-05-20'): RecordRow => ({
  id: `${factCode} ${verifiedOn}`,
  factCode,
  verifiedValue,
  verifiedOn,
  documentName: '干部档案专项审核认定表',
  reviewer: '档案审核组',
});

/** The codes and fields of what speaks against the change. */
function against(before: SubjectSets, after: SubjectSets): string[] {
  return unverifiedChanges(before, after).map(({ code, field }) => `${code} ${field}`);
}

describe('a verified date', () => {
  const VF01 = [verified('1', '1972.11')];
  const before = { A01: [person({ birthDate: '1972-11' })], VF01 };

  it('does not become another', () => {
    const after = { A01: [person({ birthDate: '1974-11' })], VF01 };
    expect(unverifiedChanges(before, after)).toMatchObject([
      {
        field: 'birthDate',
        message:
          '出生日期已认定为 1972.11（依据：干部档案专项审核认定表），不能改为 1974.11；确需更改的，请先重新认定。',
      },
    ]);
  });

  it('is not taken away', () => {
    expect(against(before, { A01: [person({})], VF01 })).toEqual(['verified-fact birthDate']);
  });

  it('may be written more exactly', () => {
    expect(against(before, { A01: [person({ birthDate: '1972-11-05' })], VF01 })).toEqual([]);
  });

  it('does not become less exact, neither than it is verified nor than it stood', () => {
    const exact = [verified('1', '1972-11-05')];
    const stored = { A01: [person({ birthDate: '1972-11-05' })], VF01: exact };
    for (const birthDate of ['1972', '1972-11'])
      expect(against(stored, { A01: [person({ birthDate })], VF01: exact })).toEqual([
        'verified-fact birthDate',
      ]);
    const toTheYear = [verified('1', '1972')];
    const known = { A01: [person({ birthDate: '1972-11-05' })], VF01: toTheYear };
    expect(
      unverifiedChanges(known, { A01: [person({ birthDate: '1972-11' })], VF01: toTheYear }),
    ).toMatchObject([
      {
        message:
          '出生日期已认定为 1972（依据：干部档案专项审核认定表），不能改为比现有的 1972.11.05 笼统的 1972.11；确需更改的，请先重新认定。',
      },
    ]);
  });

  it('may always become what the verification says, word for word', () => {
    const known = { A01: [person({ birthDate: '1972-11-05' })], VF01 };
    expect(against(known, before)).toEqual([]);
  });

  it('may come nearer to the verification step by step', () => {
    const exact = [verified('1', '1972-11-05')];
    for (const birthDate of ['', '1972', '1974-02'])
      expect(against({ A01: [person({ birthDate })], VF01: exact }, { ...before, VF01: exact })).toEqual([]);
  });

  it('goes back by an undo to what it was, and not behind the verification', () => {
    const back = (to: string, from: string, settled: string) => {
      const rows = [verified('1', settled)];
      const sets = (birthDate: string) => ({ A01: [person({ birthDate })], VF01: rows });
      return unverifiedChanges(sets(from), sets(to), 'undo').map(({ field }) => field);
    };
    expect(back('1972-11', '1972-11-05', '1972')).toEqual([]);
    expect(back('1972', '1972-11-05', '1972-11')).toEqual(['birthDate']);
  });

  it('may be put right where it stood wrongly', () => {
    const wrong = { A01: [person({ birthDate: '1974-02' })], VF01 };
    expect(against(wrong, before)).toEqual([]);
  });

  it('lets everything else change, also while it stands wrongly', () => {
    const wrong = { A01: [person({ birthDate: '1974-02' })], VF01 };
    expect(against(wrong, { A01: [person({ birthDate: '1974-02', health: '健康' })], VF01 })).toEqual([]);
  });

  it('becomes another together with a newer verification, and with that alone', () => {
    const newer = [...VF01, verified('1', '1974年11月', '2026-03-01')];
    expect(against(before, { A01: [person({ birthDate: '1974-11' })], VF01: newer })).toEqual([]);
    expect(
      against({ ...before, VF01: newer }, { A01: [person({ birthDate: '1975-01' })], VF01: newer }),
    ).toEqual(['verified-fact birthDate']);
  });

  it('of joining the Party holds for the text that prints as well', () => {
    const VF01 = [verified('3', '2002-03')];
    const joined = { A01: [person({ partyJoinDate: '2002-03', partyJoinText: '200203' })], VF01 };
    expect(
      against(joined, { A01: [person({ partyJoinDate: '2002-03', partyJoinText: '2000.03' })], VF01 }),
    ).toEqual(['verified-fact partyJoinText']);
    expect(
      against(joined, { A01: [person({ partyJoinDate: '2002-03', partyJoinText: '2002.03' })], VF01 }),
    ).toEqual([]);
  });
});

const withdrawal = { withdrawnOn: '2026-03-02', withdrawnBy: '档案审核组', withdrawnDocument: '复核意见' };

describe('a verification that stands', () => {
  const VF01 = [verified('1', '1972.11')];
  const before = { A01: [person({ birthDate: '1972-11' })], VF01 };
  const [row] = VF01;
  /** What speaks against the one verification becoming these rows. */
  const becoming = (...rows: RecordRow[]): string[] => against(before, { ...before, VF01: rows });
  const changed = (values: Readonly<Record<string, unknown>>): RecordRow =>
    ({ ...row, ...values }) as RecordRow;

  it('is not deleted', () => {
    expect(unverifiedChanges(before, { ...before, VF01: [] })).toMatchObject([
      {
        code: 'verification-kept',
        set: 'VF01',
        message:
          '出生日期的认定（1972.11，2019.05.20）不能删除；认定有误的，请用“撤销认定”，写明撤销依据、撤销人和撤销日期。',
      },
    ]);
  });

  it.each([
    [{ factCode: '2' }, 'factCode'],
    [{ verifiedValue: '1974.11' }, 'verifiedValue'],
    [{ verifiedValue: '1972' }, 'verifiedValue'],
    [{ verifiedValue: null }, 'verifiedValue'],
    [{ verifiedOn: '2011-05-20' }, 'verifiedOn'],
    [{ documentName: '介绍信' }, 'documentName'],
    [{ reviewer: null }, 'reviewer'],
  ])('is not overwritten by %o', (values, field) => {
    expect(becoming(changed(values))).toEqual([`verification-kept ${field}`]);
  });

  it('takes what it does not say yet, and a remark', () => {
    expect(becoming(changed({ documentNo: '审〔2019〕3号', remark: '已归档' }))).toEqual([]);
  });

  it('may be there again under another id, as after a merge', () => {
    expect(becoming(changed({ id: 'another' }))).toEqual([]);
  });

  it('is withdrawn with document, reviewer and date, and not with less', () => {
    expect(becoming(changed(withdrawal))).toEqual([]);
    expect(becoming(changed({ ...withdrawal, withdrawnDocument: null }))).toEqual([
      'verification-incomplete withdrawnDocument',
    ]);
    expect(becoming(changed({ withdrawnOn: '2026-03-02' }))).toEqual([
      'verification-incomplete withdrawnBy',
      'verification-incomplete withdrawnDocument',
    ]);
  });

  it('stays withdrawn, and settles nothing any more', () => {
    const withdrawn = { ...before, VF01: [changed(withdrawal)] };
    expect(against(withdrawn, before)).toEqual([
      'verification-kept withdrawnOn',
      'verification-kept withdrawnBy',
      'verification-kept withdrawnDocument',
    ]);
    expect(against(withdrawn, { ...withdrawn, A01: [person({ birthDate: '1974-11' })] })).toEqual([]);
  });

  it('counts again when the one that overruled it is withdrawn', () => {
    const newer = verified('1', '1974-11', '2024-01-05');
    const now = { A01: [person({ birthDate: '1974-11' })], VF01: [...VF01, newer] };
    const after = { ...now, VF01: [...VF01, { ...newer, ...withdrawal }] };
    expect(against(now, after)).toEqual([]);
    expect(settledDates(after)).toMatchObject([{ field: 'birthDate', value: '1972-11' }]);
  });

  it('is overruled by one with document, reviewer and date alone', () => {
    const bare = { id: 'bare', factCode: '1', verifiedValue: '1974-11', verifiedOn: '2026-03-01' };
    expect(becoming(...VF01, bare)).toEqual([
      'verification-incomplete documentName',
      'verification-incomplete reviewer',
    ]);
    expect(becoming(...VF01, { ...verified('1', '1974-11', '2026-03-01') })).toEqual([]);
  });

  it('is not hidden by a newer one whose result is no date', () => {
    const note = verified('1', '见档案', '2026-03-01');
    expect(settledDates({ VF01: [...VF01, note] })).toMatchObject([{ value: '1972-11' }]);
  });

  it('is not lost with the only row of the person', () => {
    expect(against(before, { ...before, A01: [] })).toEqual(['verified-fact birthDate']);
  });

  it('goes when its own change is taken back, and brings the date along', () => {
    const undone = { A01: [person({ birthDate: '1974-11' })], VF01: [] };
    expect(unverifiedChanges(before, undone, 'undo')).toEqual([]);
  });
});

describe('a verification', () => {
  it.each(['1972-11', '1972.11', '197211', '1972年11月', '1972年11月5日', '19721105'])('reads %s', (text) => {
    expect(settledDates({ VF01: [verified('1', text)] })[0]?.value.slice(0, 7)).toBe('1972-11');
  });

  it.each(['见档案', '', '1972-13'])('whose result is “%s” settles nothing', (text) => {
    expect(settledDates({ VF01: [verified('1', text)] })).toEqual([]);
  });
});

describe('a file of another office', () => {
  it('does not overrule a verification; the rest of it is taken', () => {
    const before = { A01: [person({ birthDate: '1972-11' })], VF01: [verified('1', '1972-11')] };
    const { row, kept } = keepSettled(before, person({ birthDate: '1970-01', health: '健康' }));
    expect(row).toMatchObject({ birthDate: '1972-11', health: '健康' });
    expect(kept).toMatchObject([{ level: 'warning', code: 'verified-kept', field: 'birthDate' }]);
  });

  it('does not make a verified date less exact', () => {
    const before = { A01: [person({ birthDate: '1972-11-05' })], VF01: [verified('1', '1972-11-05')] };
    const { row, kept } = keepSettled(before, person({ birthDate: '1972-11' }));
    expect(row).toMatchObject({ birthDate: '1972-11-05' });
    expect(kept).toMatchObject([
      {
        code: 'verified-kept',
        message: '出生日期已认定为 1972.11.05（依据：干部档案专项审核认定表），来件中的“1972-11”没有采用。',
      },
    ]);
  });
});
