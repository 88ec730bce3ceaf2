import { z } from 'zod';
import { operation } from '#platform/model';
import { datedText } from './dated-text.ts';

/** A unit as the tree shows it. */
export const unitNode = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  /** The id of the unit above; null for the topmost. */
  parent: z.string().nullable(),
  depth: z.number().int(),
  /** 法人单位标识: 1 unit, 2 internal office, 3 grouping row */
  kindCode: z.string().nullable(),
  pinyin: z.string(),
  /** It has ended: abolished, or merged into another. */
  abolished: z.boolean().optional(),
  /** The names that it no longer bears, the newest first. */
  formerNames: z.array(z.string()).optional(),
});
export type UnitNode = z.infer<typeof unitNode>;

export const listUnits = operation({
  id: 'listUnits',
  summary: '机构树，按法定次序；已撤销的机构带标记',
  method: 'GET',
  path: '/units',
  permission: 'unit:read',
  response: z.object({ units: z.array(unitNode) }),
});

/** Small where the tree is large: who keeps the tree asks whether it is still the same. */
export const readUnitsVersion = operation({
  id: 'readUnitsVersion',
  summary: '机构树的版本：机构没有变动时不变',
  method: 'GET',
  path: '/units/version',
  permission: 'unit:read',
  response: z.object({ version: z.string() }),
});

export const listUnitsOn = operation({
  id: 'listUnitsOn',
  summary: '某一天的机构树：当时的名称和隶属；当时尚未设立的不列，已撤销的带标记',
  method: 'GET',
  path: '/units/on/:date',
  permission: 'unit:read',
  params: z.object({ date: datedText.length(10, '日期应为 2019-03-15 的格式') }),
  response: z.object({ units: z.array(unitNode) }),
});

export const createUnit = operation({
  id: 'createUnit',
  summary: '新增机构；写明设立时间的，同时记入沿革',
  method: 'POST',
  path: '/units',
  permission: 'unit:edit',
  body: z.object({
    name: z.string().trim().min(1, '请填写机构名称').max(200, '机构名称不能超过 200 个字'),
    parent: z.string().nullable(),
    shortName: z.string().trim().max(200).optional(),
    kindCode: z.string().max(1).optional(),
    levelCode: z.string().max(8).optional(),
    foundedOn: datedText.optional(),
    documentNo: z.string().trim().max(60).optional(),
    remark: z.string().trim().max(500).optional(),
  }),
  response: z.object({ id: z.string() }),
});

export const orderUnits = operation({
  id: 'orderUnits',
  summary: '调整同级机构的次序',
  method: 'PUT',
  path: '/units/order',
  permission: 'unit:edit',
  body: z.object({
    parent: z.string().nullable(),
    /** All units directly below, in the wanted order. */
    ids: z.array(z.string()).min(2).max(2_000),
  }),
  response: z.object({ change: z.string() }),
});
