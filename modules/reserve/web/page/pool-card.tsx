import { Link } from '@tanstack/react-router';
import type { OperationOutput } from '#platform/model';
import type { readReserve } from '../../model/contracts.ts';
import { Bar } from './bar.tsx';

export type PoolFigures = OperationOutput<typeof readReserve>['pools'][number];

/** A pool on the overview: its members against the target, who waits and who should leave, what its structure lacks. */
export function PoolCard({
  figures,
  asOf,
}: {
  readonly figures: PoolFigures;
  readonly asOf: string | undefined;
}) {
  const { pool, members, candidates, leavers, lines, reviewed, problem } = figures;
  const { total } = pool.target;
  const to = (tab?: string) => ({
    to: '/reserve/pools/$pool' as const,
    params: { pool: pool.id },
    search: { ...(tab ? { tab } : {}), ...(asOf ? { asOf } : {}) },
  });
  return (
    <article className="reserve-card" aria-label={pool.name}>
      <header>
        <h2>
          <Link {...to()}>{pool.name}</Link>
        </h2>
        {pool.closed && <span className="reserve-mark">已停止入库</span>}
        <span className="soft-text reserve-card-kind">{pool.kind}</span>
      </header>
      <div className="reserve-members">
        <Link {...to()} className="reserve-number">
          {members}
        </Link>
        <span className="soft-text">人{total !== null && ` / 目标 ${total} 人`}</span>
        {total !== null && <Bar value={members} wanted={total} most={Math.max(total, members)} />}
      </div>
      <ul className="reserve-facts">
        {candidates !== null && (
          <li>
            <Link {...to('candidates')}>
              符合条件未入库 <b>{candidates}</b>
            </Link>
          </li>
        )}
        {leavers !== null && (
          <li className={leavers > 0 ? 'is-due' : ''}>
            <Link {...to('leavers')}>
              应出库 <b>{leavers}</b>
            </Link>
          </li>
        )}
        <li>
          <Link {...to('reviews')}>
            本年已研判 <b>{reviewed}</b>
          </Link>
        </li>
      </ul>
      {lines.length > 0 && members > 0 && (
        <ul className="reserve-lines">
          {lines.map(({ id, label, kind, share, count, wanted, missing }) => (
            <li key={id}>
              <span>{label}</span>
              <Bar
                value={kind === 'share' ? (share ?? 0) : count}
                wanted={wanted}
                most={kind === 'share' ? 100 : Math.max(wanted, count)}
              />
              <span className={missing > 0 ? 'warn-text' : 'soft-text'}>
                {kind === 'share' ? `${share ?? 0}% / ${wanted}%` : `${count} / ${wanted}`}
              </span>
            </li>
          ))}
        </ul>
      )}
      {problem !== '' && <p className="warn-text">{problem}</p>}
    </article>
  );
}
