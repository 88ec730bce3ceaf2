import { Button } from 'antd';
import { apiRoot, ErrorView, ProgressPanel, useCall } from '#platform/web';
import { readRosterExport } from '../../model/contracts.ts';

const pause = 700;

/** One export from its beginning to its file. */
export function OneExport({ id }: { id: string }) {
  const known = useCall(readRosterExport, { params: { id } }, { freshFor: 0 });
  const isRunning = known.data === undefined || known.data.state === 'running';
  const { data, error } = useCall(
    readRosterExport,
    { params: { id } },
    { freshFor: 0, every: isRunning ? pause : false },
  );
  if (error) return <ErrorView error={error} />;
  if (!data) return null;
  if (data.state === 'running') {
    return (
      <ProgressPanel
        label="正在生成"
        done={data.done}
        total={data.total}
        unit="人"
        startedAt={data.startedAt}
      />
    );
  }
  if (data.state === 'failed') return <p className="warn-text">{data.message}</p>;
  return (
    <div className="rosters-made" role="status">
      <span className="rosters-name">{data.fileName}</span>
      <Button type="primary" href={`${apiRoot}/rosters/exports/${encodeURIComponent(id)}/file`} download>
        下载
      </Button>
      {data.message !== '' && <p className="soft-text">{data.message}</p>}
    </div>
  );
}
