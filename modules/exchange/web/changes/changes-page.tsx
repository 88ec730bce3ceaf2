import { Button } from 'antd';
import { useState } from 'react';
import { listChanges } from '#modules/cadres';
import { UndoDialog } from '#modules/cadres/web';
import type { OperationOutput } from '#platform/model';
import { EmptyState, ErrorView, Loading, useCall, useCan, useOfficeClock } from '#platform/web';
import '../exchange.css';

type Change = OperationOutput<typeof listChanges>['changes'][number];

/** 变更记录: who changed what of late, and the way back. */
export function ChangesPage() {
  const clock = useOfficeClock();
  const found = useCall(listChanges, {});
  const mayUndo = useCan('journal:undo');
  const [undoing, setUndoing] = useState<Change | null>(null);
  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { changes } = found.data;
  return (
    <div className="exchange-page">
      <h1>变更记录</h1>
      {changes.length === 0 ? (
        <EmptyState title="还没有变更" hint="新增、修改、导入和删除都会记在这里。" />
      ) : (
        <div className="exchange-scroll">
          <table className="exchange-table">
            <thead>
              <tr>
                <th>时间</th>
                <th>操作人</th>
                <th>事项</th>
                <th className="is-number">涉及</th>
                <th>原因</th>
                <th>
                  <span className="visually-hidden">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.id}>
                  <td>{clock.minuteText(change.at)}</td>
                  <td>{change.actorName}</td>
                  <td className="is-text">{change.summary}</td>
                  <td className="is-number">{change.subjects.toLocaleString('zh-CN')}</td>
                  <td>{change.reason}</td>
                  <td className="is-action">
                    <UndoCell change={change} mayUndo={mayUndo} onUndo={() => setUndoing(change)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {undoing && (
        <UndoDialog
          change={undoing.id}
          what={`${clock.minuteText(undoing.at)}，${undoing.actorName}：${undoing.summary}。撤销后恢复到这次变更以前。`}
          onClose={() => setUndoing(null)}
          onUndone={() => void found.refetch()}
        />
      )}
    </div>
  );
}

interface UndoCellProps {
  readonly change: Change;
  readonly mayUndo: boolean;
  readonly onUndo: () => void;
}

function UndoCell({ change, mayUndo, onUndo }: UndoCellProps) {
  if (change.undoneBy !== null) return <span className="soft-text">已撤销</span>;
  if (!mayUndo || change.origin === 'sample') return null;
  return (
    <Button size="small" onClick={onUndo}>
      撤销
    </Button>
  );
}
