import { z } from 'zod';
import { operation } from '#platform/model';

const few = (many: number) => z.int('请填写整数').min(0, '不能小于 0').max(many, `不能大于 ${many}`);

/** From where a remark on the structure of a team is made; 0, or null for the average age, makes none. */
export const teamLimits = z.strictObject({
  /** Smaller teams are not measured. */
  fewestMembers: few(50),
  fewestWomen: few(50),
  /** Up to this age somebody counts as young. */
  youngAge: z.int('请填写整数').min(18, '不能小于 18').max(70, '不能大于 70'),
  fewestYoung: few(50),
  mostAverageAge: z.number('请填写数字').min(18, '不能小于 18').max(80, '不能大于 80').nullable(),
  /** So many who reach the age of retirement within one calendar year. */
  retiringInOneYear: few(100),
});
export type TeamLimits = z.output<typeof teamLimits>;

/** Limits with where they come from; they hold from this day until the next rule. */
export const teamRule = z.strictObject({
  effectiveFrom: z.iso.date('执行日期应为 2020-06-30 的格式'),
  source: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 个字'),
  value: teamLimits,
});
export type TeamRule = z.output<typeof teamRule>;

/** The targets are those of the place; these are common ones (domain-rules 6.2). */
export const defaultTeamRules: readonly TeamRule[] = [
  {
    effectiveFrom: '1949-10-01',
    source: '系统提供的常用界限',
    value: {
      fewestMembers: 3,
      fewestWomen: 1,
      youngAge: 40,
      fewestYoung: 1,
      mostAverageAge: 50,
      retiringInOneYear: 3,
    },
  },
];

/** The rule that holds on a day: the latest that began by then, the first one before all. */
export function ruleOn(rules: readonly TeamRule[], day: string): TeamRule {
  const inOrder = rules.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const rule = inOrder.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? inOrder[0];
  if (!rule) throw new Error('there is always a rule');
  return rule;
}

const rules = z
  .array(teamRule)
  .min(1, '请至少保留一套界限')
  .max(50, '最多保留五十套界限')
  .refine(
    (all) => new Set(all.map(({ effectiveFrom }) => effectiveFrom)).size === all.length,
    '同一执行日期只能有一套界限',
  );

export const readTeamRules = operation({
  id: 'readTeamRules',
  summary: '班子结构提示的界限，及其依据和执行日期',
  method: 'GET',
  path: '/statistics/team-rules',
  permission: 'query:run',
  response: z.object({
    rules: z.array(teamRule),
    /** An edit names it; 0 is as delivered. */
    version: z.int(),
    edited: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
});

export const saveTeamRules = operation({
  id: 'saveTeamRules',
  summary: '修改班子结构提示的界限，对全体用户生效；版本不符时拒绝',
  method: 'PUT',
  path: '/statistics/team-rules',
  permission: 'query:share',
  body: z.strictObject({ version: z.int().min(0), rules }),
  response: z.object({ version: z.int() }),
});

export const resetTeamRules = operation({
  id: 'resetTeamRules',
  summary: '班子结构提示恢复系统提供的界限',
  method: 'DELETE',
  path: '/statistics/team-rules',
  permission: 'query:share',
  response: z.object({}),
});
