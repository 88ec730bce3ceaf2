import { memo } from 'react';
import { EmptyState, ErrorView, Loading } from '#platform/web';
import { ResultCards } from './result-cards.tsx';
import { ResultTable, type ResultProps } from './result-table.tsx';

/** A table, a close list, or cards with photographs. */
export type ResultLook = 'table' | 'list' | 'cards';

export interface ResultPaneProps extends ResultProps {
  readonly look: ResultLook;
}

/** The people found, or why there are none. */
export const ResultPane = memo(function ResultPane({ look, ...given }: ResultPaneProps) {
  const { answer, error, retry } = given.found;
  const isStale = error !== null && answer !== undefined;
  return (
    <div className={isStale ? 'query-found is-stale' : 'query-found'}>
      {error && <ErrorView error={error} onRetry={retry} />}
      {!answer && !error && <Loading label="正在查询…" />}
      {answer && answer.count === 0 && !error && (
        <EmptyState
          title="没有符合条件的人员"
          hint="看看每个条件旁边的人数：人数为 0 的条件可以放宽或删去；也可以核对截止时间和人员范围。"
        />
      )}
      {answer && answer.count > 0 && !error && look === 'table' && <ResultTable {...given} />}
      {answer && answer.count > 0 && !error && look !== 'table' && (
        <ResultCards
          found={given.found}
          selection={given.selection}
          columns={given.columns}
          compact={look === 'list'}
        />
      )}
    </div>
  );
});
