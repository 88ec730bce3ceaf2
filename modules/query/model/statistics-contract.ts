import { z } from 'zod';
import { conditionTree, operation } from '#platform/model';
import { answered, asked, groupKeySchema } from './asking.ts';

const share = z.number().nullable();

/**
 * One row or column of a table: a group, or with two keys on this side a pair of groups. `where` finds the people
 * counted in it, so that every number is a way to the names: `all` of the question, the row and the column.
 */
const axisItem = z.object({
  values: z.array(z.union([z.string(), z.number()]).nullable()),
  labels: z.array(z.string()),
  where: conditionTree,
});

const axis = z.object({
  keys: z.array(z.object({ field: z.string(), label: z.string() })),
  items: z.array(axisItem),
});

export const runStatistics = operation({
  id: 'runStatistics',
  summary: '统计：按一至三项交叉计数，带合计和百分比',
  method: 'POST',
  path: '/statistics',
  permission: 'query:run',
  body: z
    .strictObject({
      ...asked,
      rows: z.array(groupKeySchema).max(3),
      columns: z.array(groupKeySchema).max(3),
    })
    .refine(({ rows, columns }) => rows.length + columns.length >= 1, '请至少选择一个统计项')
    .refine(({ rows, columns }) => rows.length + columns.length <= 3, '统计项最多三个'),
  response: z.object({
    ...answered,
    sentence: z.string(),
    rows: axis,
    columns: axis,
    /** People, row by row; a side without keys has one item. */
    cells: z.array(z.array(z.int())),
    /** People of each row and column; nobody stands in two of them. */
    rowTotals: z.array(z.int()),
    columnTotals: z.array(z.int()),
    /**
     * Per cent with one decimal by largest remainder: the totals of `count`, the cells of their row. Each list sums to
     * 100.0; null where the base is 0.
     */
    rowPercents: z.array(share),
    columnPercents: z.array(share),
    cellPercents: z.array(z.array(share)),
  }),
});
