import { expect, test } from 'vitest';
import { rosterTable, statisticsTable } from '../../test-tables.ts';
import type { PrintedTable, TableNote, TableRow } from '../../table/printed-table.ts';
import { defaultFontFolders } from '../font-files.ts';
import { readBack } from '../read-back.ts';
import { drawingOf, pagesOf, textOf } from '../read-pages.ts';
import { writeTablePdf } from './table-pdf.ts';

const options = { fontFolders: defaultFontFolders() };

interface Written {
  /** What stands on each page, as a reader would copy it. */
  readonly pages: readonly string[];
  /** Where the texts of each page begin, from the lower edge, in the order drawn. */
  readonly heights: readonly (readonly number[])[];
  /** Width and height of each page, points. */
  readonly sheets: readonly (readonly number[])[];
  readonly notes: readonly TableNote[];
}

async function written(...tables: PrintedTable[]): Promise<Written> {
  const pdf = writeTablePdf({ tables }, options);
  const back = readBack(Buffer.concat(await Array.fromAsync(pdf)));
  const pages = pagesOf(back);
  return {
    pages: pages.map((page) => textOf(back, page)),
    heights: pages.map((page) =>
      Array.from(drawingOf(back, page).matchAll(/1 0 0 1 [\d.]+ ([\d.]+) Tm/g), ([, y]) => Number(y)),
    ),
    sheets: pages.map((page) =>
      (/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []).slice(1).map((side) => Math.round(Number(side))),
    ),
    notes: pdf.notes,
  };
}

/** A table of one column of some Chinese characters' width, in 10.5 points. */
function column(rows: readonly (string | TableRow)[], width = 20): PrintedTable {
  return {
    titles: [],
    columns: [{ width, style: { align: 'left' } }, { width: 80 - width }],
    head: [{ cells: ['表头', '空栏'] }],
    rows: rows.map((row) => (typeof row === 'string' ? { cells: [row] } : row)),
    page: { orientation: 'portrait' },
  };
}

test('a roster over pages: everybody once, the head and the page number on each', async () => {
  const { pages, notes, sheets } = await written(rosterTable(120));
  expect(notes).toEqual([]);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages[0]).toContain('样板区领导干部名册（区管正处级）截止时间：2026年10月31日');
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('序号姓名公民身份号码性别现任职务备注');
    expect(page).toContain(`第 ${index + 1} 页共 ${pages.length} 页`);
    expect(sheets[index]).toEqual([595, 842]);
  }
  const all = pages.join('');
  const people = Array.from({ length: 120 }, (_, index) => `甲${index + 1}1101011972110${index % 10}123X`);
  expect(people.filter((each) => all.split(each).length !== 2)).toEqual([]);
});

test('several tables, each on a page of its own; the sheet follows the width of the columns', async () => {
  const wide = (columns: number): PrintedTable => ({
    ...column([]),
    columns: Array.from({ length: columns }, () => ({ width: 12 })),
    head: [{ cells: Array.from({ length: columns }, (_, index) => `第${index}列`) }],
    rows: [{ cells: ['一', 2, null] }],
  });
  const { pages, sheets } = await written(statisticsTable, wide(6), wide(12), wide(20), wide(40));
  expect(sheets).toEqual([
    [842, 595],
    [595, 842],
    [842, 595],
    [1191, 842],
    [1191, 842],
  ]);
  expect(pages[0]).toContain('单位类别总数性别学历女男研究生大学合计100100.0%3030.0%');
  expect(pages[0]).toContain('各项之和为100.0%。');
  expect(pages[4]).toContain('第 5 页共 5 页');
});

test('lines are broken by the rules of Chinese: no comma begins one, no bracket ends one', async () => {
  const text = '甲乙丙丁戊己庚辛壬癸，（甲乙）丙丁戊己庚辛壬，癸甲乙丙丁戊己庚辛；壬癸';
  for (let width = 6; width <= 40; width += 1) {
    const back = readBack(
      Buffer.concat(await Array.fromAsync(writeTablePdf({ tables: [column([text], width)] }, options))),
    );
    const [page = ''] = pagesOf(back);
    expect(textOf(back, page)).toContain(text);
    const lines = linesOf(drawingOf(back, page), textOf(back, page));
    expect(lines.filter((line) => /^[，。；、）]|[（]$/.test(line))).toEqual([]);
  }
});

