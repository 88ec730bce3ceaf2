import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { EmptyState, ErrorView, Loading, ProgressPanel } from '#platform/web';
import type { ImportStatus } from '../../model/contracts.ts';
import { Preview } from '../preview/preview.tsx';
import { ImportResult } from './import-result.tsx';
import { isMoving } from './import-states.ts';
import { usePace } from './pace.ts';
import { UploadView } from './upload-view.tsx';
import { useCancel } from './use-cancel.ts';
import { useImport } from './use-import.ts';
import { usePreviewStart } from './use-preview-start.ts';
import '../exchange.css';
import './import.css';

/** One import from the upload to its result; what is shown follows the server's state. */
export function OneImportPage() {
  const { id } = useParams({ strict: false });
  return <OneImport key={id} id={id ?? ''} />;
}

function OneImport({ id }: { readonly id: string }) {
  const found = useImport(id);
  const startPreview = usePreviewStart();
  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const status = found.data;
  if (status.state === 'ready') return <Preview status={status} />;
  return (
    <div className="exchange-page">
      <h1>导入任免审批表</h1>
      {status.state === 'uploading' && <UploadView status={status} />}
      {isMoving(status) && <Moving status={status} />}
      {status.state === 'done' && <ImportResult status={status} />}
      {status.state === 'failed' && (
        <EmptyState title="导入没有成功，没有写入任何内容" hint={status.message}>
          <Again />
          <Button onClick={() => startPreview(id)}>重新生成预览</Button>
        </EmptyState>
      )}
      {status.state === 'cancelled' && (
        <EmptyState title="导入已取消，没有写入任何内容">
          <Again />
        </EmptyState>
      )}
    </div>
  );
}

function Again() {
  return (
    <Link to="/import">
      <Button type="primary">重新导入</Button>
    </Link>
  );
}

/** The server reads or writes. Writing is all or nothing, so it may be stopped as well. */
function Moving({ status }: { readonly status: ImportStatus }) {
  const cancel = useCancel(status.id);
  const startedAt = usePace(`${status.id} ${status.state}`, status.done);
  const reading = status.state === 'reading';
  return (
    <>
      <ProgressPanel
        label={reading ? '正在读取任免表' : '正在写入'}
        done={status.done}
        total={status.total}
        unit="份"
        startedAt={startedAt}
        onStop={() => void cancel()}
      />
      <p className="soft-text">可以离开本页做其他工作，稍后从“导入”回到这里。</p>
    </>
  );
}
