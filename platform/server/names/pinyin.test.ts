import { describe, expect, it } from 'vitest';
import { nameKeys, nameSyllables, wordInitials } from './pinyin.ts';

describe('names in pinyin', () => {
  it.each([
    ['单田芳', 'shan'],
    ['仇英', 'qiu'],
    ['曾国华', 'zeng'],
    ['查良', 'zha'],
    ['解红', 'xie'],
    ['区小明', 'ou'],
    ['盖志', 'ge'],
    ['召存信', 'zhao'],
    ['缪文', 'miao'],
  ])('%s begins with %s', (name, syllable) => {
    expect(nameSyllables(name)[0]).toBe(syllable);
  });

  it('of two-character surnames keep both syllables', () => {
    expect(nameSyllables('尉迟恭').slice(0, 2)).toEqual(['yu', 'chi']);
    expect(nameSyllables('欧阳静').slice(0, 2)).toEqual(['ou', 'yang']);
  });

  it('are found by the initials of either reading', () => {
    expect(nameKeys('张建国').initials).toBe('zjg');
    expect(nameKeys('单田芳').initials.split(' ')).toEqual(['stf', 'dtf']);
    expect(nameKeys('买买提·艾力').initials).toContain('mmt');
  });

  it('of units are read as words', () => {
    expect(wordInitials('样板区财政局')).toBe('ybqczj');
  });

  it('sort by syllable, then by character', () => {
    const sorted = ['张三', '单一', '白二', '张山'].toSorted((a, b) =>
      nameKeys(a).sort < nameKeys(b).sort ? -1 : 1,
    );
    expect(sorted).toEqual(['白二', '单一', '张三', '张山']);
  });

  it('sort the shorter one first', () => {
    const sorted = ['陈峰健', '程金云', '陈峰', '成金'].toSorted((a, b) =>
      nameKeys(a).sort < nameKeys(b).sort ? -1 : 1,
    );
    expect(sorted).toEqual(['陈峰', '陈峰健', '成金', '程金云']);
  });
});
