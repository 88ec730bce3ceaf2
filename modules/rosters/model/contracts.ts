import { z } from 'zod';
import { operation } from '#platform/model';
import { rosterAnswer, rosterColumn, rosterSchema } from './roster.ts';

const params = z.object({ id: z.string() });
const date = z.iso.date('截止日期应为 2020-06-30 的格式');

const entry = z.object({
  id: z.string(),
  name: z.string(),
  /** An edit names it; it grows with every edit. */
  version: z.int(),
  updatedAt: z.string(),
  updatedByName: z.string(),
  columns: z.int(),
  /** The question in words. */
  sentence: z.string(),
});

export const listRosters = operation({
  id: 'listRosters',
  summary: '名册，按排定的次序',
  method: 'GET',
  path: '/rosters',
  permission: 'roster:read',
  response: z.object({ rosters: z.array(entry) }),
});

export const readRoster = operation({
  id: 'readRoster',
  summary: '打开一本名册',
  method: 'GET',
  path: '/rosters/:id',
  permission: 'roster:read',
  params,
  response: entry.extend({ roster: rosterAnswer }),
});

export const createRoster = operation({
  id: 'createRoster',
  summary: '新建名册',
  method: 'POST',
  path: '/rosters',
  permission: 'roster:edit',
  body: rosterSchema,
  response: z.object({ id: z.string(), version: z.int() }),
});

export const updateRoster = operation({
  id: 'updateRoster',
  summary: '修改名册；版本不符时拒绝',
  method: 'PUT',
  path: '/rosters/:id',
  permission: 'roster:edit',
  params,
  body: z.strictObject({ version: z.int(), roster: rosterSchema }),
  response: z.object({ version: z.int() }),
});

export const removeRoster = operation({
  id: 'removeRoster',
  summary: '删除名册；版本不符时拒绝',
  method: 'DELETE',
  path: '/rosters/:id',
  permission: 'roster:edit',
  params,
  body: z.strictObject({ version: z.int() }),
  response: z.object({}),
});

export const orderRosters = operation({
  id: 'orderRosters',
  summary: '排定名册的次序',
  method: 'PUT',
  path: '/rosters/order',
  permission: 'roster:edit',
  /** Those that are not named keep their order behind these. */
  body: z.strictObject({ ids: z.array(z.string()).max(1000) }),
  response: z.object({}),
});

/** A cell as it travels: text, a number, or the person whose photo stands there. */
const cell = z.union([z.string(), z.number(), z.object({ photoOf: z.string() })]);

const group = z.object({
  unit: z.string().nullable(),
  name: z.string(),
  count: z.int(),
  /** The number of its first person. */
  first: z.int(),
});

export const previewRoster = operation({
  id: 'previewRoster',
  summary: '预览名册：版式和其中一段人员',
  method: 'POST',
  path: '/rosters/preview',
  permission: 'roster:read',
  body: z.strictObject({
    roster: rosterSchema,
    /** Instead of the date that the roster names. */
    asOf: date.optional(),
    from: z.int().min(0).default(0),
    size: z.int().min(0).max(200).default(40),
  }),
  response: z.object({
    asOf: z.string(),
    count: z.int(),
    sentence: z.string(),
    columns: z.array(rosterColumn),
    /** Headings of columns that are left out because the reader may not see them. */
    hidden: z.array(z.string()),
    /** Of the whole book; empty when it is not grouped. */
    groups: z.array(group),
    rows: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('group'), group }),
        z.object({ kind: z.literal('person'), id: z.string(), cells: z.array(cell) }),
      ]),
    ),
  }),
});

/** 名册 as a table, 照片名册 as cards with photos, or a template of the office filled in. */
export const rosterForm = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['table', 'photos']), format: z.enum(['xlsx', 'docx', 'pdf']) }),
  z.strictObject({ kind: z.literal('template'), template: z.string() }),
]);
export type RosterForm = z.output<typeof rosterForm>;

const exportStatus = z.object({
  id: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  startedAt: z.string(),
  /** The name of the roster. */
  name: z.string(),
  done: z.int(),
  total: z.int(),
  fileName: z.string(),
  size: z.int(),
  /** Why it failed, or what could not be written as it is. */
  message: z.string(),
});
export type RosterExportStatus = z.output<typeof exportStatus>;

export const startRosterExport = operation({
  id: 'startRosterExport',
  summary: '导出名册：已存的一本，或随请求给出的',
  method: 'POST',
  path: '/rosters/exports',
  permission: 'roster:export',
  body: z.strictObject({
    source: z.union([z.strictObject({ id: z.string() }), z.strictObject({ roster: rosterSchema })]),
    asOf: date.optional(),
    form: rosterForm,
  }),
  response: exportStatus,
});

export const listRosterExports = operation({
  id: 'listRosterExports',
  summary: '自己近期导出的名册',
  method: 'GET',
  path: '/rosters/exports',
  permission: 'roster:export',
  response: z.object({ exports: z.array(exportStatus) }),
});

export const readRosterExport = operation({
  id: 'readRosterExport',
  summary: '名册导出的进度',
  method: 'GET',
  path: '/rosters/exports/:id',
  permission: 'roster:export',
  params,
  response: exportStatus,
});

export const removeRosterExport = operation({
  id: 'removeRosterExport',
  summary: '停止导出，或删除导出的文件',
  method: 'DELETE',
  path: '/rosters/exports/:id',
  permission: 'roster:export',
  params,
  response: z.object({}),
});

export const readRosterExportFile = {
  id: 'readRosterExportFile',
  summary: '下载导出的名册',
  path: '/rosters/exports/:id/file',
  permission: 'roster:export',
  params,
} as const;
