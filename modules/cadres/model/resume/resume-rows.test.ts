import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, type RecordRow } from '#platform/model';
import { resumeRows } from './resume-rows.ts';
import { resumeTextFrom } from './resume-text.ts';
import { shortHash } from './short-hash.ts';

const first = '2001.09--2005.07  某大学学习';
const second = '2005.07--2010.03  某局科员\n                  （其间：2007.01--2007.12挂职）';
const third = '2010.03--         某局副局长';
const text = [first, second, third].join('\n');

const touched = (row: RecordRow | undefined, change: Record<string, string> = {}): RecordRow => {
  const { origin: _origin, ...rest } = row ?? { id: 'none' };
  return { ...rest, id: rest.id, ...change };
};
const texts = (rows: readonly RecordRow[]): string[] => rows.map((row) => textOf(row, 'text'));

describe('the rows of a résumé', () => {
  it('hold start, end, text and order, and say which text they were read from', () => {
    const rows = resumeRows(`${text}\n\n第五届某区人大代表`, []);
    expect(rows.map(({ startedOn, endedOn, order }) => [startedOn, endedOn, order])).toEqual([
      ['2001-09', '2005-07', 1],
      ['2005-07', '2010-03', 2],
      ['2010-03', null, 3],
      [null, null, 4],
    ]);
    expect(texts(rows)[1]).toBe('某局科员\n（其间：2007.01--2007.12挂职）');
    expect(rows[3]?.origin).toEqual({
      from: 'A01.resumeText',
      hash: shortHash(`${text}\n\n第五届某区人大代表`),
    });
  });

  it('stay the same when the same text is read again', () => {
    const rows = resumeRows(text, []);
    expect(resumeRows(text, rows)).toEqual(rows);
  });

  it('keep their ids where the line is the same or only its end was added', () => {
    const rows = resumeRows(text, []);
    const later = resumeRows(
      `${first}\n${second}\n2010.03--2015.01  某局副局长\n2015.01--         某局局长`,
      rows,
    );
    expect(later.slice(0, 3).map((row) => row.id)).toEqual(rows.map((row) => row.id));
    expect(later).toHaveLength(4);
  });

  it('give way when their line is gone', () => {
    expect(texts(resumeRows(first, resumeRows(text, [])))).toEqual(['某大学学习']);
    expect(resumeRows('', resumeRows(text, []))).toEqual([]);
  });

  it('are kept as they are where a clerk changed them, and their line is not added beside them', () => {
    const rows = resumeRows(text, []);
    const changed = touched(rows[1], { text: '某局科员（试用期一年）' });
    const again = resumeRows(text, [rows[0] ?? changed, changed, rows[2] ?? changed]);
    expect(again[1]).toEqual(changed);
    expect(again).toHaveLength(3);
  });

  it('are kept where a clerk added them', () => {
    const added = { id: 'own', startedOn: '1999-09', endedOn: '2001-07', text: '某中学学习', order: 0 };
    expect(texts(resumeRows(text, [added]))).toContain('某中学学习');
  });

  it('keep the spelling of odd dates', () => {
    const [day, words] = resumeRows('1995.09.12--1999.07  某大学学习\n1999年7月至2001年2月  某局科员', []);
    expect(day?.asWritten).toEqual({ startedOn: '1995.09.12' });
    expect(words).toMatchObject({ startedOn: '1999-07', endedOn: '2001-02' });
    expect(words).not.toHaveProperty('asWritten');
  });

  it('make the text again', () => {
    expect(resumeTextFrom(resumeRows(`${text}\n\n第五届某区人大代表`, []))).toBe(
      `${text}\n\n第五届某区人大代表`,
    );
  });

  it('lose no word of any text, and read their own text alike', () => {
    const line = fc.tuple(
      fc.constantFrom(
        '',
        '2001.01--2002.03  ',
        '2003年4月至今 ',
        '1998—1999  ',
        '2011.09-2-015.07 ',
        '                  ',
      ),
      fc.string({ unit: fc.constantFrom(...Array.from('某区财政局（其间：）科员2 .\t、')), maxLength: 14 }),
    );
    fc.assert(
      fc.property(
        fc.array(
          line.map((parts) => parts.join('')),
          { maxLength: 8 },
        ),
        (lines) => {
          const rows = resumeRows(lines.join('\n'), []);
          const kept = rows.map((row) => JSON.stringify(row)).join('');
          for (const sign of lines.join('').replace(/[\s\d.：—至今年月-]/gu, ''))
            expect(kept).toContain(sign);
          const spans = (of: readonly RecordRow[]): unknown[] =>
            of.map((row) => [row['startedOn'], row['endedOn']]);
          const dated = rows.filter(
            (row) => row['startedOn'] !== null && !/^\s*[\d\s]/u.test(textOf(row, 'text')),
          );
          expect(spans(resumeRows(resumeTextFrom(dated), []))).toEqual(spans(dated));
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('the hash of a text', () => {
  it('is FNV-1a with 64 bits', () => {
    expect(shortHash('')).toBe('cbf29ce484222325');
    expect(shortHash('a')).toBe('af63dc4c8601ec8c');
    expect(shortHash('foobar')).toBe('85944171f73967e8');
  });

  it('tells texts apart by one character', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1, maxLength: 3 }), (a, b) => {
        expect(shortHash(a + b)).not.toBe(shortHash(a));
        expect(shortHash(a)).toMatch(/^[0-9a-f]{16}$/);
      }),
      { seed: 6 },
    );
  });
});