/** The text of a page line by line, by how many characters each `Tm` draws. */
function linesOf(drawing: string, text: string): string[] {
  const characters = Array.from(text);
  return drawing
    .split(' Tm')
    .slice(1)
    .map((part) => {
      const codes = [...part.matchAll(/<(\w+)>/g)].reduce((sum, [, code = '']) => sum + code.length / 4, 0);
      return characters.splice(0, codes).join('');
    });
}

test('a row stays whole; one that is higher than a page goes on over pages and loses nothing', async () => {
  const sentence = (index: number) => `第${index}人任样板区委常委、区人民政府党组副书记、常务副区长`;
  const short = Array.from({ length: 60 }, (_, index) => sentence(index));
  const whole = await written(column(short));
  expect(whole.pages.length).toBeGreaterThan(2);
  for (const each of short) expect(whole.pages.filter((page) => page.includes(each))).toHaveLength(1);
  const long = Array.from({ length: 150 }, (_, index) => sentence(index)).join('；');
  const divided = await written(column([...short.slice(0, 3), long, '末行']));
  expect(divided.pages.length).toBeGreaterThan(2);
  const bare = (text: string) => text.replaceAll(/表头空栏|第 \d+ 页共 \d+ 页/g, '');
  expect(bare(divided.pages.join(''))).toBe([...short.slice(0, 3), long, '末行'].join(''));
  const lowest = divided.heights.map((heights) => Math.min(...heights.filter((y) => y > 40)));
  expect(Math.min(...lowest)).toBeGreaterThan(50);
});

test('a heading in the table is never the last on a page', async () => {
  const rows = Array.from({ length: 399 }, (_, index): TableRow =>
    index % 7 === 0
      ? { cells: [{ value: `第${index}组`, columnSpan: 2 }], keepWithNext: true }
      : { cells: [`人${index}`] },
  );
  const { pages } = await written(column(rows));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((page) => /组第 \d+ 页/.test(page))).toEqual([]);
});

test('rows are taken as pages are taken, however many there are', async () => {
  let taken = 0;
  function* rows(): Generator<TableRow> {
    for (; taken < 100_000; taken += 1) yield { cells: [`某${taken}`, taken] };
  }
  const pieces = writeTablePdf({ tables: [{ ...column([]), rows: rows() }] }, options)[
    Symbol.asyncIterator
  ]();
  await pieces.next();
  await pieces.next();
  expect(taken).toBeGreaterThan(100);
  expect(taken).toBeLessThan(400);
});

test('what is not in the file is told with its place; what cannot be written is refused', async () => {
  const rows: TableRow[] = [
    { cells: ['张\ue000', 'a\u0001'] },
    { cells: [{ picture: Buffer.from('no picture') }, 1] },
  ];
  expect((await written(column(rows))).notes).toEqual([
    { kind: 'controlCharacter', place: '第 1 行第 2 列' },
    { kind: 'missingCharacter', place: '第 1 行第 1 列', text: '\ue000' },
    { kind: 'picture', place: '第 2 行第 1 列' },
  ]);
  await expect(written(column([{ cells: [Number.NaN] }]))).rejects.toMatchObject({ code: 'cell-number' });
  await expect(written({ ...column([]), columns: [] })).rejects.toMatchObject({ code: 'table-too-large' });
  const head = [{ cells: ['长'.repeat(3000)] }];
  await expect(written({ ...column(['a']), head })).rejects.toMatchObject({ code: 'table-shape' });
});

test('a cell over several rows has the room of all of them', async () => {
  const merged = { value: '合并的单元格'.repeat(8), rowSpan: 3 };
  const { pages, heights } = await written(
    column([{ cells: ['a', merged] }, { cells: ['b'] }, { cells: ['c'] }], 60),
  );
  expect(pages[0]).toContain('合并的单元格'.repeat(8));
  expect(new Set(heights[0]).size).toBeGreaterThan(4);
});
