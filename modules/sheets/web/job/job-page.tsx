import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { EmptyState, ErrorView, Loading, ProgressPanel, useAction, useNotes } from '#platform/web';
import { cancelBulkJob, type BulkStatus } from '../../model/bulk-contracts.ts';
import { isMoving, useJob } from './use-job.ts';
import { MappingView } from './mapping-view.tsx';
import { PreviewView } from './preview-view.tsx';
import { ResultView } from './result-view.tsx';
import { SheetDrop } from '../sheet/sheet-drop.tsx';
import { startOf, stateLabels } from './job-words.ts';
import '../sheets.css';

/** A piece of bulk work from its beginning to its result; what is shown follows the server's state. */
export function JobPage() {
  const { id } = useParams({ strict: false });
  return <Job key={id} id={id ?? ''} />;
}

function Job({ id }: { readonly id: string }) {
  const found = useJob(id);
  if (found.isPending) return <Loading />;
  if (!found.data) return <ErrorView error={found.error} onRetry={() => void found.refetch()} />;
  const status = found.data;
  return (
    <div className="sheets-page">
      <h1>{status.title}</h1>
      <Body status={status} />
    </div>
  );
}

function Body({ status }: { readonly status: BulkStatus }) {
  const navigate = useNavigate();
  const cancel = useAction(cancelBulkJob);
  const { failed } = useNotes();
  const [isBack, setBack] = useState(false);
  const start = startOf(status.kind);
  const drop = async (): Promise<void> => {
    try {
      await cancel.mutateAsync({ params: { id: status.id } });
      await navigate({ to: start });
    } catch (error) {
      failed(error);
    }
  };
  if (isMoving(status)) {
    return (
      <ProgressPanel
        label={stateLabels[status.state]}
        done={status.done}
        total={status.total}
        unit="人"
        startedAt={status.startedAt}
        onStop={() => void drop()}
      />
    );
  }
  if (status.state === 'uploading' && status.kind === 'sheet') return <SheetDrop job={status.id} />;
  if (status.look && (status.state === 'mapping' || (status.state === 'ready' && isBack))) {
    return (
      <MappingView key={`${status.look.sheet} ${status.look.headRow}`} status={status} look={status.look} />
    );
  }
  if (status.state === 'ready') {
    return (
      <PreviewView
        status={status}
        onCancel={() => void drop()}
        {...(status.kind === 'sheet' ? { onBack: () => setBack(true) } : {})}
      />
    );
  }
  if (status.state === 'done') return <ResultView status={status} />;
  return (
    <EmptyState title={titleOf(status.state)} hint={status.message}>
      <Link to={start}>
        <Button type="primary">重新开始</Button>
      </Link>
    </EmptyState>
  );
}

function titleOf(state: BulkStatus['state']): string {
  if (state === 'uploading') return '上传没有完成';
  return state === 'cancelled' ? '已取消，没有写入任何内容' : '没有成功，没有写入任何内容';
}
