import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { apiRoot, ErrorView, keyOf, ProgressPanel, useAction, useCall, useNotes } from '#platform/web';
import { listRosterExports, removeRosterExport, type RosterExportStatus } from '../../model/contracts.ts';

/** The rosters exported of late: progress of those that run, files of those that are done. */
export function RecentExports() {
  const client = useQueryClient();
  const known = client.getQueryData<{ exports: readonly RosterExportStatus[] }>(keyOf(listRosterExports, {}));
  const running = known?.exports.some(({ state }) => state === 'running') ?? false;
  const found = useCall(listRosterExports, {}, { every: running ? 700 : false });
  const remove = useAction(removeRosterExport);
  const { failed } = useNotes();
  const drop = async (id: string): Promise<void> => {
    try {
      await remove.mutateAsync({ params: { id } });
      await client.invalidateQueries({ queryKey: keyOf(listRosterExports) });
    } catch (error) {
      failed(error);
    }
  };
  if (found.error) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data || found.data.exports.length === 0) return null;
  return (
    <section>
      <h2>近期导出的名册</h2>
      <ul className="rosters-list" aria-label="近期导出的名册">
        {found.data.exports.map((each) => (
          <li key={each.id}>
            {each.state === 'running' ? (
              <ProgressPanel
                label={`正在导出“${each.name}”`}
                done={each.done}
                total={each.total}
                unit="人"
                startedAt={each.startedAt}
                onStop={() => void drop(each.id)}
              />
            ) : (
              <>
                <span className="rosters-name">{each.state === 'done' ? each.fileName : each.name}</span>
                <span
                  className={each.state === 'failed' ? 'rosters-facts warn-text' : 'rosters-facts soft-text'}
                >
                  {each.message}
                </span>
                <span className="rosters-actions">
                  {each.state === 'done' && (
                    <Button href={`${apiRoot}/rosters/exports/${encodeURIComponent(each.id)}/file`} download>
                      下载
                    </Button>
                  )}
                  <Button onClick={() => void drop(each.id)}>删除</Button>
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
