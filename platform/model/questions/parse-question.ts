import type { z } from 'zod';
import type { Question, QuestionProblem } from '#engine';
import { questionSchema } from './question-schema.ts';

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（[…]）',
  object: '对象（{…}）',
};

/**
 * A question from outside, or all that speaks against its shape, each with its place (`where.of[1].values[0]`). Whether
 * its fields and values exist is the engine's to say.
 */
export function parseQuestion(
  value: unknown,
): { readonly question: Question } | { readonly problems: readonly QuestionProblem[] } {
  const parsed = questionSchema.safeParse(value);
  if (parsed.success) return { question: parsed.data };
  return {
    problems: parsed.error.issues.map((issue) => ({ path: pathOf(issue.path), reason: reasonOf(issue) })),
  };
}

/** `where.of[1].values[0]` */
function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.message;
    case 'unrecognized_keys':
      return `不应有 ${issue.keys.map((key) => key.slice(0, 40)).join('、')}，请删去或改正拼写`;
    case 'invalid_union':
      return 'options' in issue ? `只能是 ${issue.options.map(String).join('、')}` : issue.message;
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')}`;
    case 'invalid_type':
      return `应为${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return `不能小于 ${issue.minimum}`;
    default:
      return '不是可以接受的内容';
  }
}
