import { z } from 'zod';
import { operation } from '#platform/model';
import { tableAnswer } from '../contracts.ts';
import { ownTableSpec, tableName } from './own-table-spec.ts';

export const countOwnTable = operation({
  id: 'countOwnTable',
  summary: '自定义统计表：按所选统计项和统计范围计数',
  method: 'POST',
  path: '/statistics/own/count',
  permission: 'query:run',
  body: z.strictObject({
    spec: ownTableSpec,
    asOf: z.iso.date('截止日期应为 2020-06-30 的格式').optional(),
  }),
  response: tableAnswer,
});

const savedTable = z.object({
  id: z.string(),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  ownerName: z.string(),
  /** An edit names it; it grows with every edit. */
  version: z.int(),
  updatedAt: z.string(),
  spec: ownTableSpec,
});
export type SavedTable = z.output<typeof savedTable>;

const params = z.object({ id: z.string().max(60) });

/** 共享 needs the permission `query:share`. */
const body = z.strictObject({ name: tableName, shared: z.boolean(), spec: ownTableSpec });
export type SavedTableContent = z.output<typeof body>;

export const listOwnTables = operation({
  id: 'listOwnTables',
  summary: '已存的自定义统计表：自己的和共享的',
  method: 'GET',
  path: '/statistics/own',
  permission: 'query:run',
  response: z.object({ items: z.array(savedTable) }),
});

export const createOwnTable = operation({
  id: 'createOwnTable',
  summary: '保存自定义统计表',
  method: 'POST',
  path: '/statistics/own',
  permission: 'query:run',
  body,
  response: z.object({ id: z.string(), version: z.int() }),
});

export const updateOwnTable = operation({
  id: 'updateOwnTable',
  summary: '修改自己的自定义统计表：内容、名称、是否共享；版本不符时拒绝',
  method: 'PUT',
  path: '/statistics/own/:id',
  permission: 'query:run',
  params,
  body: z.strictObject({ version: z.int(), table: body }),
  response: z.object({ version: z.int() }),
});

export const removeOwnTable = operation({
  id: 'removeOwnTable',
  summary: '删除自己的自定义统计表',
  method: 'DELETE',
  path: '/statistics/own/:id',
  permission: 'query:run',
  params,
  response: z.object({}),
});
