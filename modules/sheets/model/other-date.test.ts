import { describe, expect, it } from 'vitest';
import { cadreSets } from '#modules/cadres';
import { newId, type RecordRow } from '#platform/model';
import { RowFinder } from './find-row.ts';
import { RowMerger, type RowOutcome } from './merge-rows.ts';
import { rowIdentity } from './row-identity.ts';
import type { WantedRow, WantedValue } from './wanted-row.ts';

const setOf = (code: string) => {
  const set = cadreSets.find((each) => each.code === code);
  if (!set) throw new Error(code);
  return set;
};
const row = (values: Record<string, string>): RecordRow => ({ id: newId(), ...values });
const wanted = (values: Record<string, string>, record = ''): WantedRow => ({
  record,
  values: new Map<string, WantedValue>(Object.entries(values).map(([key, value]) => [key, { value }])),
});

/** What becomes of rows one after another; an answer may stand for each. */
function takeAll(
  set: string,
  stored: readonly RecordRow[],
  rows: readonly WantedRow[],
  answer: 'add' | 'update' | null = null,
): { told: string[]; rows: readonly RecordRow[]; outcomes: RowOutcome[] } {
  const merger = new RowMerger(new RowFinder(setOf(set), () => null), stored, rows);
  const outcomes = rows.map((each, index) => merger.take(each, index + 2, () => null, answer));
  const told = outcomes.map((each) => (each.kind === 'refused' ? each.code : each.kind));
  return { told, rows: merger.rows, outcomes };
}

const post = (appointedOn: string, more: Record<string, string> = {}) => ({
  orgName: '区委办公室',
  postTitle: '科长',
  ...(appointedOn === '' ? {} : { appointedOn }),
  ...more,
});

describe('a row about the same with another date', () => {
  const first = row(post('2008-03', { removedOn: '2011-05' }));

  it('changes nothing until somebody has said what it is', () => {
    const { told, rows, outcomes } = takeAll('A02', [first], [wanted(post('2015-06'))]);
    expect(told).toEqual(['row-other-date']);
    expect(rows).toEqual([first]);
    expect(outcomes[0]).toMatchObject({
      field: 'appointedOn',
      question: { before: first, after: { id: first.id, appointedOn: '2015-06' }, isClear: true },
    });
    const [refused] = outcomes;
    expect(refused?.kind === 'refused' ? refused.reason : '').toBe(
      '与已有记录的“任职机构名称、职务名称”相同，“任职时间”不同（已有：2008.03），可能是另一条，也可能是更正。请选择“新增一条”或“修改原记录”。',
    );
  });

  it('is a further term when it is to be added, and the first one stays', () => {
    const { told, rows } = takeAll('A02', [first], [wanted(post('2015-06'))], 'add');
    expect(told).toEqual(['created']);
    expect(rows).toMatchObject([first, post('2015-06')]);
    const again = takeAll('A02', rows, [wanted(post('2015-06'))]);
    expect(again.told).toEqual(['unchanged']);
  });

  it('corrects the record when that is wanted; two rows cannot correct one record', () => {
    const one = takeAll('A02', [first], [wanted(post('2008-05'))], 'update');
    expect(one.told).toEqual(['updated']);
    expect(one.rows).toMatchObject([{ ...first, appointedOn: '2008-05' }]);
    const two = takeAll('A02', [first], [wanted(post('2008-05')), wanted(post('2015-06'))], 'update');
    expect(two.told).toEqual(['updated', 'row-twice']);
  });

  it('is no question where it is wrong either way', () => {
    const merger = new RowMerger(new RowFinder(setOf('A02'), () => null), [first], []);
    const problem = { code: 'date-order', reason: '' };
    const refusing = (when: (before: RecordRow | null) => boolean) =>
      merger.take(wanted(post('2015-06')), 2, (_, before) => (when(before) ? problem : null));
    expect(refusing(() => true)).toEqual({ kind: 'refused', ...problem });
    expect(refusing((before) => before === null)).toMatchObject({ code: 'row-other-date' });
    expect(refusing((before) => before !== null)).toMatchObject({ code: 'row-other-date' });
  });

  it('corrects no one where several could be meant', () => {
    const second = row(post('2012-01', { removedOn: '2014-01' }));
    const { told, outcomes } = takeAll('A02', [first, second], [wanted(post('2020-02'))], 'update');
    expect(told).toEqual(['row-unclear']);
    expect(outcomes[0]?.question?.isClear).toBe(false);
    expect(takeAll('A02', [first, second], [wanted(post('2020-02'))], 'add').told).toEqual(['created']);
  });

  it('is no question where an export tells which record it is', () => {
    const { told, rows } = takeAll('A02', [first], [wanted(post('2009-03'), first.id)]);
    expect(told).toEqual(['updated']);
    expect(rows).toMatchObject([{ id: first.id, appointedOn: '2009-03', removedOn: '2011-05' }]);
  });

  it.each([
    ['by the id of an export', wanted(post('2008-03'), first.id)],
    ['by its date', wanted(post('2008-03'))],
    ['by its year', wanted(post('2008'))],
  ])('is a further one where another row of the sheet speaks of the record %s', (_, known) => {
    for (const rows of [
      [wanted(post('2015-06')), known],
      [known, wanted(post('2015-06'))],
    ]) {
      const { told, rows: after } = takeAll('A02', [first], rows);
      expect(told).toContain('created');
      expect(told).not.toContain('row-other-date');
      expect(after).toHaveLength(2);
    }
  });

  it('is a further one of a record that the sheet itself adds', () => {
    const { told } = takeAll('A02', [], [wanted(post('2008-03')), wanted(post('2015-06'))]);
    expect(told).toEqual(['created', 'created']);
  });

  it('is told by the next date where the first is not given', () => {
    const ended = (removedOn: string) => wanted(post('', { removedOn }));
    expect(takeAll('A02', [first], [ended('2011-05')]).told).toEqual(['unchanged']);
    expect(takeAll('A02', [first], [ended('2016-01')]).told).toEqual(['row-other-date']);
    expect(takeAll('A02', [row(post('2008-03'))], [ended('2016-01')]).told).toEqual(['updated']);
  });
});

