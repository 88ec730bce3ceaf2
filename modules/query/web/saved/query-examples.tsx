import { Button } from 'antd';
import type { Condition, Question } from '#engine';
import { useCall } from '#platform/web';
import { listRecentQueries } from '../../model/saved-contracts.ts';

const examples: readonly { readonly label: string; readonly where: Condition }[] = [
  {
    label: '40 岁以下的女干部',
    where: {
      op: 'all',
      of: [
        { op: 'in', field: 'A01.sexCode', values: ['2'] },
        { op: 'between', field: 'age', to: 40 },
      ],
    },
  },
  {
    label: '一年内到法定退休年龄',
    where: { op: 'between', field: 'retirementDate', from: {}, to: { months: 12 } },
  },
  { label: '任现职满五年', where: { op: 'between', field: 'monthsInPost', from: 60 } },
  { label: '简历中有驻村经历', where: { op: 'contains', field: 'A01.resumeText', text: '驻村' } },
];

const recentShown = 5;

/** What to do next while there are no conditions: examples and the last questions. */
export function QueryExamples({
  onAsk,
  onSaved,
}: {
  onAsk: (question: Question) => void;
  onSaved: () => void;
}) {
  const { data } = useCall(listRecentQueries, {});
  const recents = (data?.recents ?? []).slice(0, recentShown);
  return (
    <div className="query-examples">
      <h3>可以这样开始</h3>
      <div className="query-chips">
        {examples.map(({ label, where }) => (
          <button key={label} type="button" className="query-chip" onClick={() => onAsk({ where })}>
            {label}
          </button>
        ))}
      </div>
      {recents.length > 0 && (
        <>
          <h3>最近的查询</h3>
          <ul>
            {recents.map(({ at, question, sentence }) => (
              <li key={at}>
                <button type="button" className="query-saved-open" onClick={() => onAsk(question)}>
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button type="link" onClick={onSaved}>
        打开已存的查询和名单
      </Button>
    </div>
  );
}
