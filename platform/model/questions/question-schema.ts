import { z } from 'zod';
import type { Condition, Question } from '#engine';
import { tooDeepPlace } from './nesting.ts';

const field = z.string().describe('字段，如 A01.sexCode，或派生事实，如 age');
const set = z.string().describe('信息集，如 A02');
const rows = z.int().min(0);

const all = z.strictObject({
  op: z.literal('all'),
  get of() {
    return z.array(conditionShape);
  },
});

const any = z.strictObject({
  op: z.literal('any'),
  get of() {
    return z.array(conditionShape);
  },
});

const not = z.strictObject({
  op: z.literal('not'),
  get of() {
    return conditionShape;
  },
});

const oneOf = z.strictObject({
  op: z.literal('in'),
  field,
  values: z.array(z.union([z.string(), z.number()], '应为文字或数字')),
  exact: z.boolean().optional().describe('不含下级代码、下级机构'),
});

const relativeDate = z
  .strictObject({ years: z.int().optional(), months: z.int().optional(), days: z.int().optional() })
  .describe('相对于截止日期');

const bound = z.union([z.number(), z.string(), relativeDate], '应为数字、日期或相对日期');

const between = z.strictObject({
  op: z.literal('between'),
  field,
  from: bound.optional(),
  to: bound.optional(),
});

const text = z.strictObject({ op: z.enum(['contains', 'starts', 'initials']), field, text: z.string() });

const empty = z.strictObject({ op: z.literal('empty'), field });

const someRows = z.strictObject({
  op: z.enum(['some', 'every', 'none', 'count']),
  set,
  get where() {
    return conditionShape.optional();
  },
  atLeast: rows.optional(),
  atMost: rows.optional(),
});

const sequence = z.strictObject({
  op: z.enum(['last', 'first']),
  set,
  n: z.int().min(1),
  get where() {
    return conditionShape;
  },
  atLeast: rows.optional(),
});

const rowSpan = z.strictObject({
  set,
  get where() {
    return conditionShape.optional();
  },
});

const months = z.strictObject({
  op: z.literal('months'),
  spans: z.array(rowSpan),
  atLeast: rows.optional(),
  atMost: rows.optional(),
});

const people = z.strictObject({ op: z.literal('people'), ids: z.array(z.string()) });

const saved = z.strictObject({ op: z.literal('saved'), id: z.string() });

/** The shape of a condition, without the guard against endless nesting; the engine's types are held equal to it. */
export const conditionShape = z
  .discriminatedUnion('op', [
    all,
    any,
    not,
    oneOf,
    between,
    text,
    empty,
    someRows,
    sequence,
    months,
    people,
    saved,
  ])
  .meta({ id: 'Condition', description: '条件树' });

/** The shape of a question. */
export const questionShape = z
  .strictObject({
    where: conditionShape.optional(),
    population: z.enum(['current', 'serving', 'all']).optional(),
  })
  .meta({ id: 'Question', description: '查询条件' });

/**
 * A condition in an answer, as the engine's type: it was parsed before. What comes in is parsed by `conditionSchema`,
 * which guards against endless nesting.
 */
export const conditionTree = conditionShape as z.ZodType<Condition>;

/** A question in an answer. */
export const questionTree = questionShape as z.ZodType<Question>;

/** A condition as it comes from outside. */
export const conditionSchema = z.preprocess(guarded<Condition>, conditionShape);

/** A question as it comes from outside. */
export const questionSchema = z.preprocess(guarded<Question>, questionShape);

/** A question as it is kept: the version names the meaning of its nodes. */
export const storedQuestionSchema = z.strictObject({ version: z.literal(1), question: questionSchema });

export type StoredQuestion = z.output<typeof storedQuestionSchema>;

function guarded<Value>(value: Value, context: z.RefinementCtx): Value {
  const path = tooDeepPlace(value);
  if (path === null) return value;
  context.addIssue({
    code: 'custom',
    message: '条件嵌套过深，请减少层次',
    path: [...path],
    input: undefined,
  });
  return z.NEVER;
}
