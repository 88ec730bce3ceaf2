import { z } from 'zod';
import { bandSetSchema, operation } from '#platform/model';

const bandSetEntry = z.object({
  set: bandSetSchema,
  /** An edit names it; 0 is as delivered. */
  version: z.int(),
  /** Is there one as delivered, to which it can be reset? */
  isDefault: z.boolean(),
  /** Who edited it last, and when; null is nobody. */
  edited: z.object({ by: z.string(), at: z.string() }).nullable(),
});

/** The id of a band set, `age:standard`. */
const params = z.object({ id: z.string().max(120) });

export const listBandSets = operation({
  id: 'listBandSets',
  summary: '分段：系统提供的和本单位修改、增加的',
  method: 'GET',
  path: '/query/band-sets',
  permission: 'query:run',
  response: z.object({ items: z.array(bandSetEntry) }),
});

export const saveBandSet = operation({
  id: 'saveBandSet',
  summary: '修改或增加分段，对全体用户生效；版本不符时拒绝',
  method: 'PUT',
  path: '/query/band-sets/:id',
  permission: 'query:share',
  params,
  body: z.strictObject({ version: z.int().min(0), set: bandSetSchema }),
  response: z.object({ version: z.int() }),
});

export const resetBandSet = operation({
  id: 'resetBandSet',
  summary: '恢复系统提供的分段；本单位增加的则删除',
  method: 'DELETE',
  path: '/query/band-sets/:id',
  permission: 'query:share',
  params,
  response: z.object({}),
});
