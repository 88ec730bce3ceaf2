import { describe, expect, it } from 'vitest';
import { marked } from './highlight.ts';
import { movedActive, searchGroups, type SearchAnswer } from './search-options.ts';

describe('what was looked for in a text', () => {
  it('is marked wherever it stands', () => {
    expect(marked('区教育局教育科', '教育').map(({ text, hit }) => [text, hit])).toEqual([
      ['区', false],
      ['教育', true],
      ['局', false],
      ['教育', true],
      ['科', false],
    ]);
    expect(marked('ABC', 'b').filter(({ hit }) => hit)).toEqual([{ text: 'B', hit: true }]);
  });

  it('is marked in the letters of either case and width that the search finds', () => {
    expect(marked('ＡＢ级２０２４年', 'b级2024').map(({ text, hit }) => [text, hit])).toEqual([
      ['Ａ', false],
      ['Ｂ级２０２４', true],
      ['年', false],
    ]);
    expect(marked('k2团', 'Ｋ２').filter(({ hit }) => hit)).toEqual([{ text: 'k2', hit: true }]);
    // Not what the search takes for something else, such as the sign for Kelvin.
    expect(marked('300\u212a', 'k').some(({ hit }) => hit)).toBe(false);
  });

  it('may have signs that mean something elsewhere, and several words', () => {
    expect(marked('(甲)乙', '(甲) 乙').every(({ hit }) => hit)).toBe(true);
    expect(marked('甲', ' ')).toEqual([{ text: '甲', hit: false }]);
    expect(marked('', '甲')).toEqual([]);
  });
});

describe('what was found', () => {
  const answer: SearchAnswer = {
    people: [{ id: 'p1', name: '单立', unit: '样板区教育局', post: '', why: 'name' }],
    units: [],
    posts: [{ title: '局长', count: 3, where: { op: 'all', of: [] } }],
    resumes: {
      count: 9,
      where: { op: 'all', of: [] },
      hits: [{ id: 'p2', name: '安宁', before: '在', hit: '驻村', after: '工作队' }],
    },
  };

  it('stands in groups, the empty ones left out; a résumé leads to its person, the last line to all', () => {
    const groups = searchGroups(answer);
    expect(groups.map(({ label, options }) => [label, options.length])).toEqual([
      ['干部', 1],
      ['职务', 1],
      ['简历', 2],
    ]);
    expect(groups[0]?.options[0]).toMatchObject({ title: '单立', detail: '样板区教育局' });
    expect(groups[2]?.options.map(({ target }) => target.kind)).toEqual(['person', 'question']);
  });

  it('begins with the units and posts when people were found by these alone', () => {
    const people = [{ id: 'p1', name: '单立', unit: '样板区教育局', post: '局长', why: 'post' as const }];
    expect(searchGroups({ ...answer, people }).map(({ label }) => label)).toEqual(['职务', '干部', '简历']);
  });

  it('is gone through with the arrows, round by the text field', () => {
    expect([movedActive(-1, 1, 3), movedActive(2, 1, 3), movedActive(-1, -1, 3)]).toEqual([0, -1, 2]);
    expect(movedActive(0, 1, 0)).toBe(-1);
  });
});
