import { describe, expect, it } from 'vitest';
import { textOf, type RecordRow } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { resumeRows } from '../resume/resume-rows.ts';
import { shortHash } from '../resume/short-hash.ts';
import { scenarioIndex } from './scenarios/units.ts';
import { suggestPosts } from './suggest-posts.ts';
import type { Suggestion } from './suggestion.ts';

const tables = loadCodeTables();
const resume = [
  '2006.09--2010.08  样板区民政局科员',
  '2010.08--2015.03  样板区财政局党组成员、副局长',
  '                  （其间：2012.01--2013.02在某省财政厅挂职，任预算处副处长）',
  '2015.03--         样板区财政局党组书记、局长、四级调研员',
].join('\n');

function read(text: string, currentPost: string, positions: readonly RecordRow[] = []): Suggestion[] {
  const segments = resumeRows(text, []);
  return suggestPosts({
    segments,
    positions,
    currentPost,
    resumeHash: shortHash(text),
    units: scenarioIndex,
    tables,
  });
}

const titles = (suggestions: readonly Suggestion[]): string[] =>
  suggestions.map(({ row }) => `${textOf(row, 'tenureStatusCode')} ${textOf(row, 'postTitle')}`);

describe('posts read from the résumé', () => {
  it('are held where the line is open and 现任职务 names them', () => {
    expect(titles(read(resume, '样板区财政局党组书记、局长'))).toEqual([
      '0 科员',
      '0 党组成员',
      '0 副局长',
      '0 副处长',
      '1 党组书记',
      '1 局长',
    ]);
  });

  it('are marked where the line is open and 现任职务 says otherwise', () => {
    const last = read(resume, '样板区民政局局长').at(-1);
    expect(textOf(last?.row, 'tenureStatusCode')).toBe('0');
    expect(last?.unclear.at(-1)).toContain('与现任职务不一致');
  });

  it('say where they come from', () => {
    const [first] = read(resume, '');
    expect(first?.row.origin).toEqual({ from: 'A01.resumeText', hash: shortHash(resume) });
    expect(first?.source).toBe('2006.09--2010.08  样板区民政局科员');
  });

  it('keep their keys while their line is the same, whatever is added to the résumé', () => {
    const longer = resume
      .replace('2015.03--  ', '2015.03--2020.01')
      .concat('\n2020.01--         样板区民政局局长');
    const keys = read(longer, '').map((each) => each.key);
    expect(keys.slice(0, 4)).toEqual(
      read(resume, '')
        .map((each) => each.key)
        .slice(0, 4),
    );
  });

  it('are not suggested again when they are records, also when a clerk corrected the unit', () => {
    const accepted = read(resume, '').map(({ row: { origin: _origin, ...row } }): RecordRow => ({
      ...row,
      id: row.id,
    }));
    expect(read(resume, '', accepted)).toEqual([]);
    const corrected = accepted.map((row) =>
      row['postTitle'] === '副局长' ? { ...row, orgName: '样板区财政和国资局', orgCode: null } : row,
    );
    expect(read(resume, '', corrected)).toEqual([]);
    expect(titles(read(resume, '', accepted.slice(1)))).toEqual(['0 科员']);
  });

  it('are not suggested again when a line names a rank only and its record holds the rank as title', () => {
    const line = '2010.08--2015.03  样板区财政局四级主任科员';
    const [suggestion] = read(line, '');
    expect(suggestion?.unclear).toHaveLength(1);
    const record = { ...suggestion?.row, id: 'a', postTitle: '四级主任科员' };
    expect(read(line, '', [record])).toEqual([]);
    expect(read(line, '', [{ ...record, appointedOn: '2001-01' }])).toHaveLength(1);
  });

  it('are both suggested when two lines hold the same post', () => {
    const twice = '2001.01--2002.01  某局科员\n2003.01--2004.01  某局科员';
    const suggestions = read(twice, '');
    expect(
      read(
        twice,
        '',
        suggestions.slice(1).map((each) => each.row),
      ),
    ).toHaveLength(1);
  });

  it('keep the spelling of a day that a month cannot hold', () => {
    const [first] = read('2006.09.12--2010.08  某局科员', '');
    expect(first?.row).toMatchObject({ appointedOn: '2006-09', asWritten: { appointedOn: '2006.09.12' } });
  });
});
