import { z } from 'zod';
import { questionSchema, questionTree } from '#platform/model';

const level = z.enum(['error', 'warning', 'hint']);
const day = z.iso.date('生效日期应为 2020-06-30 的格式');

/** What the office has set of a rule that comes with the program. */
const ruleSetting = z.strictObject({
  enabled: z.boolean().optional(),
  level: level.optional(),
  effectiveFrom: day.optional(),
  parameter: z.number().int().min(0).max(1_000).optional(),
});

function questionRuleWith<Question extends z.ZodType>(question: Question) {
  return z.strictObject({
    id: z.string().regex(/^q-[a-z\d-]{1,40}$/, '编号只能用小写字母、数字和连字符'),
    label: z.string().trim().min(1, '请填写规则名称').max(60, '规则名称不能超过 60 个字'),
    level,
    enabled: z.boolean().default(true),
    effectiveFrom: day,
    source: z.string().trim().max(120).default(''),
    /** Whoever it finds breaks the rule. */
    question,
    /** Names of fields in braces are filled in: {A01.name}出生于{A01.birthDate}。 */
    message: z.string().trim().min(1, '请填写提示内容').max(300),
  });
}

const requiredField = z.strictObject({ set: z.string().max(20), field: z.string().max(60) });

function settingsWith<Question extends z.ZodType>(question: Question) {
  return z.strictObject({
    rules: z.record(z.string().max(60), ruleSetting),
    /** 查询规则: those that came with the program, as edited, and the office's own. */
    questions: z.array(questionRuleWith(question)).max(200, '查询规则最多 200 条'),
    /** 完整性: what every person in office should have. */
    required: z.array(requiredField).max(200),
  });
}

/** As it is sent in. */
export const settingsInput = settingsWith(questionSchema);
/** As it is answered. */
export const settingsAnswer = settingsWith(questionTree);

export type RuleSettings = z.output<typeof settingsAnswer>;
export type QuestionRule = RuleSettings['questions'][number];
