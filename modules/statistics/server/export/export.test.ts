import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { runStatisticsFor } from '#modules/query/server';
import { ownTable, ownTableSpec, standardTables } from '#modules/statistics';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { countOwnTableFor } from '../own/count-own-table.ts';
import { countTable } from '../tables/count-table.ts';
import { StatisticsFiles } from './export-desk.ts';
import { paperBlocks, printedTable, stackedTable } from './printed-table.ts';

const clerk = actorOf('科员');

async function answerOf(id: string) {
  const { store, tables } = await openQueryOffice(120);
  const table = standardTables.find((each) => each.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return countTable(store, tables, clerk, table, { asOf: '2026-06-30' });
}

async function openFiles(): Promise<StatisticsFiles> {
  return new StatisticsFiles((await openQueryOffice(120)).store);
}

describe('a table on paper', () => {
  it('has heads that cover its columns, and a line for the total and every row', async () => {
    const answer = await answerOf('force');
    for (const withShares of [false, true]) {
      const { head, rows, columns, subLine } = printedTable(answer, withShares);
      const counted = 1 + answer.groups.reduce((sum, group) => sum + group.columns.length, 0);
      const width = 1 + counted * (withShares ? 2 : 1);
      const lines = [...(rows as Iterable<(typeof head)[number]>)];
      const spans = (head[0]?.cells ?? []).map((cell) =>
        typeof cell === 'object' && cell !== null ? (cell.columnSpan ?? 1) : 1,
      );
      expect(spans.reduce((sum, one) => sum + one, 0)).toBe(width);
      expect(columns).toHaveLength(width);
      expect(lines).toHaveLength(answer.rows.length + 1);
      expect(new Set(lines.map(({ cells }) => cells.length))).toEqual(new Set([width]));
      expect(subLine?.right).toContain('2026');
    }
  });

  it('is made as a sheet and as a Word file, for who asked and nobody else', async () => {
    const answer = await answerOf('age-level');
    const files = await openFiles();
    for (const [format, part] of [
      ['xlsx', 'xl/worksheets/sheet1.xml'],
      ['docx', 'word/document.xml'],
    ] as const) {
      const id = await files.make(clerk, answer, format, true);
      const { data, fileName } = await files.take(clerk, id);
      expect(fileName).toBe(`年龄与职务层次（截至2026-06-30）.${format}`);
      const xml = new TextDecoder().decode(unzipSync(data as Uint8Array)[part]);
      expect(xml).toContain('乡科级正职');
      expect(xml).toContain('生成时间');
      await expect(files.take(actorOf('别人'), id)).rejects.toThrow(/没有找到|不存在/);
    }
  });

  it('may be an own table', async () => {
    const { store, tables } = await openQueryOffice(120);
    const counted = await runStatisticsFor(store, tables, clerk, {
      question: {},
      rows: [{ field: 'age', bands: 'age:standard' }],
      columns: [{ field: 'A01.sexCode' }, { field: 'isParty' }],
    });
    const table = printedTable(
      ownTable(counted, { question: {}, scope: '全部在职干部', generatedAt: '2026-06-30T08:00:00.000Z' }),
      false,
    );
    const lines = [...(table.rows as Iterable<{ cells: readonly unknown[] }>)];
    expect(table.titles[0]?.text).toBe('年龄 × 性别、是否中共党员');
    expect(lines[0]?.cells.slice(0, 2)).toEqual(['合计', counted.count]);
    expect(new Set(lines.map(({ cells }) => cells.length))).toEqual(new Set([table.columns.length]));
  });

  it('that is wide is divided into parts that hold every number once, below each other in a Word file', async () => {
    const answer = await answerOf('force');
    for (const withShares of [false, true]) {
      const blocks = paperBlocks(answer, withShares);
      expect(blocks.length).toBeGreaterThan(1);
      const { head, rows, columns } = stackedTable(answer, withShares, blocks);
      const lines = [...(rows as Iterable<{ cells: readonly unknown[] }>)];
      expect(head).toEqual([]);
      expect(columns.length).toBeLessThan(20);
      const values = lines.flatMap(({ cells }) =>
        cells[0] === '合计' ? cells.slice(withShares ? 3 : 2) : [],
      );
      const numbers = values.filter((cell) => typeof cell === 'number');
      expect(numbers).toEqual(answer.columnTotals);
    }
    const files = await openFiles();
    const id = await files.make(clerk, answer, 'docx', true);
    expect(id).not.toBe('');
  });

  it('that is wide has a sheet as on the screen and sheets to print', async () => {
    const answer = await answerOf('force');
    const files = await openFiles();
    const { data } = await files.take(clerk, await files.make(clerk, answer, 'xlsx', false));
    const parts = unzipSync(data as Uint8Array);
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(1 + paperBlocks(answer, false).length);
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).toContain('打印请用后面的分页');
  });

  it('has average ages with one decimal when they were asked for', async () => {
    const { store, tables } = await openQueryOffice(120);
    const table = standardTables.find(({ id }) => id === 'analysis');
    if (!table) throw new Error('the table is there');
    const answer = await countTable(store, tables, clerk, table, { asOf: '2026-06-30', averageAge: true });
    const { rows, columns } = printedTable(answer, false);
    const [first, ...others] = [...(rows as Iterable<{ cells: readonly unknown[] }>)];
    expect(first?.cells[2]).toEqual({ value: answer.averageAges?.total, style: { format: '0.0' } });
    expect(others).toHaveLength(answer.rows.length);
    expect(first?.cells).toHaveLength(columns.length);
  });

  it('may have the average age beside every number, each the average of its people', async () => {
    const { store, tables } = await openQueryOffice(120);
    const spec = ownTableSpec.parse({
      rows: [{ field: 'age', bands: 'age:standard' }],
      columns: [{ field: 'A01.sexCode' }],
      measure: 'averageAge',
    });
    const answer = await countOwnTableFor(store, tables, clerk, { spec, asOf: '2026-06-30' });
    const { head, rows, columns } = printedTable(answer, false);
    const [whole, first] = [...(rows as Iterable<{ cells: readonly unknown[] }>)];
    const { total, rows: own = [], columns: sums = [], cells = [] } = answer.averageAges ?? {};
    const age = (value: number | null | undefined) =>
      typeof value === 'number' ? { value, style: { format: '0.0' } } : '—';
    expect(head.at(-1)?.cells.slice(0, 4)).toEqual(['人数', '平均年龄', '人数', '平均年龄']);
    expect(whole?.cells).toHaveLength(columns.length);
    expect(whole?.cells.slice(0, 5)).toEqual([
      '合计',
      answer.count,
      age(total),
      answer.columnTotals[0],
      age(sums[0]),
    ]);
    expect(first?.cells.slice(1, 5)).toEqual([
      answer.rowTotals[0],
      age(own[0]),
      answer.cells[0]?.[0],
      age(cells[0]?.[0]),
    ]);
    for (const format of ['xlsx', 'docx'] as const) {
      const files = new StatisticsFiles(store);
      const { data } = await files.take(clerk, await files.make(clerk, answer, format, false));
      const parts = unzipSync(data as Uint8Array);
      const xml = new TextDecoder().decode(
        parts[format === 'xlsx' ? 'xl/worksheets/sheet1.xml' : 'word/document.xml'],
      );
      expect(xml).toContain('平均年龄');
      expect(xml).toContain(format === 'xlsx' ? `>${total}<` : (total ?? 0).toFixed(1));
    }
  });

  it('with too many columns for Word is refused with what to do', async () => {
    const answer = await answerOf('force');
    const wide = {
      ...answer,
      groups: [...answer.groups, ...answer.groups],
      rows: Array.from({ length: 16 }, () => ({ label: '', where: { op: 'all' as const, of: [] } })),
    };
    const files = await openFiles();
    await expect(files.make(clerk, wide, 'docx', true)).rejects.toMatchObject({
      code: 'table-too-wide',
    });
  });
});
