import { Button, Input, Modal, Slider } from 'antd';
import { useRef, useState } from 'react';
import { messageOf, readTypedDate, upload, useNotes } from '#platform/web';
import { useRefreshPerson } from '../person/use-refresh-person.ts';
import { CropFrame, croppedJpeg } from './crop-frame.tsx';
import { cropOf, firstView, largestZoom, moved, outputSize, type View } from './crop-math.ts';
import { openPicture, PictureProblem } from './picture-file.ts';
import './photo.css';

/** Below this width a print shows the pixels. */
const sharpWidth = 295;

/** 更换照片: choose a file, crop it to 4 : 5, upload. */
export function PhotoDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [takenOn, setTakenOn] = useState('');
  const [problem, setProblem] = useState('');
  const [sending, setSending] = useState(false);
  const refresh = useRefreshPerson(id);
  const notes = useNotes();
  const taken = takenOn.trim() === '' ? '' : readTypedDate(takenOn);
  const size = picture && view ? outputSize(cropOf(picture, view)) : null;

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const opened = await openPicture(file);
      setProblem('');
      setPicture(opened);
      setView(firstView(opened));
    } catch (error) {
      setProblem(error instanceof PictureProblem ? error.message : messageOf(error));
    }
  };
  const send = async (): Promise<void> => {
    if (!picture || !view || !size || taken === null) return;
    setSending(true);
    try {
      const form = new FormData();
      form.append('takenOn', taken);
      form.append('photo', await croppedJpeg(picture, view, size.width, size.height), 'photo.jpg');
      await upload(`/cadres/${id}/photo`, form);
      await refresh();
      notes.done('照片已更换');
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title="更换照片"
      width={420}
      okText="上传"
      okButtonProps={{ disabled: !picture || taken === null }}
      confirmLoading={sending}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-label="照片文件"
        accept="image/jpeg,image/png,image/bmp,.jpg,.jpeg,.png,.bmp"
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {!picture && (
        <div
          className="photo-drop"
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void choose(event.dataTransfer.files[0]);
          }}
        >
          <Button type="primary" onClick={() => input.current?.click()}>
            选择照片
          </Button>
          <p className="soft-text">JPG、PNG 或 BMP，不超过 5 MB，也可拖到此处</p>
        </div>
      )}
      {picture && view && size && (
        <div className="photo-crop">
          <CropFrame picture={picture} view={view} onView={setView} />
          <Slider
            ariaLabelForHandle="缩放"
            min={1}
            max={largestZoom}
            step={0.05}
            value={view.zoom}
            tooltip={{ open: false }}
            onChange={(zoom: number) => setView(moved(picture, view, 0, 0, zoom / view.zoom))}
          />
          <p className={size.width < sharpWidth ? 'warn-text' : 'soft-text'}>
            裁剪后 {size.width}×{size.height} 像素
            {size.width < sharpWidth && '，打印可能不清晰'}
          </p>
          <Button onClick={() => input.current?.click()}>换一张</Button>
        </div>
      )}
      <div className="photo-taken">
        <label htmlFor="photo-taken-on">拍摄日期</label>
        <Input
          id="photo-taken-on"
          value={takenOn}
          placeholder="如 2024.05，可不填"
          autoComplete="off"
          {...(taken === null ? { status: 'error' as const } : {})}
          onChange={(event) => setTakenOn(event.target.value)}
        />
        {taken === null && <p className="warn-text">不是有效日期，请写成 2024、2024.05 或 2024.05.20。</p>}
      </div>
      {problem && (
        <p className="warn-text" role="alert">
          {problem}
        </p>
      )}
    </Modal>
  );
}
