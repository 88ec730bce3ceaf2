import type { OperationOutput } from '#platform/model';
import type { countAlerts } from '../../model/alerts-contracts.ts';
import { QuestionLink } from './question-link.tsx';

export type HomeCounts = OperationOutput<typeof countAlerts>;

/** 主要数字: each opens its names. */
export function KeyFigures({ figures, asOf }: { figures: HomeCounts['figures']; asOf: string | undefined }) {
  return (
    <ul className="home-figures" aria-label="主要数字">
      {figures.map(({ id, label, count, share, average, question }) => (
        <li key={id}>
          <QuestionLink question={question} asOf={asOf}>
            <span className="home-figure-label">{label}</span>
            <span className="home-figure">
              {average === null ? count.toLocaleString('zh-CN') : average.toFixed(1)}
              <small>{average === null ? '人' : '岁'}</small>
            </span>
            <span className="home-figure-share">{share === null ? '' : `占 ${share.toFixed(1)}%`}</span>
          </QuestionLink>
        </li>
      ))}
    </ul>
  );
}
