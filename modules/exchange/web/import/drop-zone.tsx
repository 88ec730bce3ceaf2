import { Button } from 'antd';
import { useRef, useState, type DragEvent } from 'react';
import { filesOfDrop, filesOfInput, type ChosenFiles } from '../upload/dropped-files.ts';

interface DropZoneProps {
  readonly busy: boolean;
  readonly onChosen: (chosen: ChosenFiles) => void;
}

/** Where files come in: dropped, or chosen as files or as a folder. */
export function DropZone({ busy, onChosen }: DropZoneProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // Entering a child leaves the parent: counted, so that the mark does not flicker.
  const [depth, setDepth] = useState(0);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setDepth(0);
    if (!busy) void filesOfDrop(event.dataTransfer).then(onChosen);
  };
  const take = (input: HTMLInputElement): void => {
    if (input.files) onChosen(filesOfInput(input.files));
    // The same files can be chosen again.
    input.value = '';
  };
  return (
    <section
      className={depth > 0 ? 'import-drop is-over' : 'import-drop'}
      aria-label="选择要导入的文件"
      onDragEnter={(event) => {
        event.preventDefault();
        setDepth((old) => old + 1);
      }}
      onDragLeave={() => setDepth((old) => Math.max(0, old - 1))}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <p className="import-drop-title">把任免表文件、文件夹或压缩包拖到这里</p>
      <div className="import-drop-buttons">
        <Button type="primary" loading={busy} onClick={() => files.current?.click()}>
          选择文件
        </Button>
        <Button disabled={busy} onClick={() => folder.current?.click()}>
          选择文件夹
        </Button>
      </div>
      <p className="soft-text">
        .lrmx、.lrm（照片 .pic 或 .jpg 与表同名）、.zip，数量不限。先预览，确认后才写入。
      </p>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label="选择文件"
        onChange={(event) => take(event.target)}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label="选择文件夹"
        onChange={(event) => take(event.target)}
      />
    </section>
  );
}
