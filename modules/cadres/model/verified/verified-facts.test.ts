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
});
