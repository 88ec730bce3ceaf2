import { z } from 'zod';
import { operation, questionTree } from '#platform/model';
import { settingsAnswer, settingsInput } from './settings.ts';

const level = z.enum(['error', 'warning', 'hint']);
const unit = z.string().max(60).optional();

/** A rule as lists and the editor show it. */
const shownRule = z.object({
  id: z.string(),
  label: z.string(),
  topic: z.string(),
  level,
  effectiveFrom: z.string(),
  source: z.string(),
  enabled: z.boolean(),
  /** Question rules are edited as a whole, the others switched and set. */
  kind: z.enum(['record', 'question']),
  parameter: z
    .object({ label: z.string(), unit: z.string(), value: z.int(), least: z.int(), most: z.int() })
    .optional(),
});

export const readCheckRules = operation({
  id: 'readCheckRules',
  summary: '校核规则及本单位的设置',
  method: 'GET',
  path: '/checks/rules',
  permission: 'check:read',
  response: z.object({
    rules: z.array(shownRule),
    settings: settingsAnswer,
    version: z.int(),
    edited: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
});

export const saveCheckSettings = operation({
  id: 'saveCheckSettings',
  summary: '修改校核规则和应填项目；版本不符时拒绝',
  method: 'PUT',
  path: '/checks/settings',
  permission: 'check:edit',
  body: z.strictObject({ version: z.int().min(0), settings: settingsInput }),
  response: z.object({ version: z.int() }),
});

export const resetCheckSettings = operation({
  id: 'resetCheckSettings',
  summary: '校核规则恢复系统提供的内容',
  method: 'DELETE',
  path: '/checks/settings',
  permission: 'check:edit',
  response: z.object({}),
});

const counts = z.object({ error: z.int(), warning: z.int(), hint: z.int() });

export const summarizeChecks = operation({
  id: 'summarizeChecks',
  summary: '校核结果：按规则、按机构汇总',
  method: 'POST',
  path: '/checks/summary',
  permission: 'check:read',
  body: z.strictObject({ unit }),
  response: z.object({
    /** People looked at, and those of them with an error or a warning. */
    people: z.int(),
    faulty: z.int(),
    /** The names of question rules that cannot be asked any more and have to be edited. */
    unaskable: z.array(z.string()),
    rules: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        topic: z.string(),
        level,
        /** People who break it, and how often it is broken. */
        people: z.int(),
        faults: z.int(),
      }),
    ),
    /** The units directly below the one asked for, with all below them. */
    units: z.array(
      z.object({ id: z.string(), name: z.string(), people: z.int(), faulty: z.int(), faults: counts }),
    ),
  }),
});

export const readCheckProgress = operation({
  id: 'readCheckProgress',
  summary: '校核全部人员的进度；没有在校核时为空',
  method: 'GET',
  path: '/checks/progress',
  permission: 'check:read',
  response: z.object({
    progress: z.object({ done: z.int(), total: z.int(), startedAt: z.string() }).nullable(),
  }),
});

const shownFault = z.object({
  rule: z.string(),
  label: z.string(),
  level,
  set: z.string(),
  setLabel: z.string(),
  row: z.string(),
  field: z.string(),
  fieldLabel: z.string(),
  value: z.string(),
  message: z.string(),
  /** The words of the button, where there is exactly one right answer. */
  repair: z.string().optional(),
});
export type ShownFault = z.infer<typeof shownFault>;

export const listFaults = operation({
  id: 'listFaults',
  summary: '校核结果：逐人列出',
  method: 'POST',
  path: '/checks/faults',
  permission: 'check:read',
  body: z.strictObject({
    rule: z.string().max(60).optional(),
    /** Rules of these levels; of any without it. */
    levels: z.array(level).max(3).optional(),
    unit,
    from: z.int().min(0).default(0),
    size: z.int().min(1).max(200).default(50),
  }),
  response: z.object({
    /** People who break a rule asked for. */
    total: z.int(),
    people: z.array(
      z.object({ id: z.string(), name: z.string(), unit: z.string(), faults: z.array(shownFault) }),
    ),
  }),
});

export const readPersonFaults = operation({
  id: 'readPersonFaults',
  summary: '一名干部的校核结果',
  method: 'GET',
  path: '/checks/people/:id',
  permission: 'check:read',
  params: z.object({ id: z.string() }),
  response: z.object({ faults: z.array(shownFault) }),
});

/** Names a fault of a person. */
const namedFault = {
  person: z.string(),
  rule: z.string(),
  row: z.string(),
  field: z.string(),
  value: z.string(),
};

export const repairFault = operation({
  id: 'repairFault',
  summary: '一键修复一处问题',
  method: 'POST',
  path: '/checks/repair',
  permission: 'cadre:edit',
  body: z.strictObject(namedFault),
  response: z.object({ change: z.string() }),
});

export const repairRule = operation({
  id: 'repairRule',
  summary: '一键修复一条规则下的全部问题：先预览将要改动的内容，再凭预览的标识修复',
  method: 'POST',
  path: '/checks/repair-rule',
  permission: 'cadre:bulk',
  body: z.strictObject({
    rule: z.string().max(60),
    unit,
    /** Of the preview that is carried out; without it nothing is written. */
    fingerprint: z.string().max(100).optional(),
  }),
  response: z.object({
    people: z.int(),
    /** The first hundred, as `姓名：改动`. */
    lines: z.array(z.object({ id: z.string(), name: z.string(), text: z.string() })),
    fingerprint: z.string(),
    change: z.string().optional(),
  }),
});

export const dismissCheck = operation({
  id: 'dismissCheck',
  summary: '确认一处问题无误，内容不变时不再提示',
  method: 'POST',
  path: '/checks/dismiss',
  permission: 'cadre:edit',
  body: z.strictObject({
    ...namedFault,
    reason: z.string().trim().min(1, '请填写核实情况').max(200, '核实情况不能超过 200 个字'),
  }),
  response: z.object({}),
});

export const listDismissed = operation({
  id: 'listDismissed',
  summary: '已确认无误的问题，最近的在前',
  method: 'GET',
  path: '/checks/dismissed',
  permission: 'check:read',
  response: z.object({
    decisions: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        rule: z.string(),
        label: z.string(),
        reason: z.string(),
        by: z.string(),
        at: z.string(),
      }),
    ),
  }),
});

export const recallDismissed = operation({
  id: 'recallDismissed',
  summary: '恢复提示一名干部在一条规则下已确认无误的问题',
  method: 'DELETE',
  path: '/checks/dismiss/:person/:rule',
  permission: 'cadre:edit',
  params: z.object({ person: z.string(), rule: z.string() }),
  response: z.object({}),
});

export const readCompleteness = operation({
  id: 'readCompleteness',
  summary: '信息完整性：应填项目的填写情况，按机构和信息集',
  method: 'POST',
  path: '/checks/completeness',
  permission: 'check:read',
  body: z.strictObject({ unit }),
  response: z.object({
    asOf: z.string(),
    people: z.int(),
    /** Each required field: in how many people's records it is filled in, and the condition that finds the others. */
    fields: z.array(
      z.object({
        set: z.string(),
        setLabel: z.string(),
        field: z.string(),
        label: z.string(),
        filled: z.int(),
        missing: questionTree,
      }),
    ),
    sets: z.array(z.object({ code: z.string(), label: z.string() })),
    /** The units directly below, with all below them: people, and those whose set is complete, in the order of `sets`. */
    units: z.array(
      z.object({ id: z.string(), name: z.string(), people: z.int(), complete: z.array(z.int()) }),
    ),
  }),
});
