import type { OperationOutput } from '#platform/model';
import type { summarizeChecks } from '../../model/contracts.ts';
import type { CheckLevel } from '../../model/rule.ts';
import { levelNames } from '../level-mark.tsx';
import type { Listed } from './faults-drawer.tsx';

const levels = ['error', 'warning', 'hint'] as const;
/** What has to be put right or looked at. */
export const serious: readonly CheckLevel[] = ['error', 'warning'];

/** The key figures; those of a level open its people. */
export function FiguresLine({
  summary,
  onLevel,
}: {
  readonly summary: OperationOutput<typeof summarizeChecks>;
  readonly onLevel: (listed: Listed) => void;
}) {
  const { people, faulty, units } = summary;
  const faultsOf = (level: CheckLevel): number => units.reduce((sum, { faults }) => sum + faults[level], 0);
  return (
    <ul className="checks-figures" aria-label="主要数字">
      <li>
        <strong>{people.toLocaleString('zh-CN')}</strong>
        <span>人已校核</span>
      </li>
      <li>
        <button
          type="button"
          disabled={faulty === 0}
          onClick={() => onLevel({ levels: serious, title: '有错误或警告的人员' })}
        >
          <strong>{faulty.toLocaleString('zh-CN')}</strong>
          <span>人有错误或警告</span>
        </button>
      </li>
      {levels.map((level) => {
        const faults = faultsOf(level);
        return (
          <li key={level}>
            <button
              type="button"
              disabled={faults === 0}
              onClick={() => onLevel({ levels: [level], title: levelNames[level] })}
            >
              <strong className={`checks-count is-${level}`}>{faults.toLocaleString('zh-CN')}</strong>
              <span>处{levelNames[level]}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
