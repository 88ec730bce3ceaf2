import { Link } from '@tanstack/react-router';
import { EmptyState } from '#platform/web';
import type { ReorganizationProblem } from '../../model/problems.ts';

const words: Readonly<Record<ReorganizationProblem['level'], string>> = {
  stop: '不能办理',
  todo: '另行办理',
  hint: '请核对',
};

/** What stands in the way, what is left to be done, and what should be looked at. */
export function ProblemsTab({ problems }: { readonly problems: readonly ReorganizationProblem[] }) {
  if (problems.length === 0) return <EmptyState title="没有需要处理的事项" />;
  return (
    <ul className="reorg-problems">
      {problems.map(({ level, text, step, person }, place) => (
        <li key={place} className={`is-${level}`}>
          <span className="reorg-mark">{words[level]}</span>
          <span>
            {step === undefined ? '' : `第 ${step + 1} 步：`}
            {text}
          </span>
          {person !== undefined && (
            <Link to="/cadres/$id" params={{ id: person }} target="_blank">
              查看
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
