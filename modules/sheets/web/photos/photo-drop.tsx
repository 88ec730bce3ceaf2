import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';

/** A place for photos, a folder of them, or zips. */
export function PhotoDrop({ onFiles }: { readonly onFiles: (files: readonly File[]) => Promise<void> }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [isOver, setOver] = useState(false);
  const take = async (list: FileList | null): Promise<void> => {
    const chosen = [...(list ?? [])];
    if (chosen.length === 0 || busy) return;
    setBusy(true);
    await onFiles(chosen).finally(() => setBusy(false));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files);
  };
  return (
    <section
      className={isOver ? 'sheets-drop is-over' : 'sheets-drop'}
      aria-label="选择照片"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p className="sheets-drop-title">把照片或压缩包拖到这里</p>
      <div className="sheets-drop-buttons">
        <Button type="primary" size="large" loading={busy} onClick={() => files.current?.click()}>
          选择文件
        </Button>
        <Button size="large" disabled={busy} onClick={() => folder.current?.click()}>
          选择文件夹
        </Button>
      </div>
      <p className="soft-text">.jpg、.png、.bmp、.pic 或 .zip；先检查、预览，确认后才写入</p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept=".jpg,.jpeg,.png,.bmp,.pic,.zip"
        aria-label="选择文件"
        onChange={(event) => {
          void take(event.target.files).finally(() => (event.target.value = ''));
        }}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="选择文件夹"
        onChange={(event) => void take(event.target.files)}
      />
    </section>
  );
}
