import { z } from 'zod';
import { operation } from '#platform/model';

const matchReason = z.enum(['code', 'name', 'short-name', 'former-name', 'similar']);

/** A unit that a name in a file may mean, as an operator chooses it. */
export const unitChoice = z.object({
  id: z.string(),
  name: z.string(),
  path: z.array(z.string()),
  reason: matchReason,
  abolished: z.boolean(),
});
export type UnitChoice = z.infer<typeof unitChoice>;

export const matchUnits = operation({
  id: 'matchUnits',
  summary: '按编码和名称在机构树中查找：能确定的给出机构，不能确定的给出候选',
  method: 'POST',
  path: '/unit-matches/find',
  permission: 'unit:read',
  body: z.object({
    units: z
      .array(
        z.object({
          code: z.string().max(68).optional(),
          name: z.string().max(200),
          above: z.string().max(200).optional(),
        }),
      )
      .max(500),
  }),
  response: z.object({
    units: z.array(
      z.object({
        /** The unit, where it is clear; null where the operator said that it is none of ours. */
        unit: z.string().nullable().optional(),
        by: z.enum(['remembered', ...matchReason.options]).optional(),
        candidates: z.array(unitChoice),
      }),
    ),
  }),
});

export const listUnitMatches = operation({
  id: 'listUnitMatches',
  summary: '已记住的机构名称对应',
  method: 'GET',
  path: '/unit-matches',
  permission: 'unit:read',
  response: z.object({
    matches: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        name: z.string(),
        /** Null: none of ours. */
        unit: z.string().nullable(),
        chosenAt: z.string(),
        chosenBy: z.string(),
      }),
    ),
  }),
});

export const saveUnitMatch = operation({
  id: 'saveUnitMatch',
  summary: '记住一个机构名称对应哪个机构，以后导入不再询问',
  method: 'PUT',
  path: '/unit-matches',
  permission: 'unit:edit',
  body: z.object({
    code: z.string().trim().max(68).default(''),
    name: z.string().trim().min(1, '请填写机构名称').max(200),
    unit: z.string().nullable(),
  }),
  response: z.object({}),
});

export const forgetUnitMatch = operation({
  id: 'forgetUnitMatch',
  summary: '删除一条已记住的机构名称对应',
  method: 'DELETE',
  path: '/unit-matches/:id',
  permission: 'unit:edit',
  params: z.object({ id: z.string() }),
  response: z.object({}),
});
