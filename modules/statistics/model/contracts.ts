import { z } from 'zod';
import { conditionTree, operation } from '#platform/model';
import { ownTableSpec } from './own/own-table-spec.ts';
import { tableFamilies } from './standard-table.ts';

const asOf = z.iso.date('截止日期应为 2020-06-30 的格式').optional();

/** Per cent with one decimal; null where the base is 0, which is shown as —. */
const share = z.number().nullable();

/** Years with one decimal, from full months; null where nobody's birth is known. */
const average = z.number().nullable();

/** A row or column; `where` finds its people, together with the question of the table. */
const head = z.object({ label: z.string(), where: conditionTree });

export const tableAnswer = z.object({
  id: z.string(),
  title: z.string(),
  /** The reference date (截止时间). */
  asOf: z.string(),
  /** When it was counted, an ISO instant. */
  generatedAt: z.string(),
  /** The name of the unit with all below it that it was limited to; null is everything within reach. */
  unit: z.string().nullable(),
  /** Who is counted, in words: 全部在职干部. */
  scope: z.string(),
  version: z.int(),
  /** People counted, each once. */
  count: z.int(),
  population: z.enum(['all', 'current', 'serving']),
  /** Who of the population is counted at all; null is everybody in it. */
  where: conditionTree.nullable(),
  rowHead: z.string(),
  rows: z.array(head),
  groups: z.array(
    z.object({
      head: z.string(),
      /** Everybody is in one column of a partition; marks may count somebody in several columns or in none. */
      kind: z.enum(['partition', 'marks']),
      columns: z.array(head),
    }),
  ),
  /** Row by row, the columns of all groups one after another. */
  cells: z.array(z.array(z.int())),
  /** Of the people of the row; those of a partition add up to 100.0. */
  shares: z.array(z.array(share)),
  rowTotals: z.array(z.int()),
  /** Of all people counted; they add up to 100.0. */
  rowShares: z.array(share),
  columnTotals: z.array(z.int()),
  columnShares: z.array(share),
  /**
   * Years with one decimal, of all people, of each row, and where every cell was asked for, of each column and cell: each
   * of them the average of its people, not of other averages. Null as a whole when nobody asked for them.
   */
  averageAges: z
    .object({
      total: average,
      rows: z.array(average),
      columns: z.array(average).optional(),
      cells: z.array(z.array(average)).optional(),
    })
    .nullable(),
});
export type TableAnswer = z.output<typeof tableAnswer>;

/** What a table is asked with; numbers on paper and on the screen come from the same question. */
const tableQuestion = { asOf, unit: z.string().max(60).optional() };

export const listStandardTables = operation({
  id: 'listStandardTables',
  summary: '标准统计表目录',
  method: 'GET',
  path: '/statistics/tables',
  permission: 'query:run',
  response: z.object({
    tables: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        about: z.string(),
        family: z.enum(tableFamilies),
        /** Rows are units: their average ages may be asked for. */
        byUnits: z.boolean(),
      }),
    ),
  }),
});

export const readStandardTable = operation({
  id: 'readStandardTable',
  summary: '一张标准统计表：各格人数、占比，和查出名单的条件',
  method: 'POST',
  path: '/statistics/tables/:id',
  permission: 'query:run',
  params: z.object({ id: z.string().max(40) }),
  body: z.strictObject({ ...tableQuestion, averageAge: z.boolean().default(false) }),
  response: tableAnswer,
});

export const exportTable = operation({
  id: 'exportStatistics',
  summary: '导出一张标准或自定义统计表（Excel 或 Word），十分钟内取文件',
  method: 'POST',
  path: '/statistics/export',
  permission: 'query:run',
  body: z
    .strictObject({
      ...tableQuestion,
      /** The id of a standard table, or what an own one counts. */
      table: z.string().max(40).optional(),
      own: ownTableSpec.optional(),
      format: z.enum(['xlsx', 'docx']),
      /** Shares beside the numbers. */
      shares: z.boolean().default(false),
      /** A column 平均年龄, of standard tables; an own table says so itself. */
      averageAge: z.boolean().default(false),
    })
    .refine(({ table, own }) => (table === undefined) !== (own === undefined), '请指定一张统计表'),
  response: z.object({ file: z.string() }),
});

export const readStatisticsFile = {
  id: 'readStatisticsFile',
  summary: '取导出的统计表',
  path: '/statistics/export/:id',
  permission: 'query:run',
  params: z.object({ id: z.string().max(60) }),
} as const;
