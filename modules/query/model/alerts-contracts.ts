import { z } from 'zod';
import { operation, questionSchema, questionTree } from '#platform/model';

const name = z.string().trim().min(1, '请填写名称').max(40, '名称不能超过 40 个字');

/** Steps of a threshold: 满 5、8、10 年, 12、24 个月内. */
const steps = z.strictObject({
  /** A number of months, or a date. */
  field: z.string(),
  /** `at-least`: so long, or so long ago. `within`: from the reference date on, so far ahead at most. */
  rule: z.enum(['at-least', 'within']),
  unit: z.enum(['年', '个月']),
  values: z.array(z.int().min(1, '请填写大于零的整数').max(600)).min(1, '至少填写一个界限').max(6),
});

/** One list beside a date field: the people of each month from the reference date on. */
const months = z.strictObject({ field: z.string(), count: z.int().min(1).max(60) });

function alertWith<Question extends z.ZodType>(question: Question) {
  return z.strictObject({
    id: z.string().regex(/^[a-z\d-]{1,40}$/, '编号只能用小写字母、数字和连字符'),
    label: name,
    /** Not shown on the home page, but kept. */
    hidden: z.boolean().default(false),
    /** Whom all of its lines are about. */
    question,
    steps: steps.optional(),
    months: months.optional(),
    /** Lines of its own, each within `question`: 缺出生日期、缺民族 */
    parts: z
      .array(z.strictObject({ label: name, question }))
      .max(20)
      .optional(),
  });
}

const alertsBody = z.array(alertWith(questionSchema)).max(30, '提醒最多 30 项');
const alertSchema = alertWith(questionTree);

/** A reminder (提醒): a question with its thresholds. */
export type Alert = z.output<typeof alertSchema>;

export const readAlerts = operation({
  id: 'readAlerts',
  summary: '首页提醒的条件和界限',
  method: 'GET',
  path: '/query/alerts',
  permission: 'query:run',
  response: z.object({
    alerts: z.array(alertSchema),
    /** An edit names it; 0 is as delivered. */
    version: z.int(),
    edited: z.object({ by: z.string(), at: z.string() }).nullable(),
  }),
});

export const saveAlerts = operation({
  id: 'saveAlerts',
  summary: '修改首页提醒，对全体用户生效；版本不符时拒绝',
  method: 'PUT',
  path: '/query/alerts',
  permission: 'query:share',
  body: z.strictObject({ version: z.int().min(0), alerts: alertsBody }),
  response: z.object({ version: z.int() }),
});

export const resetAlerts = operation({
  id: 'resetAlerts',
  summary: '首页提醒恢复系统提供的内容',
  method: 'DELETE',
  path: '/query/alerts',
  permission: 'query:share',
  response: z.object({}),
});

const counted = { label: z.string(), count: z.int(), question: questionTree };

export const countAlerts = operation({
  id: 'countAlerts',
  summary: '首页的主要数字和各项提醒的人数',
  method: 'POST',
  path: '/query/alerts',
  permission: 'query:run',
  body: z.strictObject({ asOf: z.iso.date('截止日期应为 2020-06-30 的格式').optional() }),
  response: z.object({
    asOf: z.string(),
    version: z.int(),
    figures: z.array(
      z.object({
        ...counted,
        id: z.string(),
        /** Per cent of everybody 在册, one decimal; null for the figure of everybody, and where there is nobody. */
        share: z.number().nullable(),
        /** With one decimal, of those of whom it is known; null for figures that count people, or where nobody's is known. */
        average: z.number().nullable(),
      }),
    ),
    /** Those that are shown and that the user may ask. */
    alerts: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        lines: z.array(z.object(counted)),
        months: z.array(z.object({ ...counted, month: z.string() })),
      }),
    ),
  }),
});
