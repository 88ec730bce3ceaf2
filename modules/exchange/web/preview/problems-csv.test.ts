import { expect, test } from 'vitest';
import { problemsCsv } from './problems-csv.ts';

const problem = {
  file: '甲.lrmx',
  level: 'warning',
  code: 'x',
  field: '民族',
  value: '汉',
  message: '已补全',
} as const;

test('one line a problem below a heading, with a byte order mark for Excel', () => {
  expect(problemsCsv([problem])).toBe('\uFEFF文件,程度,原值,说明\r\n甲.lrmx,提醒,汉,已补全\r\n');
});

test('commas, quotes and line breaks stay inside their cell', () => {
  const csv = problemsCsv([{ ...problem, value: '甲,"乙"\n丙' }]);
  expect(csv).toContain('提醒,"甲,""乙""\n丙",已补全');
});

test('a spreadsheet neither computes nor rounds a value', () => {
  const csv = problemsCsv([
    { ...problem, value: '=1+1' },
    { ...problem, value: '999001197211050014' },
    { ...problem, value: '99900119721105001X' },
  ]);
  expect(csv).toContain(',\t=1+1,');
  expect(csv).toContain(',\t999001197211050014,');
  expect(csv).toContain(',\t99900119721105001X,');
});
