import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { download, useAction, useConfirm, useNotes } from '#platform/web';
import { applyBulkJob, previewPhotos, type BulkStatus } from '../../model/bulk-contracts.ts';
import { ChangeTable } from './change-table.tsx';
import { ErrorTable } from './error-table.tsx';
import { number, partsOf } from './job-words.ts';
import { OtherDateView } from './other-date-view.tsx';
import { usePutJob } from './use-job.ts';

export interface PreviewViewProps {
  readonly status: BulkStatus;
  /** Goes back to the columns. */
  readonly onBack?: () => void;
  readonly onCancel: () => void;
}

/** What would be written and what is wrong, and the button that writes. */
export function PreviewView({ status, onBack, onCancel }: PreviewViewProps) {
  const { counts } = status;
  const apply = useAction(applyBulkJob);
  const confirm = useConfirm();
  const put = usePutJob();
  const { failed } = useNotes();
  const [saving, setSaving] = useState(false);
  const writes = counts.created + counts.updated;
  const isSheet = status.kind === 'sheet';
  const isPhotos = status.kind === 'photos';
  const unit = isSheet ? '行' : isPhotos ? '张' : '条';
  const look = useAction(previewPhotos);

  const write = async (): Promise<void> => {
    const agreed = await confirm({
      title: `写入 ${number(writes)} ${isPhotos ? '张照片' : '条'}，涉及 ${number(counts.people)} 人？`,
      content:
        counts.refused > 0
          ? `${isPhotos ? '未采用' : '有误'}的 ${number(counts.refused)} ${unit}不写入。写入后可以整体撤销。`
          : '写入后可以整体撤销。',
      verb: '写入',
    });
    if (!agreed) return;
    try {
      put(await apply.mutateAsync({ params: { id: status.id }, body: { acceptGood: counts.refused > 0 } }));
    } catch (error) {
      failed(error);
    }
  };
  const takeDoubtful = async (): Promise<void> => {
    try {
      put(await look.mutateAsync({ params: { id: status.id }, body: { takeDoubtful: true } }));
    } catch (error) {
      failed(error);
    }
  };
  const saveMarked = async (): Promise<void> => {
    setSaving(true);
    try {
      await download(`/bulk-jobs/${status.id}/marked`);
    } catch (error) {
      failed(error);
    } finally {
      setSaving(false);
    }
  };

  return (
    <>
      <p className="sheets-counts">
        <span>
          共 <strong>{number(counts.rows)}</strong> {unit}
        </span>
        {partsOf(counts, status.kind).map(({ label, count, unit }) => (
          <span key={label} className={label === '有误' || label === '未采用' ? 'warn-text' : ''}>
            {label} <strong>{number(count)}</strong> {unit}
          </span>
        ))}
        {counts.people > 0 && (
          <span>
            涉及 <strong>{number(counts.people)}</strong> 人
          </span>
        )}
      </p>
      {status.message !== '' && <p className="warn-text">{status.message}</p>}
      {counts.asked > 0 && <OtherDateView key={JSON.stringify(status.answers)} status={status} />}
      <div className="sheets-actions">
        <Button
          type="primary"
          size="large"
          disabled={writes === 0}
          loading={apply.isPending}
          onClick={() => void write()}
        >
          {labelOf(writes, counts.refused, isPhotos ? '张' : '条')}
        </Button>
        {counts.refused > 0 && isSheet && (
          <Button size="large" loading={saving} onClick={() => void saveMarked()}>
            下载标出错误的表
          </Button>
        )}
        {isPhotos && counts.refused > 0 && (
          <Button size="large" loading={look.isPending} onClick={() => void takeDoubtful()}>
            有疑问的照片也采用
          </Button>
        )}
        {onBack && (
          <Button size="large" onClick={onBack}>
            返回核对各列
          </Button>
        )}
        <Button size="large" onClick={onCancel}>
          放弃
        </Button>
      </div>
      <Tabs
        defaultActiveKey={counts.refused > 0 ? 'errors' : 'changes'}
        items={[
          ...(counts.refused > 0 || isPhotos
            ? [
                {
                  key: 'errors',
                  label: isPhotos ? '有疑问的照片' : '有误的内容',
                  children: <ErrorTable status={status} />,
                },
              ]
            : []),
          {
            key: 'changes',
            label: `将要写入（${number(writes)}）`,
            children: <ChangeTable status={status} />,
          },
        ]}
      />
    </>
  );
}

function labelOf(writes: number, refused: number, unit: string): string {
  if (writes === 0) return '没有要写入的内容';
  return refused > 0 ? `写入无误的 ${number(writes)} ${unit}` : `写入 ${number(writes)} ${unit}`;
}
