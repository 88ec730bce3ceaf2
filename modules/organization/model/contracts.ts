import { z } from 'zod';
import { operation } from '#platform/model';

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
});
export type UnitNode = z.infer<typeof unitNode>;

export const listUnits = operation({
  id: 'listUnits',
  summary: '机构树，按法定次序',
  method: 'GET',
  path: '/units',
  permission: 'unit:read',
  response: z.object({ units: z.array(unitNode) }),
});

export const createUnit = operation({
  id: 'createUnit',
  summary: '新增机构',
  method: 'POST',
  path: '/units',
  permission: 'unit:edit',
  body: z.object({
    name: z.string().trim().min(1, '请填写机构名称').max(200, '机构名称不能超过 200 个字'),
    parent: z.string().nullable(),
  }),
  response: z.object({ id: z.string() }),
});
