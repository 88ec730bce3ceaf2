import { describe, expect, it } from 'vitest';
import type { RecordRow } from '#platform/model';
import { rankPools, ratioLimits } from './pools.ts';
import { placeBuckets, quotaLines, type Tally } from './quota-lines.ts';
import { defaultQuotaRules } from './rules/default-rules.ts';
import { day } from './test-careers.ts';
import { unitQuota, type UnitQuota } from './unit-quota.ts';
import type { Bucket } from './buckets.ts';

interface Given {
  readonly parent?: number;
  readonly kind?: string;
  readonly b01?: Readonly<Record<string, string | number>>;
  readonly quotas?: readonly Readonly<Record<string, string | number>>[];
  readonly history?: readonly Readonly<Record<string, string>>[];
}

const rows = (list: readonly object[] = []): RecordRow[] =>
  list.map((row, index) => ({ id: `${index}`, ...row }));

function unitsOf(...given: readonly Given[]): UnitQuota[] {
  return given.map(({ parent = -1, kind = '1', b01 = {}, quotas, history }, index) =>
    unitQuota(
      { id: `u${index}`, name: `机构${index}`, parent, depth: parent < 0 ? 0 : 1, kindCode: kind },
      { B01: rows([b01]), QT01: rows(quotas), UH01: rows(history) },
    ),
  );
}

/** `[unit, bucket, counted, others]` */
function tally(units: number, cells: readonly (readonly [number, Bucket, number, number?])[] = []): Tally {
  const counted = new Int32Array(units * placeBuckets.length);
  const others = new Int32Array(counted.length);
  for (const [unit, bucket, own, other = 0] of cells) {
    const at = unit * placeBuckets.length + placeBuckets.indexOf(bucket);
    counted[at] = own;
    others[at] = other;
  }
  return { counted, others, twiceInternal: new Map() };
}

function lines(units: readonly UnitQuota[], cells: Parameters<typeof tally>[1] = [], on = '2024-06-30') {
  return quotaLines(units, day(on), tally(units.length, cells), defaultQuotaRules).map(
    ({ place, bucket, approved, filled, vacancy, excess }) => [
      place,
      bucket,
      approved,
      filled,
      vacancy,
      excess,
    ],
  );
}

describe('a quota line', () => {
  it('takes the approved number from the document that is valid on the day, else from the unit’s record', () => {
    const units = unitsOf({
      b01: { chiefLeaderQuota: 1, deputyLeaderQuota: 3 },
      quotas: [
        { bucketCode: '12', approved: 4, validFrom: '2020-01-01', validTo: '2023-01-01' },
        { bucketCode: '12', approved: 2, validFrom: '2023-01-01' },
        { bucketCode: '12', approved: 9, validFrom: '2025-01-01' },
      ],
    });
    const approved = (on: string) => lines(units, [], on).find(([, bucket]) => bucket === 'deputy')?.[2];
    expect(approved('2019-12-31')).toBe(3);
    expect(approved('2022-12-31')).toBe(4);
    expect(approved('2023-01-01')).toBe(2);
    expect(approved('2025-01-01')).toBe(9);
  });

  it('says what is vacant and what is in excess, and null where nothing is approved', () => {
    const units = unitsOf({ b01: { chiefLeaderQuota: 1, deputyLeaderQuota: 2 } });
    expect(
      lines(units, [
        [0, 'deputy', 3],
        [0, 'member', 1],
      ]),
    ).toEqual([
      [0, 'principal', 1, 0, 1, 0],
      [0, 'deputy', 2, 3, 0, 1],
      [0, 'member', null, 1, 0, 0],
    ]);
  });

  it('puts heads and deputies of offices together where only their sum is approved', () => {
    const together = unitsOf({ b01: { internalLeaderQuota: 5 } });
    const cells = [
      [0, 'internalHead', 3],
      [0, 'internalDeputy', 1],
    ] as const;
    expect(lines(together, cells)).toEqual([[0, 'internal', 5, 4, 1, 0]]);
    const apart = unitsOf({ b01: { internalLeaderQuota: 5, internalChiefQuota: 3, internalDeputyQuota: 2 } });
    expect(lines(apart, cells)).toEqual([
      [0, 'internalHead', 3, 3, 0, 0],
      [0, 'internalDeputy', 2, 1, 1, 0],
    ]);
  });

  it('is none before a unit is founded, and behind its end only who is still recorded there, against no number', () => {
    const units = unitsOf({
      quotas: [{ bucketCode: '11', approved: 1, validFrom: '2020' }],
      history: [
        { changedOn: '2020-01', changeCode: '1' },
        { changedOn: '2025-01-01', changeCode: '6' },
      ],
    });
    const one = [[0, 'principal', 1]] as const;
    expect(lines(units, one, '2019-12-31')).toEqual([]);
    expect(lines(units, [], '2024-12-31')).toEqual([[0, 'principal', 1, 0, 1, 0]]);
    expect(lines(units, [], '2025-01-01')).toEqual([]);
    expect(lines(units, one, '2025-01-01')).toEqual([[0, 'principal', null, 1, 0, 0]]);
  });

  it('of ranks is that of the pool above where the pool has ended', () => {
    const units = unitsOf(
      { kind: '3', quotas: [{ bucketCode: '33', approved: 10 }] },
      {
        parent: 0,
        quotas: [{ bucketCode: '33', approved: 2 }],
        history: [{ changedOn: '2025-01-01', changeCode: '6' }],
      },
    );
    const cells = [[1, 'rank:principalStaff12', 3]] as const;
    expect(lines(units, cells, '2025-01-01')).toEqual([[0, 'rank:principalStaff12', 10, 3, 7, 0]]);
  });

  it('of ranks is that of the pool: the nearest unit above with approved ranks', () => {
    const units = unitsOf(
      { kind: '3', quotas: [{ bucketCode: '33', approved: 10, validFrom: '2020' }] },
      { parent: 0 },
      { parent: 0, quotas: [{ bucketCode: '33', approved: 2, validFrom: '2022' }] },
    );
    const cells = [
      [1, 'rank:principalStaff12', 4],
      [2, 'rank:principalStaff12', 3],
    ] as const;
    expect(lines(units, cells)).toEqual([
      [0, 'rank:principalStaff12', 10, 4, 6, 0],
      [2, 'rank:principalStaff12', 2, 3, 0, 1],
    ]);
    expect(lines(units, cells, '2021-06-30')).toEqual([[0, 'rank:principalStaff12', 10, 7, 3, 0]]);
    expect([...rankPools(units, day('2019-06-30'))]).toEqual([0, 0, 0]);
  });
});

describe('ranks by ratio', () => {
  it('are rounded down, with the shares inside the groups', () => {
    const limits = ratioLimits(237, defaultQuotaRules.ratios.value.shares);
    expect(Object.fromEntries(limits)).toEqual({
      'rank:consultant2': 4,
      'rank:consultant34': 23,
      'rank:principalStaff12': 71,
      'rank:principalStaff34': 71,
    });
    expect(ratioLimits(5, defaultQuotaRules.ratios.value.shares).get('rank:principalStaff34')).toBe(2);
  });
});
