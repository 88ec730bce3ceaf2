import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedForms } from '#fixtures/forms';
import { formatResume, parseResume } from './index.ts';
import { normalizeResume } from './resume-normalize.ts';
import { splitOneLine } from './resume-split.ts';

const indent = ' '.repeat(18);

const pieces = fc.constantFrom(
  '1991.09--1995.07  某校学习',
  '1991.09——1995.07\t某校',
  '1995.07至今某局',
  '1995.07--         某局局长',
  '1991--1995  某校',
  '2011.09-2-015.07 某局',
  '1991..09--1993.07  某局',
  '199109-199507某局',
  '1991年9月—1995年7月　某局',
  '2001.07.15--2003.08.01  某局',
  '2001.07到某局工作',
  '2001.07  入伍',
  '2003.13--2004.01  某局',
  '（其间：1992.01--1993.01挂职）',
  `${indent}（其间：挂职）`,
  '\u3000'.repeat(9) + '兼任某职',
  '第五届某区人大代表',
  '2018年被评为先进',
  '',
  ' ',
  '\t',
  '--',
  '~',
  '至今',
  '1991',
  '１９９１．０９－－１９９５．０７　某校',
);
const resume = fc
  .tuple(
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 8 }),
    fc.constantFrom('\n', '', '  ', '：', '，', '）'),
  )
  .map(([lines, glue]) => lines.join(glue));
const runs = { seed: 31, numRuns: 2000 };

describe('any text', () => {
  test('is parsed without loss: the raw lines are the text', () => {
    fc.assert(
      fc.property(resume, (text) => {
        const raw = parseResume(text).map((segment) => segment.raw);
        expect(raw.join('\n')).toBe(splitOneLine(text));
        expect(splitOneLine(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(text.includes('\n') ? splitOneLine(text) : text).toBe(text);
      }),
      runs,
    );
  });

  test('formats to a text that parses and formats to itself', () => {
    fc.assert(
      fc.property(resume, (text) => {
        const once = formatResume(parseResume(text));
        expect(formatResume(parseResume(once))).toBe(once);
      }),
      runs,
    );
  });

  test('is normalised once and for all', () => {
    fc.assert(
      fc.property(resume, (text) => {
        const once = normalizeResume(text);
        expect(normalizeResume(once)).toBe(once);
      }),
      runs,
    );
  });
});

test.each(acceptedForms)('the résumé of $file is canonical', ({ texts }) => {
  expect(formatResume(parseResume(texts.resume))).toBe(texts.resume);
  expect(normalizeResume(texts.resume)).toBe(texts.resume);
});

test.each([
  ['-', '--'],
  ['－', '--'],
  ['—', '--'],
  ['——', '--'],
  ['–', '--'],
  ['―', '--'],
  ['─', '--'],
  ['~', '--'],
  ['〜', '--'],
  ['～', '--'],
  ['至', '--'],
  [' - ', '--'],
  ['---', '--'],
])('the separator %s is written as %s', (separator, written) => {
  expect(normalizeResume(`1991.09${separator}1995.07  某校`)).toBe(`1991.09${written}1995.07  某校`);
});

test.each([
  ['1991.09--1995.07\t某校', '1991.09--1995.07  某校'],
  ['1991.09--1995.07　某校', '1991.09--1995.07  某校'],
  ['1991.09--1995.07某校', '1991.09--1995.07  某校'],
  ['1991--1995  某校', '1991--1995  某校'],
  ['2011.09-2-015.07  某局', '2011.09--2015.07  某局'],
  ['1991..09--1993.07  某局', '1991.09--1993.07  某局'],
  ['1991年9月至1995年7月 某局', '1991.09--1995.07  某局'],
  ['2020.04--至今  某局', '2020.04--         某局'],
  ['2020.04至今某局', '2020.04--         某局'],
  ['2020.04—  某局', '2020.04--         某局'],
])('%s is written as %s', (text, written) => {
  expect(normalizeResume(text)).toBe(written);
});

test.each([
  '2001.07到某局工作',
  '2018年被评为先进工作者',
  '2016年至2021年任第五届某区人大代表',
  '2001.07.15--2003.08.01  某局',
  '2003.13--2004.01  某局',
  '1991--95  某校',
  '1991.09-10某地集训',
])('%s is left as it is, because more than the separators would change', (text) => {
  expect(normalizeResume(text)).toBe(text);
});

test('a line of a segment keeps its notes, a paragraph below an empty line stands alone', () => {
  const text = `1990.09--1994.09  某校学习\n1994.09--         某局局长\n${indent}（其间：1995.01--1996.01挂职）\n\n第五届代表\n某区委员`;
  expect(parseResume(text)).toEqual([
    {
      from: '1990-09',
      to: '1994-09',
      open: false,
      text: '某校学习',
      raw: '1990.09--1994.09  某校学习',
      kind: 'segment',
    },
    {
      from: '1994-09',
      to: null,
      open: true,
      text: '某局局长\n（其间：1995.01--1996.01挂职）',
      raw: `1994.09--         某局局长\n${indent}（其间：1995.01--1996.01挂职）`,
      kind: 'segment',
    },
    {
      from: null,
      to: null,
      open: false,
      text: '第五届代表\n某区委员',
      raw: '\n第五届代表\n某区委员',
      kind: 'paragraph',
    },
  ]);
});

test('a résumé on one line is parted at its spans, not inside brackets or sentences', () => {
  const text = `1990.09--1994.09  某校学习1994.09--1997.02  某局（其间：1995.01--1996.01挂职），1996.02--1996.08借调${indent}（注）1997.02--         某局局长`;
  expect(parseResume(text).map((segment) => [segment.from, segment.text])).toEqual([
    ['1990-09', '某校学习'],
    ['1994-09', '某局（其间：1995.01--1996.01挂职），1996.02--1996.08借调\n（注）'],
    ['1997-02', '某局局长'],
  ]);
});
