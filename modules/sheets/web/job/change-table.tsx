import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorView, Loading, useCall } from '#platform/web';
import { listBulkChanges, type BulkChangeLine, type BulkStatus } from '../../model/bulk-contracts.ts';
import { Pager } from './error-table.tsx';

const size = 50;

/** What would be written, record by record: before and after of every field. */
export function ChangeTable({ status: { id, kind, counts } }: { readonly status: BulkStatus }) {
  const [page, setPage] = useState(1);
  const found = useCall(listBulkChanges, { params: { id }, query: { page, size } }, { keepPrevious: true });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { total, changes } = found.data;
  if (total === 0) return <p className="soft-text">没有要写入的内容。</p>;
  const all = counts.created + counts.updated;
  return (
    <>
      {all > total && (
        <p className="soft-text">
          共 {all.toLocaleString('zh-CN')} 条，这里列出前 {total.toLocaleString('zh-CN')} 条。
        </p>
      )}
      <div className="sheets-scroll">
        <table className="sheets-table">
          <thead>
            <tr>
              {kind === 'sheet' && <th className="is-place">行</th>}
              <th>姓名</th>
              <th>改变的内容</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change, index) => (
              <tr key={`${change.row} ${change.person} ${index}`}>
                {kind === 'sheet' && <td className="is-place">{change.row}</td>}
                <td>
                  <Link to="/cadres/$id" params={{ id: change.person }}>
                    {change.name}
                  </Link>
                </td>
                <td className="is-text">
                  <Lines change={change} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} total={total} onPage={setPage} />
    </>
  );
}

/** Before and after of every field that changes. */
export function Lines({ change }: { readonly change: BulkChangeLine }) {
  return change.lines.map(({ label, before, after }) => (
    <p key={label} className="sheets-line">
      <span className="soft-text">{label}</span>
      {before !== '' && <del>{before}</del>}
      {after === '' ? <em>清空</em> : <ins>{after}</ins>}
    </p>
  ));
}
