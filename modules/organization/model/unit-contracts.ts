import { z } from 'zod';
import { operation, recordRowSchema, storedSetSchema } from '#platform/model';
import { datedText } from './dated-text.ts';

const unitParams = z.object({ id: z.string() });
const namedUnit = z.object({ id: z.string(), name: z.string() });

/** The sets of a unit that belong to quotas; the others are its own. */
export const quotaSets: readonly string[] = ['PS01', 'QT01', 'HC01'];

export const readUnit = operation({
  id: 'readUnit',
  summary: '一个机构：信息集、路径、曾用名、下级；给出日期时为当时的状况',
  method: 'GET',
  path: '/units/:id',
  permission: 'unit:read',
  params: unitParams,
  query: z.object({ asOf: datedText.length(10).optional() }),
  response: z.object({
    id: z.string(),
    /** Of the day asked for; without one of today. */
    name: z.string(),
    shortName: z.string(),
    kindCode: z.string().nullable(),
    levelCode: z.string().nullable(),
    life: z.enum(['living', 'not-founded', 'abolished']),
    /** How it ended, if it has. */
    end: z.object({ on: z.string(), merged: z.boolean(), successor: namedUnit.nullable() }).nullable(),
    /** From the topmost unit down to the one above. */
    path: z.array(namedUnit),
    /** In statutory order. */
    children: z.array(
      namedUnit.extend({
        kindCode: z.string().nullable(),
        abolished: z.boolean(),
      }),
    ),
    /** All names, the oldest first; the last is that of today. */
    names: z.array(z.object({ name: z.string(), from: z.string().nullable(), until: z.string().nullable() })),
    /** The units that were merged into this one, or whose work it took over. */
    predecessors: z.array(namedUnit),
    /** As stored today. */
    sets: z.record(z.string(), storedSetSchema),
  }),
});

const editBody = z.object({
  version: z.number().int().min(0),
  rows: z.array(recordRowSchema).max(2000),
  reason: z.string().max(500).optional(),
});
const setParams = z.object({ id: z.string(), set: z.string() });

export const editUnitSet = operation({
  id: 'editUnitSet',
  summary: '保存一个机构的基本信息或沿革；版本不符时返回双方内容',
  method: 'PUT',
  path: '/units/:id/sets/:set',
  permission: 'unit:edit',
  params: setParams,
  body: editBody,
  response: z.object({ version: z.number().int() }),
});

export const editQuotaSet = operation({
  id: 'editQuotaSet',
  summary: '保存一个机构的职位、核定职数或核定编制；版本不符时返回双方内容',
  method: 'PUT',
  path: '/units/:id/quota-sets/:set',
  permission: 'quota:edit',
  params: setParams,
  body: editBody,
  response: z.object({ version: z.number().int() }),
});

const dated = {
  /** When it happened; not later than today. */
  on: datedText,
  documentNo: z.string().trim().max(60).optional(),
  remark: z.string().trim().max(500).optional(),
};

/** What can happen to a unit. */
export const unitChange = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rename'),
    ...dated,
    name: z.string().trim().min(1, '请填写新的机构名称').max(200, '机构名称不能超过 200 个字'),
    /** Left as it is when absent. */
    shortName: z.string().trim().max(200).optional(),
  }),
  z.object({ kind: z.literal('regrade'), ...dated, level: z.string().min(1, '请选择新的机构级别').max(8) }),
  z.object({ kind: z.literal('move'), ...dated, parent: z.string().nullable() }),
  z.object({
    kind: z.literal('abolish'),
    ...dated,
    /** True: merged into the successor. */
    merged: z.boolean(),
    /** The unit into which it goes, or that takes its work over. */
    successor: z.string().nullable(),
    /** The internal offices end with it. */
    withOffices: z.boolean(),
    /** The operator knows that people serve in it and that nobody takes its work over. */
    confirmed: z.boolean(),
  }),
]);
export type UnitChange = z.infer<typeof unitChange>;

/** Who or what is in units that are about to change. */
export const unitUse = z.object({
  /** 在册人员, 任职人员 … */
  label: z.string(),
  count: z.number().int(),
  /** Some of the names; not all where there are many. */
  names: z.array(z.string()),
});
export type UnitUse = z.infer<typeof unitUse>;

export const previewUnitChange = operation({
  id: 'previewUnitChange',
  summary: '预览机构变动：改动的内容、涉及的人员和下级机构，以及不能办理的原因',
  method: 'POST',
  path: '/units/:id/changes/preview',
  permission: 'unit:edit',
  params: unitParams,
  body: z.object({ change: unitChange }),
  response: z.object({
    lines: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    /** Who is in it, where that matters. */
    uses: z.array(unitUse),
    /** The living internal offices that would end with it. */
    offices: z.array(namedUnit),
    /** Why it cannot be done; empty when it can. */
    obstacles: z.array(z.string()),
    /** What has to be confirmed before; empty when nothing has. */
    doubts: z.array(z.string()),
    /** What the preview is based on. */
    versions: z.record(z.string(), z.number().int()),
  }),
});

export const changeUnit = operation({
  id: 'changeUnit',
  summary: '机构更名、规格调整、隶属调整、撤销或并入其他机构；同时记入沿革',
  method: 'POST',
  path: '/units/:id/changes',
  permission: 'unit:edit',
  params: unitParams,
  body: z.object({
    change: unitChange,
    /** The versions of the preview: what was changed since refuses the change. */
    versions: z.record(z.string(), z.number().int()),
  }),
  response: z.object({ change: z.string() }),
});
