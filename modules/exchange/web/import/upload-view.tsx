import { Button } from 'antd';
import { EmptyState, messageOf, ProgressPanel } from '#platform/web';
import type { ImportStatus } from '../../model/contracts.ts';
import { continueUpload, useUpload } from '../upload/uploads.ts';
import { usePace } from './pace.ts';
import { useCancel } from './use-cancel.ts';
import { usePreviewStart } from './use-preview-start.ts';

const megabytes = (bytes: number): number => Math.round((bytes / 1024 / 1024) * 10) / 10;

/** The files on their way to the server. */
export function UploadView({ status: { id } }: { readonly status: ImportStatus }) {
  const upload = useUpload(id);
  const cancel = useCancel(id);
  const startPreview = usePreviewStart();
  const startedAt = usePace(id, upload?.sentBytes ?? 0);

  if (!upload || upload.phase === 'stopped') {
    return (
      <EmptyState title="这次上传没有完成" hint="页面被关闭或刷新过，没有上传完的文件需要重新选择。">
        <Button type="primary" onClick={() => startPreview(id)}>
          只用已上传的文件
        </Button>
        <Button onClick={() => void cancel()}>放弃导入</Button>
      </EmptyState>
    );
  }
  if (upload.phase === 'interrupted') {
    return (
      <EmptyState
        title="上传中断"
        hint={`${messageOf(upload.error)}如果所选文件被移动或修改过，请放弃后重新选择。`}
      >
        <Button type="primary" onClick={() => continueUpload(id, () => startPreview(id))}>
          继续上传
        </Button>
        <Button onClick={() => void cancel()}>放弃导入</Button>
      </EmptyState>
    );
  }
  if (upload.phase === 'sent') {
    return (
      <EmptyState title="文件已全部上传" hint="正在生成预览；如果长时间没有变化，请点“生成预览”。">
        <Button onClick={() => startPreview(id)}>生成预览</Button>
      </EmptyState>
    );
  }
  return (
    <>
      <ProgressPanel
        label={`正在上传（${upload.sentFiles} / ${upload.totalFiles} 个文件）`}
        done={megabytes(upload.sentBytes)}
        total={Math.max(0.1, megabytes(upload.totalBytes))}
        unit="MB"
        startedAt={startedAt}
        onStop={() => void cancel()}
      />
      <p className="soft-text">可以离开本页做其他工作，但不要关闭或刷新浏览器。</p>
    </>
  );
}
