import { Link } from '@tanstack/react-router';
import { EmptyState, ErrorView, Loading, useCall, useCan } from '#platform/web';
import { fragmentOf } from '#modules/query/web';
import { readReserveStructure } from '../../model/contracts.ts';
import type { Pool } from '../../model/pools/pool.ts';
import { Bar } from '../page/bar.tsx';

/** 结构: what is wanted against what is there, and how the members are made up. */
export function StructureTab({ pool, asOf }: { readonly pool: Pool; readonly asOf: string | undefined }) {
  const mayAsk = useCan('query:run');
  const { data, error, refetch } = useCall(readReserveStructure, {
    body: { pool: pool.id, ...(asOf ? { asOf } : {}) },
  });
  if (error && !data) return <ErrorView error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { members, total, lines, breakdowns } = data;
  if (members === 0) return <EmptyState title="还没有成员" hint="有成员以后，这里显示结构与要求的差距。" />;
  return (
    <div className="reserve-structure">
      <section>
        <h2>与结构要求相比</h2>
        {total === null && lines.length === 0 ? (
          <p className="soft-text">没有设定结构要求，可在“定义”中设定。</p>
        ) : (
          <div className="reserve-scroll">
            <table className="reserve-table is-plain">
              <thead>
                <tr>
                  <th scope="col">项目</th>
                  <th scope="col">要求</th>
                  <th scope="col">现有</th>
                  <th scope="col" className="is-wide">
                    <span className="visually-hidden">图示</span>
                  </th>
                  <th scope="col">还缺</th>
                </tr>
              </thead>
              <tbody>
                {total !== null && (
                  <tr>
                    <th scope="row">总数</th>
                    <td>{total} 人</td>
                    <td>{members} 人</td>
                    <td>
                      <Bar value={members} wanted={total} most={Math.max(total, members)} />
                    </td>
                    <Missing count={Math.max(0, total - members)} />
                  </tr>
                )}
                {lines.map(
                  ({ id, label, kind, wanted, count, share, missing, needed, question, sentence }) => {
                    const fragment = mayAsk ? fragmentOf({ question, asOf }) : null;
                    return (
                      <tr key={id}>
                        <th scope="row" title={sentence}>
                          {label}
                        </th>
                        <td>{kind === 'share' ? `${wanted}%（${needed} 人）` : `${wanted} 人`}</td>
                        <td>
                          {fragment === null ? (
                            `${count} 人`
                          ) : (
                            <Link to="/query" hash={fragment}>
                              {count} 人
                            </Link>
                          )}
                          ，{share ?? 0}%
                        </td>
                        <td>
                          <Bar
                            value={kind === 'share' ? (share ?? 0) : count}
                            wanted={wanted}
                            most={kind === 'share' ? 100 : Math.max(wanted, count)}
                          />
                        </td>
                        <Missing count={missing} />
                      </tr>
                    );
                  },
                )}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section>
        <h2>成员构成（{members} 人）</h2>
        <div className="reserve-breakdowns">
          {breakdowns.map(({ label, groups }) => (
            <section key={label}>
              <h3>{label}</h3>
              <ul className="reserve-lines">
                {groups.map((group) => (
                  <li key={group.label}>
                    <span>{group.label}</span>
                    <Bar value={group.share} wanted={null} most={100} />
                    <span>
                      {group.count} 人，{group.share}%
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
    </div>
  );
}

function Missing({ count }: { readonly count: number }) {
  return <td className={count > 0 ? 'warn-text' : 'soft-text'}>{count > 0 ? `${count} 人` : '已达到'}</td>;
}
