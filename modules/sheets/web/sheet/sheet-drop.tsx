import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { upload, useNotes } from '#platform/web';
import type { BulkStatus } from '../../model/bulk-contracts.ts';
import { usePutJob } from '../job/use-job.ts';

/** Where the sheet of a job comes in: dropped or chosen. */
export function SheetDrop({ job }: { readonly job: string }) {
  const put = usePutJob();
  const { failed } = useNotes();
  const send = async (file: File): Promise<void> => {
    const form = new FormData();
    form.append('file', file, file.name);
    try {
      put((await upload(`/bulk-jobs/${job}/file`, form)) as BulkStatus);
    } catch (error) {
      failed(error);
    }
  };
  return <FileDrop onFile={send} />;
}

/** A place for one sheet file; busy until what is done with it has ended. */
export function FileDrop({
  onFile,
  disabled = false,
}: {
  onFile: (file: File) => Promise<void>;
  disabled?: boolean;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file || busy || disabled) return;
    setBusy(true);
    await onFile(file).finally(() => setBusy(false));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={isOver ? 'sheets-drop is-over' : 'sheets-drop'}
      aria-label="选择数据表"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="sheets-drop-title">把填好的数据表拖到这里</p>
      <Button
        type="primary"
        size="large"
        loading={busy}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        选择文件
      </Button>
      <p className="soft-text">.xlsx 或 .csv；先检查、预览，确认后才写入</p>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm,.csv,.xls"
        hidden
        aria-label="选择文件"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </section>
  );
}
