import { z } from 'zod';
import { operation, questionSchema, questionTree } from '#platform/model';
import { sortKeySchema } from './asking.ts';

const savedParams = z.object({ id: z.string() });
const savedName = z.string().trim().min(1, '请填写名称').max(80, '名称不能超过 80 个字');

/** What is shown of a saved question or list before it is opened. */
const savedEntry = z.object({
  id: z.string(),
  /** 查询方案 or 名单 */
  kind: z.enum(['question', 'list']),
  name: z.string(),
  shared: z.boolean(),
  mine: z.boolean(),
  ownerName: z.string(),
  /** An edit names it; it grows with every edit. */
  version: z.int(),
  updatedAt: z.string(),
  /** The question in words; how many people a list names. */
  sentence: z.string(),
  /** The account of its owner was closed and the reader may take it over (接管). */
  mayTakeOver: z.boolean(),
  /** Who took it over from whom last. */
  takenOver: z.object({ fromName: z.string(), byName: z.string(), at: z.string() }).optional(),
});

const view = {
  columns: z.array(z.string()).max(60).optional(),
  sort: z.array(sortKeySchema).max(6).optional(),
  /** Absent: as of the day on which it is opened. */
  asOf: z.iso.date('截止日期应为 2020-06-30 的格式').optional(),
};

/** People by id; a list may name everybody. */
const ids = z.array(z.string()).max(200_000);

/** 共享 needs the permission `query:share`. */
const savedBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('question'),
    name: savedName,
    shared: z.boolean(),
    question: questionSchema,
    ...view,
  }),
  z.strictObject({ kind: z.literal('list'), name: savedName, shared: z.boolean(), ids, ...view }),
]);

export const listSavedQueries = operation({
  id: 'listSavedQueries',
  summary: '已存的查询方案和名单：自己的和共享的',
  method: 'GET',
  path: '/query/saved',
  permission: 'query:run',
  response: z.object({ items: z.array(savedEntry) }),
});

export const readSavedQuery = operation({
  id: 'readSavedQuery',
  summary: '打开一个查询方案或名单',
  method: 'GET',
  path: '/query/saved/:id',
  permission: 'query:run',
  params: savedParams,
  response: savedEntry.extend({
    question: questionTree.optional(),
    ids: z.array(z.string()).optional(),
    ...view,
  }),
});

export const createSavedQuery = operation({
  id: 'createSavedQuery',
  summary: '保存查询方案或名单',
  method: 'POST',
  path: '/query/saved',
  permission: 'query:run',
  body: savedBody,
  response: z.object({ id: z.string(), version: z.int() }),
});

export const updateSavedQuery = operation({
  id: 'updateSavedQuery',
  summary: '修改自己的查询方案或名单；版本不符时拒绝',
  method: 'PUT',
  path: '/query/saved/:id',
  permission: 'query:run',
  params: savedParams,
  body: z.strictObject({ version: z.int(), saved: savedBody }),
  response: z.object({ version: z.int() }),
});

export const removeSavedQuery = operation({
  id: 'removeSavedQuery',
  summary: '删除自己的查询方案或名单；仍被引用时拒绝',
  method: 'DELETE',
  path: '/query/saved/:id',
  permission: 'query:run',
  params: savedParams,
  response: z.object({}),
});

export const takeOverSavedQuery = operation({
  id: 'takeOverSavedQuery',
  summary: '接管已停用账户共享的查询方案或名单，接管后可以修改、删除；版本不符时拒绝',
  method: 'POST',
  path: '/query/saved/:id/takeover',
  permission: 'query:share',
  params: savedParams,
  body: z.strictObject({ version: z.int() }),
  response: z.object({ version: z.int() }),
});

const recentQuery = z.object({
  at: z.string(),
  question: questionTree,
  asOf: z.string().optional(),
  sentence: z.string(),
});

export const listRecentQueries = operation({
  id: 'listRecentQueries',
  summary: '自己最近的查询，最新的在前',
  method: 'GET',
  path: '/query/recent',
  permission: 'query:run',
  response: z.object({ recents: z.array(recentQuery) }),
});

/** The page says which questions are worth remembering: not every key press is one. */
export const rememberQuery = operation({
  id: 'rememberQuery',
  summary: '记下一次查询',
  method: 'POST',
  path: '/query/recent',
  permission: 'query:run',
  body: z.strictObject({
    question: questionSchema,
    asOf: z.iso.date('截止日期应为 2020-06-30 的格式').optional(),
  }),
  response: z.object({}),
});

export const forgetQueries = operation({
  id: 'forgetQueries',
  summary: '清除自己最近的查询',
  method: 'DELETE',
  path: '/query/recent',
  permission: 'query:run',
  response: z.object({}),
});
