import { Link } from '@tanstack/react-router';
import { EmptyState, ErrorView, Loading, useOfficeClock } from '#platform/web';
import type { ImportStatus } from '../../model/contracts.ts';
import { useUndone } from '../changes/use-undone.ts';
import { countsLine, isOpen, stateLabels } from './import-states.ts';
import { useImports } from './use-import.ts';

/** The imports that wait for their upload, the server or the operator, each with the way on. */
export function OpenImports() {
  const clock = useOfficeClock();
  const { data } = useImports();
  const open = data?.imports.filter(isOpen) ?? [];
  return open.map((each) => (
    <p key={each.id} className="import-open">
      <span>
        {clock.minuteText(each.startedAt)} 的导入{openText(each)}
      </span>
      <Link to="/import/$id" params={{ id: each.id }}>
        {each.state === 'ready' ? '去确认' : '查看'}
      </Link>
    </p>
  ));
}

/** The imports of late that have come to an end. */
export function RecentImports() {
  const clock = useOfficeClock();
  const imports = useImports();
  const undone = useUndone();
  if (imports.isPending) return <Loading />;
  if (imports.error) return <ErrorView error={imports.error} onRetry={() => void imports.refetch()} />;
  const past = imports.data.imports.filter((each) => !isOpen(each));
  return (
    <>
      <h2>近期的导入</h2>
      {past.length === 0 ? (
        <EmptyState title="还没有完成的导入" />
      ) : (
        <div className="exchange-scroll">
          <table className="exchange-table">
            <thead>
              <tr>
                <th>时间</th>
                <th>状态</th>
                <th>结果</th>
              </tr>
            </thead>
            <tbody>
              {past.map((each) => (
                <tr key={each.id}>
                  <td>
                    <Link to="/import/$id" params={{ id: each.id }}>
                      {clock.minuteText(each.startedAt)}
                    </Link>
                  </td>
                  <td className={each.state === 'failed' ? 'warn-text' : ''}>
                    {undone.has(each.change ?? '') ? '已撤销' : stateLabels[each.state]}
                  </td>
                  <td>{resultText(each)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function openText(status: ImportStatus): string {
  if (status.state === 'ready') return `等待确认：${countsLine(status)}`;
  if (status.state === 'uploading') return '还没有上传完';
  return `${stateLabels[status.state]}（${status.done} / ${status.total} 份）`;
}

function resultText(status: ImportStatus): string {
  if (status.state === 'failed') return status.message;
  return status.state === 'done' ? countsLine(status) : '没有写入任何内容';
}
