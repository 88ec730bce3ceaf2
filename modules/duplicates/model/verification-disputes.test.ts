import { describe, expect, it } from 'vitest';
import type { RecordRow, SubjectSets } from '#platform/model';
import { disputeRefusal, verificationDisputes } from './verification-disputes.ts';

const verified = (verifiedValue: string, verifiedOn: string, more: Partial<RecordRow> = {}): SubjectSets => ({
  VF01: [
    {
      id: `${verifiedValue} ${verifiedOn}`,
      factCode: '1',
      verifiedValue,
      verifiedOn,
      documentName: '认定表',
      reviewer: '干部科',
      ...more,
    },
  ],
});
const counting = (first: SubjectSets, second: SubjectSets) =>
  verificationDisputes(first, second).map(({ counts }) => counts);
const early = verified('1972.11', '2019-05-20');
const late = verified('1974.05', '2021-06-01');

describe('two records with different verifications', () => {
  it('are told apart by the later one, whichever record is looked at first', () => {
    expect(verificationDisputes(early, late)).toMatchObject([
      {
        label: '出生日期',
        verified: [
          { value: '1972.11', evidence: '2019.05.20，干部科，《认定表》' },
          { value: '1974.05', evidence: '2021.06.01，干部科，《认定表》' },
        ],
        counts: 1,
        advice: expect.stringContaining('以认定日期较近的右侧认定为准'),
      },
    ]);
    expect(counting(late, early)).toEqual([0]);
    expect(disputeRefusal(early, late)).toBe(null);
  });

  it.each([
    ['of the same day', verified('1974.05', '2019-05-20')],
    ['of a day that is known less exactly', verified('1974.05', '2019')],
    ['of which the later one lacks who verified it', verified('1974.05', '2021-06-01', { reviewer: null })],
  ])('%s cannot be merged', (_which, other) => {
    expect([counting(early, other), counting(other, early)]).toEqual([[null], [null]]);
    expect(disputeRefusal(early, other)).toMatch(
      /^两条记录的认定不同：出生日期分别认定为 1972.11 和 1974.05，不能合并。/,
    );
  });

  it('are none once one of them is withdrawn', () => {
    const withdrawn = verified('1974.05', '2019-05-20', { withdrawnOn: '2026-03-02' });
    expect(counting(early, withdrawn)).toEqual([]);
  });

  it('are none when they say the same, or one the same more exactly', () => {
    expect(counting(early, verified('1972年11月', '2021-06-01'))).toEqual([]);
    expect(counting(early, verified('1972.11.03', '2019-05-20'))).toEqual([]);
  });

  it('stand in the way when the more exact one is to replace the other without evidence', () => {
    expect(counting(early, verified('1972.11.03', '2021-06-01', { documentName: null }))).toEqual([null]);
  });
});
