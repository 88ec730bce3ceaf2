import type { Condition, Question } from '#engine';
import { grouped, isGroup } from './tree-nodes.ts';

/** 在结果中查询, 加入, 去除 */
export type SetOperation = 'within' | 'add' | 'without';

/** The people found and those whom another condition finds: both, either, or the ones without the others. */
export function combined(question: Question, operation: SetOperation, part: Condition): Question {
  const { where } = grouped(question);
  if (!isGroup(where)) return question;
  if (where.of.length === 0 && operation === 'within')
    return { ...question, where: { op: 'all', of: [part] } };
  const op = operation === 'add' ? 'any' : 'all';
  const added: Condition = operation === 'without' ? { op: 'not', of: part } : part;
  const former: readonly Condition[] = where.op === op || where.of.length === 1 ? where.of : [where];
  return { ...question, where: { op, of: [...former, added] } };
}
