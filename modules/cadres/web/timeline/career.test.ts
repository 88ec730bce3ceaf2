import { expect, test } from 'vitest';
import { careerRange, careerSteps, lanesOf, stackedBars, type Career } from './career.ts';

const now = 2026 * 12;
const career: Career = {
  resume: [{ from: '2003-09', to: '2007-07', text: '大学学习\n（其间：2005.03--2006.03交流）' }],
  posts: [
    { from: '2010-07-15', to: '2018-05', unit: '区教育局', title: '科员', level: '' },
    { from: '2018-05', to: null, unit: '区教育局', title: '科长', level: '乡科级副职' },
    { from: '2020-01', to: null, unit: '区工会', title: '委员', level: '' },
  ],
  levels: [{ from: '2018-05', to: null, label: '乡科级副职' }],
  ranks: [],
};

test('posts that overlap stand in lanes of their own, empty lanes are left out', () => {
  expect(lanesOf(career, now).map(({ label, bars }) => [label, bars.map((bar) => bar.label)])).toEqual([
    ['职务层次', ['乡科级副职']],
    ['职务', ['区教育局科员', '区教育局科长']],
    ['', ['区工会委员']],
    ['履历', ['大学学习']],
  ]);
});

test('a bar says from when until when, and how long', () => {
  const [, posts] = lanesOf(career, now);
  expect(posts?.bars.map(({ dates }) => dates)).toEqual([
    '2010.07—2018.05　7年10个月',
    '2018.05—今　7年8个月',
  ]);
});

test('in one line there are the levels with the places, and the posts where no level is known', () => {
  const { steps, places } = careerSteps(career, now);
  expect(steps.map(({ label }) => label)).toEqual(['乡科级副职']);
  expect(places.map(({ label }) => label)).toEqual(['区教育局科员', '区教育局科长', '区工会委员']);
  const unknown = careerSteps({ ...career, levels: [] }, now);
  expect(unknown.steps.map(({ label }) => label)).toContain('区教育局科长');
  expect(careerSteps({ ...career, levels: [], posts: [] }, now).steps.map(({ label }) => label)).toEqual([
    '大学学习',
  ]);
});

test('people share one axis of whole years', () => {
  expect(careerRange([career], now)).toEqual({ from: 2003 * 12, to: 2027 * 12 });
  expect(careerRange([{ resume: [], posts: [], levels: [], ranks: [] }], now)).toBeNull();
});

test('bars of one kind keep what they show', () => {
  const lanes = stackedBars(career.posts, ({ title }) => title, now);
  expect(lanes.map((bars) => bars.map(({ of, label }) => [label, of.unit]))).toEqual([
    [
      ['科员', '区教育局'],
      ['科长', '区教育局'],
    ],
    [['委员', '区工会']],
  ]);
});
