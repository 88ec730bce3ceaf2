import { Button } from 'antd';
import type { HistoryEntry } from '#platform/model';
import {
  EmptyState,
  ErrorView,
  Loading,
  useAction,
  useCall,
  useCan,
  useConfirm,
  useNotes,
} from '#platform/web';
import { readHistoryOfCadre, undoOperation } from '../../model/contracts.ts';
import { useRefreshPerson } from '../person/use-refresh-person.ts';
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
  const { data, error, refetch } = useCall(readHistoryOfCadre, { params: { id } });
  const action = useAction(undoOperation);
  const refresh = useRefreshPerson(id);
  const confirm = useConfirm();
  const notes = useNotes();
  const mayUndo = useCan('journal:undo');
  const undo = async (entry: HistoryEntry): Promise<void> => {
    const others = entry.subjects > 1 ? `这项变更涉及 ${entry.subjects} 个对象，将一并撤销。` : '';
    const title = `撤销“${entry.summary}”？`;
    const content = `${others}内容恢复到变更之前，撤销本身也会记入历史。`;
    if (!(await confirm({ title, content, verb: '撤销', grave: true }))) return;
    try {
      await action.mutateAsync({ params: { id: entry.id }, body: {} });
      notes.done('已撤销');
      await refresh();
    } catch (problem) {
      notes.failed(problem);
    }
  };
  if (error) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.entries.length === 0) return <EmptyState title="还没有变更记录" />;
  return (
    <ol className="history">
      {data.entries.map((entry) => (
        <li key={entry.id}>
          <header>
            <strong>{entry.summary}</strong>
            <span className="soft-text">
              {instantText(entry.at)}　{entry.actorName}
              {origins[entry.origin] ? `（${origins[entry.origin]}）` : ''}
            </span>
            {entry.undoneBy && <span className="history-undone">已撤销</span>}
            {mayUndo && !entry.undoneBy && entry.event !== 'erased' && entry.origin !== 'sample' && (
              <Button size="small" disabled={action.isPending} onClick={() => void undo(entry)}>
                撤销
              </Button>
            )}
          </header>
          {entry.reason && <p className="soft-text">原因：{entry.reason}</p>}
          <HistoryLines lines={entry.lines} />
        </li>
      ))}
    </ol>
  );
}

function instantText(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', {
    dateStyle: 'medium',
    timeStyle: 'short',
    hour12: false,
  });
}
