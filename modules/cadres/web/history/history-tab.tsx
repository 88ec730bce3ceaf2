import { Button } from 'antd';
import { useState } from 'react';
import type { HistoryEntry } from '#platform/model';
import { EmptyState, ErrorView, Loading, useCall, useCan, useOfficeClock } from '#platform/web';
import { readHistoryOfCadre } from '../../model/contracts.ts';
import { UndoDialog } from '../changes/undo-dialog.tsx';
import { HistoryLines } from './history-lines.tsx';
import './history.css';

const origins: Readonly<Record<string, string>> = {
  web: '网页',
  import: '导入',
  cli: '命令行',
  sample: '示例数据',
  api: '接口',
};

/** 历史: every change of the person, the newest first, and the way back. */
export function HistoryTab({ id }: { id: string }) {
  const clock = useOfficeClock();
  const { data, error, refetch } = useCall(readHistoryOfCadre, { params: { id } });
  const mayUndo = useCan('journal:undo');
  const [undoing, setUndoing] = useState<HistoryEntry | null>(null);
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.entries.length === 0) return <EmptyState title="还没有变更记录" />;
  return (
    <>
      <ol className="history">
        {data.entries.map((entry) => (
          <li key={entry.id}>
            <header>
              <strong>{entry.summary}</strong>
              <span className="soft-text">
                {clock.minuteText(entry.at)}　{entry.actorName}
                {origins[entry.origin] ? `（${origins[entry.origin]}）` : ''}
              </span>
              {entry.undoneBy && <span className="history-undone">已撤销</span>}
              {mayUndo && !entry.undoneBy && entry.event !== 'erased' && entry.origin !== 'sample' && (
                <Button size="small" onClick={() => setUndoing(entry)}>
                  撤销
                </Button>
              )}
            </header>
            {entry.reason && <p className="soft-text">原因：{entry.reason}</p>}
            <HistoryLines lines={entry.lines} />
          </li>
        ))}
      </ol>
      {undoing && <UndoDialog change={undoing.id} what={whatOf(undoing)} onClose={() => setUndoing(null)} />}
    </>
  );
}

function whatOf({ summary, subjects }: HistoryEntry): string {
  const others = subjects > 1 ? `这项变更涉及 ${subjects.toLocaleString('zh-CN')} 个对象，将一并撤销。` : '';
  return `${summary}。${others}撤销后恢复到这次变更以前。`;
}
