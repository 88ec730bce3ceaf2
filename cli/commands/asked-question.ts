import { readFileSync } from 'node:fs';
import type { Question } from '#engine';
import { CadreError, parseQuestion } from '#platform/model';
import { CannotRun, UsageError } from '../usage.ts';

/**
 * A question from the line: JSON, or `@file`. It is a whole question (`{"where": …}`) or a condition alone. Refuses
 * with `bad-question` and where and why.
 */
export function readQuestion(argument: string): Question {
  const text = argument.startsWith('@') ? readText(argument.slice(1)) : argument;
  const value = parseJson(text);
  const isCondition = typeof value === 'object' && value !== null && 'op' in value;
  const parsed = parseQuestion(isCondition ? { where: value } : value);
  if ('question' in parsed) return parsed.question;
  throw new CadreError('bad-question', 400, '查询条件有误。', { problems: parsed.problems });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CannotRun(`读不了文件“${path}”，请检查路径。`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('查询条件不是合法的 JSON，请检查引号和括号。');
  }
}

/** Says why a question was refused; answers the exit code. */
export function tellRefusal(error: CadreError, asJson: boolean): number {
  const problems = Array.isArray(error.details['problems'])
    ? (error.details['problems'] as readonly { path: string; reason: string }[])
    : [];
  const { code, message } = error;
  if (asJson) console.log(JSON.stringify({ error: { code, message, problems } }));
  console.error(
    [message, ...problems.map(({ path, reason }) => `  ${path || '（整个条件）'}：${reason}`)].join('\n'),
  );
  return 1;
}
