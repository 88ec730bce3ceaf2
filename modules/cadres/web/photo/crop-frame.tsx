import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { cropOf, moved, type View } from './crop-math.ts';

const frame = { width: 320, height: 400 };
const zoomStep = 1.1;

export interface CropFrameProps {
  readonly picture: ImageBitmap;
  readonly view: View;
  readonly onView: (view: View) => void;
}

/** The part that will be kept: dragged by the pointer, moved by the arrow keys, zoomed by the wheel, + and -. */
export function CropFrame({ picture, view, onView }: CropFrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drag = useRef<{ x: number; y: number } | null>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const crop = cropOf(picture, view);
    context.imageSmoothingQuality = 'high';
    context.fillStyle = '#fff';
    context.fillRect(0, 0, frame.width, frame.height);
    context.drawImage(picture, crop.x, crop.y, crop.width, crop.height, 0, 0, frame.width, frame.height);
  }, [picture, view]);

  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>): void => {
    const from = drag.current;
    if (!from) return;
    drag.current = { x: event.clientX, y: event.clientY };
    const perPixel = cropOf(picture, view).width / event.currentTarget.clientWidth;
    onView(moved(picture, view, (from.x - event.clientX) * perPixel, (from.y - event.clientY) * perPixel));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = cropOf(picture, view).width * (event.shiftKey ? 0.1 : 0.02);
    const moves: Record<string, readonly [number, number, number]> = {
      ArrowLeft: [-step, 0, 1],
      ArrowRight: [step, 0, 1],
      ArrowUp: [0, -step, 1],
      ArrowDown: [0, step, 1],
      '+': [0, 0, zoomStep],
      '=': [0, 0, zoomStep],
      '-': [0, 0, 1 / zoomStep],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    onView(moved(picture, view, ...move));
  };
  return (
    <canvas
      ref={canvas}
      className="crop-frame"
      width={frame.width}
      height={frame.height}
      tabIndex={0}
      role="application"
      aria-label="裁剪框：方向键移动，加减号缩放"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onWheel={(event) => onView(moved(picture, view, 0, 0, event.deltaY < 0 ? zoomStep : 1 / zoomStep))}
      onKeyDown={onKeyDown}
    />
  );
}

/** The cropped picture as a JPEG file with the original's own pixels. */
export async function croppedJpeg(
  picture: ImageBitmap,
  view: View,
  width: number,
  height: number,
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no drawing surface');
  const crop = cropOf(picture, view);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, crop.x, crop.y, crop.width, crop.height, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the browser wrote no picture'))),
      'image/jpeg',
      0.92,
    );
  });
}
