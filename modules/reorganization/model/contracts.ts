import { z } from 'zod';
import { operation } from '#platform/model';
import { reorganizationPlan, reorganizationStep } from './plan.ts';
import { reorganizationProblem } from './problems.ts';

/** A unit in the tree before or after. */
const shownUnit = z.object({
  id: z.string(),
  name: z.string(),
  depth: z.int(),
  state: z.enum(['same', 'new', 'ended', 'changed']),
  /** What happens to it, in words. */
  events: z.array(z.string()),
});
export type ShownUnit = z.infer<typeof shownUnit>;

const shownPost = z.object({
  /** The row of A02 as it stands before. */
  row: z.string(),
  before: z.object({ orgName: z.string(), title: z.string(), since: z.string() }),
  /** Null: the person has the same post in the new unit already, or the plan lets it end. */
  after: z.object({ orgName: z.string(), title: z.string(), since: z.string() }).nullable(),
  /** Can the plan let it end with the old unit? */
  mayEnd: z.boolean(),
});
export type ShownPost = z.infer<typeof shownPost>;

/** A post of a unit, in the order of the units that it comes from. */
const shownSlot = z.object({
  /** As the plan names it: the unit in which it stands before, and its row there. */
  unit: z.string(),
  slot: z.string(),
  title: z.string(),
  newTitle: z.string(),
  places: z.int(),
  /** The unit's name before. */
  from: z.string(),
  /** The name of the unit that gets it or in which it stands; null where nobody takes it over. */
  heir: z.string().nullable(),
  /** It comes from another unit; otherwise it stays where it stands. */
  comes: z.boolean(),
});
export type ShownSlot = z.infer<typeof shownSlot>;

const shownPerson = z.object({
  id: z.string(),
  name: z.string(),
  posts: z.array(shownPost),
  /** 统计关系所在单位, where it becomes another. */
  home: z.object({ before: z.string(), after: z.string() }).nullable(),
  /** 现工作单位及职务全称 with the names of units replaced. */
  text: z.object({ before: z.string(), after: z.string() }).nullable(),
});
export type ShownPerson = z.infer<typeof shownPerson>;

const shownNumber = z.object({
  /** As the plan names the unit. */
  unit: z.string(),
  unitName: z.string(),
  set: z.enum(['QT01', 'HC01']),
  code: z.string(),
  label: z.string(),
  parts: z.array(z.object({ name: z.string(), approved: z.int() })),
  sum: z.int(),
  approved: z.int(),
});
export type ShownNumber = z.infer<typeof shownNumber>;

export const reorganizationPreview = z.object({
  before: z.array(shownUnit),
  after: z.array(shownUnit),
  people: z.array(shownPerson),
  slots: z.array(shownSlot),
  numbers: z.array(shownNumber),
  problems: z.array(reorganizationProblem),
  counts: z.object({ units: z.int(), people: z.int(), posts: z.int() }),
  /** What the preview is based on; applying compares it. */
  fingerprint: z.string(),
});
export type ReorganizationPreview = z.infer<typeof reorganizationPreview>;

export const previewReorganization = operation({
  id: 'previewReorganization',
  summary: '预览机构改革：机构前后对照、人员转隶、职位和职数编制，以及需要处理的事项',
  method: 'POST',
  path: '/reorganizations/preview',
  permission: 'unit:edit',
  body: z.object({ plan: reorganizationPlan }),
  response: reorganizationPreview,
});

export const applyReorganization = operation({
  id: 'applyReorganization',
  summary: '办理机构改革：机构、人员、职位、职数编制一次转隶，作为一项变更，可整体撤销',
  method: 'POST',
  path: '/reorganizations/apply',
  permission: 'unit:edit',
  body: z.object({
    plan: reorganizationPlan,
    /** Of the preview: whatever was changed since refuses the work. */
    fingerprint: z.string().max(100),
    /** The operator has seen what is left to be done. */
    confirmed: z.boolean().default(false),
    /** The saved plan that is carried out. */
    draft: z.string().max(60).nullable().default(null),
  }),
  response: z.object({ change: z.string(), units: z.int(), people: z.int() }),
});

/** A plan that is not finished: without date or steps yet. */
export const planDraft = reorganizationPlan.extend({
  on: z.string().max(10),
  steps: z.array(reorganizationStep).max(200),
});
export type PlanDraft = z.infer<typeof planDraft>;

const draftHead = z.object({
  id: z.string(),
  name: z.string(),
  version: z.int(),
  updatedBy: z.string(),
  /** UTC instant. */
  updatedAt: z.string(),
  /** The change with which it was carried out. */
  change: z.string().nullable(),
  /** It was carried out, and that was taken back. */
  undone: z.boolean(),
});
export type DraftHead = z.infer<typeof draftHead>;

const draftParams = z.object({ id: z.string() });

export const listReorganizations = operation({
  id: 'listReorganizations',
  summary: '已保存的机构改革方案，最近修改的在前',
  method: 'GET',
  path: '/reorganizations',
  permission: 'unit:edit',
  response: z.object({ drafts: z.array(draftHead) }),
});

export const readReorganization = operation({
  id: 'readReorganization',
  summary: '一个机构改革方案',
  method: 'GET',
  path: '/reorganizations/:id',
  permission: 'unit:edit',
  params: draftParams,
  response: draftHead.extend({ plan: planDraft }),
});

const draftBody = z.object({
  name: z.string().trim().min(1, '请填写方案名称').max(100, '方案名称不能超过 100 个字'),
  plan: planDraft,
});

export const createReorganization = operation({
  id: 'createReorganization',
  summary: '保存一个新的机构改革方案',
  method: 'POST',
  path: '/reorganizations',
  permission: 'unit:edit',
  body: draftBody,
  response: z.object({ id: z.string(), version: z.int() }),
});

export const saveReorganization = operation({
  id: 'saveReorganization',
  summary: '保存机构改革方案的修改；版本不符时不保存',
  method: 'PUT',
  path: '/reorganizations/:id',
  permission: 'unit:edit',
  params: draftParams,
  body: draftBody.extend({ version: z.int() }),
  response: z.object({ version: z.int() }),
});

export const dropReorganization = operation({
  id: 'dropReorganization',
  summary: '删除一个机构改革方案；已办理的变更不受影响',
  method: 'DELETE',
  path: '/reorganizations/:id',
  permission: 'unit:edit',
  params: draftParams,
  response: z.object({}),
});
