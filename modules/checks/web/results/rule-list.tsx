import type { OperationOutput } from '#platform/model';
import type { summarizeChecks } from '../../model/contracts.ts';
import { LevelMark } from '../level-mark.tsx';

type Rules = OperationOutput<typeof summarizeChecks>['rules'];

/** The rules that are broken, by topic. */
export function RuleList({ rules, onOpen }: { rules: Rules; onOpen: (rule: string) => void }) {
  return [...Map.groupBy(rules, ({ topic }) => topic)].map(([topic, own]) => (
    <div key={topic} className="checks-topic">
      <h3>{topic}</h3>
      <ul>
        {own.map(({ id, label, level, people, faults }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <LevelMark level={level} />
              <span className="checks-label">{label}</span>
              <span className="checks-number">
                {people.toLocaleString('zh-CN')} 人
                {faults > people && <span className="soft-text">　{faults.toLocaleString('zh-CN')} 处</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  ));
}
