import { describe, expect, it } from 'vitest';
import { scenarioIndex } from './scenarios/units.ts';
import { suggestUnit } from './suggest-unit.ts';
import { createUnitIndex } from './unit-index.ts';

describe('the index of units', () => {
  it.each([
    ['样板区财政局', '财政局'],
    ['区财政局', '财政局'],
    ['样板市样板区财政局', '财政局'],
    ['中共样板区委组织部', '组织部'],
    ['样板区政府办公室', '政府办'],
    ['样板区和平街道办事处', '和平街道'],
    ['青石镇人民政府', '青石镇'],
    ['样板区纪委', '纪委监委'],
    ['样板区监委', '纪委监委'],
    ['样板区公安分局', '公安分局'],
    ['样板区人大', '人大'],
    ['样板区财政局预算科', '预算科'],
  ])('knows %s', (text, id) => {
    expect(scenarioIndex.named(text)?.id).toBe(id);
  });

  it.each(['预算科', '邻区财政局', '区政府及政府部门', '样板区实验小学', ''])(
    'does not guess at “%s”',
    (text) => {
      expect(scenarioIndex.named(text)).toBeNull();
    },
  );

  it('gives every spelling that a text begins with, the longest first', () => {
    const found = scenarioIndex.match('样板区人民政府办公室主任').map(({ id, length }) => [id, length]);
    expect(found).toEqual([
      ['政府办', 10],
      ['政府办', 8],
      ['政府', 7],
    ]);
  });

  it('needs no parents and no kinds', () => {
    const index = createUnitIndex([
      { id: 'a', name: '某局', shortName: '' },
      { id: 'b', name: '人事科', shortName: '人事科', parentName: '某局' },
    ]);
    expect(index.named('某局人事科')?.id).toBe('b');
    expect(index.legalUnit('b')).toEqual({ id: 'a', name: '某局' });
  });
});

describe('names of the past', () => {
  const index = createUnitIndex([
    { id: '文旅', name: '样板区文化和旅游局', shortName: '区文化和旅游局', formerNames: ['样板区文化局'] },
    { id: '旧卫', name: '样板区卫生局', shortName: '区卫生局', abolished: true },
    {
      id: '卫健',
      name: '样板区卫生健康局',
      shortName: '区卫生健康局',
      formerNames: ['样板区卫生局', '样板区体育局'],
    },
    { id: '体育', name: '样板区体育局', shortName: '区体育局' },
  ]);

  it.each([
    ['样板区文化局', '文旅'],
    ['区文化局', '文旅'],
    ['区文化和旅游局', '文旅'],
    // A unit that bears the name, or bore it last, goes before one that only bore it once.
    ['区体育局', '体育'],
    ['样板区卫生局', '旧卫'],
  ])('%s is %s', (text, id) => {
    expect(index.named(text)?.id).toBe(id);
  });
});

describe('the unit of a new person', () => {
  it.each([
    ['样板区财政局党组书记、局长', '财政局'],
    ['样板区财政局预算科科长、一级主任科员', '财政局'],
    ['样板区人民政府办公室主任', '政府办'],
    ['中共样板区委常委、组织部部长', '区委'],
    ['样板区青石镇党委副书记、镇长', '青石镇'],
    ['样板区财政局四级主任科员', '财政局'],
    ['区民政局局长', '民政局'],
  ])('%s', (post, id) => {
    expect(suggestUnit(post, scenarioIndex)?.id).toBe(id);
  });

  it.each(['', '局长', '邻县财政局局长、样板区财政局副局长', '样板区实验小学教师', '待业'])(
    'is left open for “%s”',
    (post) => {
      expect(suggestUnit(post, scenarioIndex)).toBeNull();
    },
  );
});
