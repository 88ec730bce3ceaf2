import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { UndoDialog } from '#modules/cadres/web';
import { download, useCan, useNotes } from '#platform/web';
import type { BulkStatus } from '../../model/bulk-contracts.ts';
import { ErrorTable } from './error-table.tsx';
import { number, partsOf, startOf } from './job-words.ts';

/** What was written, what was wrong with the rest, and the way back. */
export function ResultView({ status }: { readonly status: BulkStatus }) {
  const navigate = useNavigate();
  const mayUndo = useCan('journal:undo');
  const { failed } = useNotes();
  const [undoing, setUndoing] = useState(false);
  const { counts, change, kind } = status;
  const save = (what: string): void => {
    download(`/bulk-jobs/${status.id}/${what}`).catch(failed);
  };
  if (kind === 'export') {
    return (
      <>
        <p>
          已导出 {number(counts.people)} 人的 {number(counts.rows)}{' '}
          条记录。在表上修改后，可以从“导入数据表”读回。
        </p>
        <div className="sheets-actions">
          <Button type="primary" size="large" onClick={() => save('export')}>
            下载
          </Button>
          <Again kind={kind} />
        </div>
      </>
    );
  }
  return (
    <>
      <p className="sheets-counts">
        {change === null ? (
          <span>没有写入任何内容</span>
        ) : (
          partsOf(counts, kind).map(({ label, count, unit }) => (
            <span key={label} className={label === '有误' || label === '未采用' ? 'warn-text' : ''}>
              {label} <strong>{number(count)}</strong> {unit}
            </span>
          ))
        )}
      </p>
      {status.message !== '' && <p>{status.message}</p>}
      <div className="sheets-actions">
        <Again kind={kind} />
        {kind === 'sheet' && counts.refused > 0 && (
          <Button onClick={() => save('marked')}>下载标出错误的表</Button>
        )}
        {change !== null && mayUndo && (
          <Button danger onClick={() => setUndoing(true)}>
            撤销
          </Button>
        )}
      </div>
      {counts.refused > 0 && (
        <>
          <h2>没有写入的内容</h2>
          <ErrorTable status={status} />
        </>
      )}
      {change !== null && undoing && (
        <UndoDialog
          change={change}
          what={`撤销后，这次写入的 ${number(counts.created + counts.updated)} 条记录恢复原来的内容，涉及 ${number(counts.people)} 人。`}
          onClose={() => setUndoing(false)}
          onUndone={() => void navigate({ to: '/changes' })}
        />
      )}
    </>
  );
}

const againLabels: Readonly<Record<BulkStatus['kind'], string>> = {
  sheet: '返回导入数据表',
  export: '返回导入数据表',
  edit: '继续批量修改',
  photos: '继续导入照片',
};

function Again({ kind }: { readonly kind: BulkStatus['kind'] }) {
  return (
    <Link to={startOf(kind)}>
      <Button>{againLabels[kind]}</Button>
    </Link>
  );
}