describe('the date that a row gives', () => {
  it('agrees as far as both are known, and fills in what is not', () => {
    const stored = row(post('2008-03'));
    expect(takeAll('A02', [stored], [wanted(post('2008-03-15'))]).told).toEqual(['updated']);
    expect(takeAll('A02', [row(post(''))], [wanted(post('2008-03'))]).told).toEqual(['updated']);
    expect(takeAll('A02', [stored], [wanted(post('', { appointmentDocNo: '1号' }))]).told).toEqual([
      'updated',
    ]);
  });

  it('takes nothing from a date that is known more exactly', () => {
    const stored = row(post('2008-03-15', { removedOn: '2011-05' }));
    const { told, rows } = takeAll('A02', [stored], [wanted(post('2008-03', { removedOn: '2011' }))]);
    expect(told).toEqual(['unchanged']);
    expect(rows).toEqual([stored]);
    const more = wanted(post('2008', { appointmentDocNo: '1号' }), stored.id);
    expect(takeAll('A02', [stored], [more]).rows).toEqual([{ ...stored, appointmentDocNo: '1号' }]);
    const person = row({ name: '何其芳', birthDate: '1972-11-05' });
    expect(takeAll('A01', [person], [wanted({ name: '何其芳', birthDate: '1972' })]).told).toEqual([
      'unchanged',
    ]);
    expect(takeAll('A01', [person], [wanted({ birthDate: '1973' })]).told).toEqual(['updated']);
  });

  it('tells with what else they are about that a row fills in what a record does not say', () => {
    const about = { educationName: '大学', school: '某大学' };
    const next = wanted({ ...about, degreeName: '文学学士', graduatedOn: '1999-07' });
    const stored = row({ ...about, graduatedOn: '1999-07' });
    expect(takeAll('A08', [stored], [next])).toMatchObject({
      told: ['updated'],
      rows: [{ id: stored.id, degreeName: '文学学士' }],
    });
    const coded = wanted({ ...about, educationCode: '21', graduatedOn: '1999-07' });
    expect(takeAll('A08', [stored], [coded]).rows).toMatchObject([{ id: stored.id, educationCode: '21' }]);
    // The date is needed, something else that agrees, and a field that is really empty.
    const { school } = about;
    expect(takeAll('A08', [row(about)], [next]).told).toEqual(['created']);
    expect(takeAll('A08', [row({ ...about, graduatedOn: '2001-07' })], [next]).told).toEqual(['created']);
    expect(takeAll('A08', [row({ graduatedOn: '1999-07' })], [next]).told).toEqual(['created']);
    expect(
      takeAll('A08', [row({ school, graduatedOn: '1999-07', degreeName: '理学学士' })], [next]).told,
    ).toEqual(['created']);
    expect(takeAll('A08', [row({ school, graduatedOn: '1999-07', degreeCode: '5' })], [next]).told).toEqual([
      'created',
    ]);
    const spelt = { ...stored, asWritten: { degreeCode: '双学位' } };
    expect(takeAll('A08', [spelt], [next]).told).toEqual(['created']);
  });

  it('leaves it open which record is filled in where several could be', () => {
    const about = { educationName: '大学', school: '某大学' };
    const next = wanted({ ...about, degreeName: '文学学士', graduatedOn: '1999-07' });
    const stored = row({ ...about, graduatedOn: '1999-07' });
    const other = row({ educationName: '大学', graduatedOn: '1999-07' });
    expect(takeAll('A08', [stored, other], [next]).told).toEqual(['row-unclear']);
    const undated = row({ ...about, degreeName: '文学学士' });
    expect(takeAll('A08', [stored, undated], [next]).told).toEqual(['row-unclear']);
    const whole = row({ ...about, degreeName: '文学学士', graduatedOn: '1999-07' });
    expect(takeAll('A08', [stored, whole], [next]).told).toEqual(['unchanged']);
    const earlier = row({ ...about, degreeName: '文学学士', graduatedOn: '1995-07' });
    expect(takeAll('A08', [earlier, stored], [next]).rows).toMatchObject([earlier, { id: stored.id }]);
  });

  it('chooses among several records', () => {
    const [a, b] = [row(post('2008-03')), row(post('2015-06'))];
    const meant = takeAll('A02', [a, b], [wanted(post('2015-06', { appointmentDocNo: '2号' }))]);
    expect(meant.rows).toMatchObject([a, { id: b.id, appointmentDocNo: '2号' }]);
    expect(takeAll('A02', [a, b], [wanted(post('', { appointmentDocNo: '2号' }))]).told).toEqual([
      'row-unclear',
    ]);
    const [c, d] = [row(post('2015')), row(post('2015-06'))];
    expect(takeAll('A02', [c, d], [wanted(post('2015', { appointmentDocNo: '2号' }))]).rows).toMatchObject([
      { id: c.id, appointmentDocNo: '2号' },
      d,
    ]);
  });

  it.each<[string, Record<string, string>, string, string, string]>([
    ['A05', { kind: '1', levelOrRankCode: '131' }, 'approvedOn', '2010-01', '2018-01'],
    ['A06', { titleName: '工程师' }, 'acquiredOn', '2010-01', '2012-01'],
    ['A08', { educationName: '大学', school: '样板大学' }, 'graduatedOn', '1995-07', '2001-07'],
    ['A11', { courseName: '中青班' }, 'startedOn', '2010-03', '2018-03'],
    ['A14', { name: '嘉奖' }, 'approvedOn', '2019-01', '2021-01'],
    ['A36', { relation: '女儿', name: '某某' }, 'birthDate', '1999-01', '2003-01'],
  ])('is asked about in %s', (set, about, date, before, after) => {
    const stored = row({ ...about, [date]: before });
    const next = [wanted({ ...about, [date]: after })];
    expect(takeAll(set, [stored], next).told).toEqual(['row-other-date']);
    expect(takeAll(set, [stored], next, 'add').rows).toHaveLength(2);
    expect(takeAll(set, [stored], next, 'update').rows).toMatchObject([{ id: stored.id, [date]: after }]);
  });

  it('is what an assessment or an entry of a resume is about: another one is another row', () => {
    expect(takeAll('A15', [row({ year: '2022', resultCode: '1' })], [wanted({ year: '2023' })]).told).toEqual(
      ['created'],
    );
    expect(takeAll('A17', [row({ startedOn: '2010-01' })], [wanted({ startedOn: '2012-01' })]).told).toEqual([
      'created',
    ]);
  });
});

it('sets that are added at run time are told by their title and their order in time', () => {
  const { time: _time, title: _title, ...set } = setOf('A14');
  const own = { ...set, code: 'X01' };
  expect(rowIdentity({ ...own, title: ['name', 'approvedOn'], time: { order: 'approvedOn' } })).toEqual({
    about: ['name'],
    dates: ['approvedOn'],
    further: [],
  });
  expect(rowIdentity({ ...own, title: ['approvedOn'], time: { order: 'approvedOn' } })).toEqual({
    about: ['approvedOn'],
    dates: [],
    further: [],
  });
  expect(rowIdentity(own).about).toEqual(own.fields.map(({ key }) => key));
});
