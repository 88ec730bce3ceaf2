import { z } from 'zod';
import { questionSchema, questionTree } from '#platform/model';

export const poolName = z.string().trim().min(1, '请填写库名').max(40, '库名不能超过 40 个字');

function poolWith<Question extends z.ZodType>(question: Question) {
  return z.strictObject({
    id: z.string().min(1).max(60),
    name: poolName,
    /** What kind of pool it is, in the office's words: 年轻干部, 结构性后备 … */
    kind: z.string().trim().max(20),
    description: z.string().trim().max(400),
    /** Nobody enters a closed pool any more. */
    closed: z.boolean(),
    /** Who qualifies; null where people enter by hand alone. */
    entry: question.nullable(),
    /** Who of the members should leave; null where that is decided by hand. */
    exit: question.nullable(),
    target: z.strictObject({
      total: z.int().min(0).max(100_000).nullable(),
      /** How many members are wanted to meet a question: so many people, or such a share of them in percent. */
      lines: z
        .array(
          z.strictObject({
            id: z.string().min(1).max(60),
            label: z.string().trim().min(1, '请填写结构要求的名称').max(40),
            question,
            want: z.strictObject({
              kind: z.enum(['count', 'share']),
              value: z.number().min(0).max(100_000),
            }),
          }),
        )
        .max(30),
    }),
    /** The month in which the members are reviewed every year. */
    reviewMonth: z.int().min(1).max(12).nullable(),
  });
}

/** A pool in an answer, and as it is kept. */
export const poolSchema = poolWith(questionTree);

/** A talent pool (后备库) as the office defines it; who is in it stands in the records of the people, by the name. */
export type Pool = z.output<typeof poolSchema>;
export type TargetLine = Pool['target']['lines'][number];

/** All pools of an office in their order, as they come from outside; no name and no id twice. */
export const poolsBody = z
  .array(poolWith(questionSchema))
  .max(100, '后备库最多 100 个')
  .refine((pools) => new Set(pools.map(({ id }) => id)).size === pools.length, '库的编号不能重复')
  .refine((pools) => new Set(pools.map(({ name }) => name)).size === pools.length, '库名不能重复');
