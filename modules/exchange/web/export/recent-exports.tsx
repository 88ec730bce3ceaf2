import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import {
  apiRoot,
  EmptyState,
  ErrorView,
  keyOf,
  Loading,
  ProgressPanel,
  useAction,
  useCall,
  useNotes,
  useOfficeClock,
} from '#platform/web';
import { cancelExport, listExports, type ExportStatus } from '../../model/contracts.ts';
import { formatLabel } from './formats.ts';
import { sizeText } from './size-text.ts';

/** The exports of late: progress of those that run, files of those that are done. */
export function RecentExports() {
  const client = useQueryClient();
  const known = client.getQueryData<{ exports: readonly ExportStatus[] }>(keyOf(listExports, {}));
  const running = known?.exports.some(({ state }) => state === 'running') ?? false;
  const found = useCall(listExports, {}, { every: running ? 700 : false });
  const remove = useAction(cancelExport);
  const { failed } = useNotes();

  const drop = async (id: string): Promise<void> => {
    try {
      await remove.mutateAsync({ params: { id } });
      await client.invalidateQueries({ queryKey: keyOf(listExports) });
    } catch (error) {
      failed(error);
    }
  };

  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { exports } = found.data;
  return (
    <section>
      <h2>近期的导出</h2>
      {exports.length === 0 && (
        <EmptyState title="还没有导出" hint="导出的文件列在这里，保留三天，可随时下载或删除。" />
      )}
      <ul className="export-list">
        {exports.map((each) => (
          <li key={each.id}>
            {each.state === 'running' ? (
              <ProgressPanel
                label={`正在导出 ${formatLabel(each.format)}`}
                done={each.done}
                total={each.total}
                unit="人"
                startedAt={each.startedAt}
                onStop={() => void drop(each.id)}
              />
            ) : (
              <FinishedExport status={each} onDrop={() => void drop(each.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function FinishedExport({ status, onDrop }: { readonly status: ExportStatus; readonly onDrop: () => void }) {
  const clock = useOfficeClock();
  return (
    <div className="export-row">
      <span className="export-row-time">{clock.minuteText(status.startedAt)}</span>
      <span className="export-row-text">
        {status.state === 'done' ? status.fileName : formatLabel(status.format)}
        <span
          className={status.state === 'failed' ? 'warn-text export-row-facts' : 'soft-text export-row-facts'}
        >
          {factsOf(status)}
        </span>
      </span>
      <span className="export-row-actions">
        {status.state === 'done' && (
          <Button href={`${apiRoot}/exports/${encodeURIComponent(status.id)}/file`} download>
            下载
          </Button>
        )}
        <Button onClick={onDrop}>删除</Button>
      </span>
    </div>
  );
}

function factsOf({ state, format, size, message }: ExportStatus): string {
  if (state === 'failed') return message;
  if (state === 'cancelled') return '已停止';
  return [formatLabel(format), sizeText(size), message].filter((fact) => fact !== '').join('，');
}
