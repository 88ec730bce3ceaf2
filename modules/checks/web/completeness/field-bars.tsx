import { Link } from '@tanstack/react-router';
import type { Question } from '#engine';
import type { OperationOutput } from '#platform/model';
import { useCan } from '#platform/web';
import { fragmentOf } from '#modules/query/web';
import type { readCompleteness } from '../../model/contracts.ts';
import { shareOf } from './share.ts';

type Field = OperationOutput<typeof readCompleteness>['fields'][number];

interface FieldBarsProps {
  readonly fields: readonly Field[];
  readonly people: number;
  readonly asOf: string;
}

/** The required fields by set, each as a bar; the number of those who miss it opens them as a question. */
export function FieldBars({ fields, people, asOf }: FieldBarsProps) {
  const mayAsk = useCan('query:run');
  return [...Map.groupBy(fields, ({ set }) => set)].map(([set, own]) => (
    <div key={set} className="checks-topic">
      <h3>{own[0]?.setLabel}</h3>
      <ul>
        {own.map(({ field, label, filled, missing }) => {
          const share = shareOf(filled, people);
          const absent = people - filled;
          const text = `缺 ${absent.toLocaleString('zh-CN')} 人`;
          // The server answers it as it is asked.
          const fragment = fragmentOf({ question: missing as Question, asOf });
          return (
            <li key={field} className="checks-bar">
              <span className="checks-label">{label}</span>
              <span className="checks-track" aria-hidden="true">
                <span style={{ inlineSize: `${share}%` }} />
              </span>
              <span className="checks-share">{share}%</span>
              {absent === 0 ? (
                <span className="checks-absent soft-text">齐全</span>
              ) : mayAsk && fragment !== null ? (
                <Link to="/query" hash={fragment} className="checks-absent" aria-label={`${label}${text}`}>
                  {text}
                </Link>
              ) : (
                <span className="checks-absent">{text}</span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
