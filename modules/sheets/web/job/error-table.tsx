import { Pagination } from 'antd';
import { useState } from 'react';
import { ErrorView, Loading, useCall } from '#platform/web';
import { listBulkErrors, type BulkStatus } from '../../model/bulk-contracts.ts';

const size = 50;

/** Every wrong cell with its place, its value and what to do. */
export function ErrorTable({ status: { id, kind } }: { readonly status: BulkStatus }) {
  const [page, setPage] = useState(1);
  const found = useCall(listBulkErrors, { params: { id }, query: { page, size } }, { keepPrevious: true });
  if (found.isPending) return <Loading />;
  if (found.error) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const { total, errors } = found.data;
  if (total === 0) return <p className="soft-text">没有。</p>;
  const isSheet = kind === 'sheet';
  return (
    <>
      <div className="sheets-scroll">
        <table className="sheets-table">
          <thead>
            <tr>
              {isSheet && <th className="is-place">位置</th>}
              <th>{isSheet ? '列' : '姓名'}</th>
              <th>{kind === 'photos' ? '文件' : isSheet ? '内容' : '现有内容'}</th>
              <th>原因和办法</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error, index) => (
              <tr key={`${error.row} ${error.column} ${index}`}>
                {isSheet && (
                  <td className="is-place">
                    {error.column}
                    {error.row}
                  </td>
                )}
                <td>{error.heading}</td>
                <td className="is-value">{error.value}</td>
                <td className="is-text">{error.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager page={page} total={total} onPage={setPage} />
    </>
  );
}

/** The pages of a list, where there are several. */
export function Pager(props: {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}) {
  const { page, total, onPage } = props;
  if (total <= size) return null;
  return (
    <Pagination
      className="sheets-pages"
      current={page}
      pageSize={size}
      total={total}
      showSizeChanger={false}
      showTotal={(all) => `共 ${all.toLocaleString('zh-CN')} 条`}
      onChange={onPage}
    />
  );
}
