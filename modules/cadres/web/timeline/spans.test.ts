import { expect, test } from 'vitest';
import { resumeSegmentSet } from '../../model/sets/a17-resume-segment.ts';
import { gapsOf, lengthText, spansOf, undatedOf } from './spans.ts';

const line = (order: number, startedOn: string | null, endedOn: string | null, text: string) => ({
  id: `row${order}`,
  order,
  startedOn,
  endedOn,
  text,
});
const now = 2024 * 12;

test('lines become spans in their order, the open one lasts until now', () => {
  const rows = [
    line(2, '2010-07', null, '主任'),
    line(1, '2006-09', '2010-07', '学生'),
    line(3, null, null, '区人大代表'),
  ];
  const spans = spansOf(resumeSegmentSet, rows, now);
  expect(spans.map((span) => [span.dates, span.length, span.open])).toEqual([
    ['2006.09—2010.07', '3年10个月', false],
    ['2010.07—今', '13年6个月', true],
  ]);
  expect(gapsOf(spans)).toEqual([]);
  expect(undatedOf(resumeSegmentSet, rows)).toEqual(['区人大代表']);
});

test('a line inside an earlier one and dates in its text are seen', () => {
  const rows = [
    line(1, '2006-09', '2016-07', '科员\n（其间：2009.03--2010.03挂职）'),
    line(2, '2011-01', '2012-01', '援藏'),
  ];
  const [first, second] = spansOf(resumeSegmentSet, rows, now);
  expect(first?.beside).toEqual([{ from: 2009 * 12 + 2, to: 2010 * 12 + 2 }]);
  expect([first?.within, second?.within]).toEqual([false, true]);
});

test('months that no line covers are a gap', () => {
  const rows = [line(1, '2000-09', '2004-07', '学生'), line(2, '2005-01', '2008-01', '科员')];
  expect(gapsOf(spansOf(resumeSegmentSet, rows, now))).toMatchObject([{ length: '6个月' }]);
});

test('lengths are said in years and months', () => {
  expect([0, 8, 24, 38].map(lengthText)).toEqual(['不足1个月', '8个月', '2年', '3年2个月']);
});
