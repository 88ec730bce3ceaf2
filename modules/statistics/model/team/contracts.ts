import { z } from 'zod';
import { conditionTree, operation } from '#platform/model';
import { teamRule } from './rules.ts';

/** People of a team who have something in common; `where` finds them within the team. */
const figure = z.object({
  label: z.string(),
  count: z.int(),
  /** Per cent of the team, null when it is empty; the figures of a structure add up to 100.0. */
  share: z.number().nullable(),
  where: conditionTree,
});
export type Figure = z.output<typeof figure>;

const member = z.object({
  id: z.string(),
  name: z.string(),
  /** 班子成员类别: 1 正职, 3 副职, Z 其他 */
  role: z.string(),
  roleLabel: z.string(),
  post: z.string(),
  sex: z.string(),
  /** 1972.11 */
  birth: z.string(),
  age: z.int().nullable(),
  education: z.string(),
  degree: z.string(),
  monthsInPost: z.int().nullable(),
  /** 2034.09 */
  retirement: z.string(),
  /** Where they came from to the present post. */
  source: z.string(),
});
export type TeamMember = z.output<typeof member>;

const aged = z.object({ id: z.string(), name: z.string(), age: z.int() }).nullable();

export const teamPortrait = z.object({
  /** The units whose team this is: one, or all that were asked for. */
  units: z.array(z.string()),
  name: z.string(),
  /** Who is in the team; the population is `serving`. */
  where: conditionTree,
  /** By role, then by their place in the team. */
  members: z.array(member),
  /** Years with one decimal, from full months; null when no birth month is known. */
  averageAge: z.number().nullable(),
  youngest: aged,
  oldest: aged,
  roles: z.array(figure),
  /**
   * 兼职: who holds a place here beside the team that they count in; they are no members, and `where` finds them by itself.
   */
  concurrent: figure,
  /** Age, sex, party, education, degree, tenure: of each, everybody is in one group. */
  structures: z.array(z.object({ id: z.string(), head: z.string(), figures: z.array(figure) })),
  sources: z.array(figure),
  /** 已到龄, 12 个月内, 24 个月内; the later contains the earlier one. */
  retiring: z.array(figure),
  /** Remarks on the structure (提示), never a violation. */
  advice: z.array(z.string()),
});
export type TeamPortrait = z.output<typeof teamPortrait>;

export const readTeams = operation({
  id: 'readTeams',
  summary: '班子画像：人员、平均年龄、结构、来源、到龄退休和提示',
  method: 'POST',
  path: '/statistics/team',
  permission: 'query:run',
  body: z.strictObject({
    units: z.array(z.string().max(60)).min(1, '请选择班子').max(20, '一次最多看二十个班子'),
    asOf: z.iso.date('截止日期应为 2020-06-30 的格式').optional(),
  }),
  response: z.object({
    asOf: z.string(),
    generatedAt: z.string(),
    /** What the remarks are measured by on this date. */
    rule: teamRule,
    /** In the order asked for. */
    teams: z.array(teamPortrait),
    /** All of them as one; null for a single team. */
    together: teamPortrait.nullable(),
  }),
});
