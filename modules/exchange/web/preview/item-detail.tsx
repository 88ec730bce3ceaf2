import { Button } from 'antd';
import { EmptyState, Loading } from '#platform/web';
import type { ImportItem } from '../../model/contracts.ts';
import { CandidateChoice } from './candidate-choice.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { nameOf, OutcomeMark } from './item-row.tsx';
import { canLeaveOut, outcomeOf } from './outcome.ts';

interface ItemDetailProps {
  readonly item: ImportItem | undefined;
  readonly onChoose: (n: number, choice: string | null) => void;
}

/** One form of the preview: whom it is about, what is doubtful in it, and what it would change. */
export function ItemDetail({ item, onChoose }: ItemDetailProps) {
  if (!item) return <Loading />;
  const outcome = outcomeOf(item);
  const asks = item.state === 'ambiguous' || item.candidates.length > 0;
  return (
    <article className="import-detail">
      <header className="import-detail-head">
        <div>
          <h2>
            {nameOf(item)} <OutcomeMark item={item} />
          </h2>
          <div className="soft-text import-detail-file">{item.file}</div>
          <UnitLine item={item} />
        </div>
        {canLeaveOut(item) && !asks && (
          <Button onClick={() => onChoose(item.n, outcome === 'skip' ? null : 'skip')}>
            {outcome === 'skip' ? '恢复导入' : '不导入'}
          </Button>
        )}
      </header>
      {item.problems.length > 0 && (
        <ul className="import-problems" aria-label="问题">
          {item.problems.map((problem, index) => (
            <li key={index} className={problem.level === 'error' ? 'is-error' : ''}>
              {problem.message}
            </li>
          ))}
        </ul>
      )}
      {asks && <CandidateChoice item={item} onChoose={onChoose} />}
      {item.differences.length > 0 ? (
        <DifferenceTable
          differences={item.differences}
          isNew={item.differences.every(({ before }) => before === '')}
        />
      ) : (
        <Reason state={item.state} />
      )}
    </article>
  );
}

/** Where somebody new would go when units are recognized by the current post. */
function UnitLine({ item }: { readonly item: ImportItem }) {
  if (item.state !== 'created') return null;
  return (
    <div className="soft-text">
      {item.unit ? `从现任职务识别的机构：${item.unit.name}` : unknownUnit(item.unitWords)}
    </div>
  );
}

function unknownUnit(words = ''): string {
  return words === ''
    ? '未能从现任职务识别机构，将列入未归属'
    : `现任职务中的“${words}”未能识别，可在下方对应机构，否则列入未归属`;
}

/** Why there is nothing to compare. */
function Reason({ state }: { readonly state: ImportItem['state'] }) {
  if (state === 'unchanged') return <EmptyState title="与现有内容一致，不会改动" />;
  return state === 'created' && <EmptyState title="库中没有此人，将按表中内容新增" />;
}
