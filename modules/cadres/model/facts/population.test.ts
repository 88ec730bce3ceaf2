import { describe, expect, it } from 'vitest';
import { factOf, type Records } from './test-people.ts';

const facts = (records: Records, asOf = '2026-11-25') =>
  ['isCurrent', 'isServing', 'isFormer'].map((name) => factOf(name, records, asOf));

const A01 = { workStartDate: '1990-08', personStatusCode: '1' };
const retired = { ...A01, personStatusCode: '21' };
const A02 = [{ appointedOn: '1990-08', removedOn: '2020-06', tenureStatusCode: '0', postTitle: '科员' }];
const held = [{ appointedOn: '1990-08', tenureStatusCode: '1', postTitle: '科员' }];
const A05 = [{ kind: '1', levelOrRankCode: '1B', approvedOn: '2019-06' }];

describe('在册、在职与历史人员', () => {
  it.each<[string, Records, string, string[]]>([
    ['在任', { A01, A02: held }, '2026-11-25', ['1', '1', '0']],
    ['只有职级', { A01, A05 }, '2026-11-25', ['1', '1', '0']],
    ['没有职务也没有职级', { A01 }, '2026-11-25', ['1', '0', '0']],
    ['职务已免', { A01, A02 }, '2026-11-25', ['1', '0', '0']],
    ['尚未参加工作', { A01, A02: held }, '1990-07-31', ['0', '0', '0']],
    ['没有参加工作时间', { A02: held }, '2026-11-25', ['1', '1', '0']],
    ['退出以前', { A01: retired, A02, A30: { exitedOn: '2020-06' } }, '2020-05-31', ['1', '1', '0']],
    ['退出当日', { A01: retired, A02, A30: { exitedOn: '2020-06' } }, '2020-06-01', ['0', '0', '1']],
    ['离退批准以前', { A01: retired, A02, A31: { approvedOn: '2020-06' } }, '2020-05-31', ['1', '1', '0']],
    [
      '离退批准以后',
      { A01: retired, A02: held, A31: { approvedOn: '2020-06' } },
      '2021-01-01',
      ['0', '0', '1'],
    ],
    [
      '退出与离退时间不同的取早的',
      { A01: retired, A30: { exitedOn: '2020-08' }, A31: { approvedOn: '2020-06' } },
      '2020-07-01',
      ['0', '0', '1'],
    ],
    [
      '退出没有时间而离退有时间',
      { A01: retired, A02, A30: { exitMethodCode: '11' }, A31: { approvedOn: '2020-06' } },
      '2020-05-31',
      ['1', '1', '0'],
    ],
    ['退出没有时间', { A01, A02: held, A30: { exitMethodCode: '44' } }, '1995-01-01', ['0', '0', '1']],
    ['状态为离退而没有时间', { A01: retired, A02: held }, '1995-01-01', ['0', '0', '1']],
    ['状态为调出而没有时间', { A01: { personStatusCode: '22' } }, '2026-11-25', ['0', '0', '1']],
  ])('%s', (_, records, asOf, expected) => {
    expect(facts(records, asOf)).toEqual(expected);
  });
});
