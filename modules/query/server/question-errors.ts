import type { QuestionProblem } from '#engine';
import { CadreError } from '#platform/model';

/** The question cannot be asked; `details.problems` says where and why, each a path and a sentence. */
export function badQuestion(problems: readonly QuestionProblem[]): CadreError {
  const told = problems.slice(0, 3).map(({ reason }) => reason.replace(/。$/, ''));
  const more = problems.length > 3 ? `，另有 ${problems.length - 3} 处` : '';
  return new CadreError('bad-question', 400, `查询条件有误：${told.join('；')}${more}。`, { problems });
}

export function questionExpired(): CadreError {
  return new CadreError(
    'question-too-long',
    503,
    '这个查询用时过长，已停止。请减少条件，或者先缩小范围再查。',
  );
}
