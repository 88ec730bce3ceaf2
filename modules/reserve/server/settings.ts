import { z } from 'zod';
import { can, errors, type Actor } from '#platform/model';
import { readSetting, type OfficeSetting, type SettingKind, type Store } from '#platform/server';
import {
  deliveredPools,
  deliveredTags,
  poolSchema,
  tagList,
  type Pool,
  type TagList,
} from '#modules/reserve';

export const poolsSetting: SettingKind<readonly Pool[]> = {
  id: 'reserve-pools',
  delivered: deliveredPools,
  parse: (stored) => z.array(poolSchema).parse(stored),
};

export const tagsSetting: SettingKind<TagList> = {
  id: 'reserve-tags',
  delivered: deliveredTags,
  parse: (stored) => tagList.parse(stored),
};

export function readPools(store: Store): Promise<OfficeSetting<readonly Pool[]>> {
  return readSetting(store.db, poolsSetting);
}

export async function requirePool(store: Store, id: string): Promise<Pool> {
  const { content } = await readPools(store);
  const pool = content.find((each) => each.id === id);
  if (!pool) throw errors.notFound('这个后备库');
  return pool;
}

/** Who is in a pool is sensitive: whoever may not see sensitive fields sees nothing of it. */
export function requireSight(actor: Actor): void {
  if (!can(actor, 'cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}
