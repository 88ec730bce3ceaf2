import { Link } from '@tanstack/react-router';
import { ErrorView, Loading, useCall, useOfficeClock } from '#platform/web';
import { listBulkJobs, type BulkStatus } from '../../model/bulk-contracts.ts';
import { countsLine, stateLabels } from '../job/job-words.ts';

/** The work of late, with the way on or to its result. */
export function RecentJobs({ kinds }: { readonly kinds: readonly BulkStatus['kind'][] }) {
  const clock = useOfficeClock();
  const jobs = useCall(listBulkJobs, {}, { every: 10_000 });
  if (jobs.isPending) return <Loading />;
  if (jobs.error) return <ErrorView error={jobs.error} onRetry={() => void jobs.refetch()} />;
  const own = jobs.data.jobs.filter(({ kind, state }) => kinds.includes(kind) && state !== 'uploading');
  if (own.length === 0) return null;
  return (
    <section className="sheets-part">
      <h2>近期</h2>
      <div className="sheets-scroll">
        <table className="sheets-table">
          <thead>
            <tr>
              <th>时间</th>
              <th>内容</th>
              <th>状态</th>
              <th>结果</th>
            </tr>
          </thead>
          <tbody>
            {own.map((job) => (
              <tr key={job.id}>
                <td>{clock.minuteText(job.startedAt)}</td>
                <td className="is-title">
                  <Link to="/sheets/$id" params={{ id: job.id }}>
                    {job.title}
                  </Link>
                </td>
                <td className={job.state === 'failed' ? 'warn-text' : ''}>{stateLabels[job.state]}</td>
                <td className="is-text">{resultOf(job)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function resultOf(job: BulkStatus): string {
  if (job.state === 'failed') return job.message;
  if (job.state !== 'done' && job.state !== 'ready') return '';
  return [countsLine(job, job.state === 'done'), job.message].filter((text) => text !== '').join('。');
}
