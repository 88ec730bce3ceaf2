import { pictureKind, pictureTakenOn, readJpegGrey, type GreyPicture } from '#documents/formats';
import type { CellProblem } from './cell-reading.ts';

/** What a picture file says of itself, and what speaks against it as the photo of a form. */
export interface PhotoCheck {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
  /** 2024-05-06, by the camera; null when it does not say. */
  readonly takenOn: string | null;
  /** Doubts: the operator may take the picture all the same. */
  readonly doubts: readonly CellProblem[];
}

/** Pixels; below this a printed photo of two inches shows steps. */
const leastWidth = 200;
const leastHeight = 260;
/** Width by height: photos of one and two inches have 0.71, those of three by four 0.75. */
const narrowest = 0.62;
const widest = 0.86;
/** The form asks for a recent photo. */
const oldYears = 3;
/** The spread of the brightness in the middle: a sheet of one colour has next to none. */
const leastSpread = 10;
/**
 * The variance of the Laplacian in the middle against that of the brightness, in thousandths: so contrast does not count.
 * Sharp portraits of that height have 18 and more, those blurred over two pixels 2.5 and less.
 */
const leastSharpness = 1.6;
const checkedHeight = 400;

/** Checks a picture without looking at the face; null when it is no picture. `today` is a date. */
export function checkPhoto(bytes: Uint8Array, today: string): PhotoCheck | null {
  const kind = pictureKind(bytes);
  if (!kind) return null;
  const { width, height, mediaType } = kind;
  const takenOn = mediaType === 'image/jpeg' ? pictureTakenOn(bytes) : null;
  const doubts: CellProblem[] = [];
  const doubt = (code: string, reason: string) => doubts.push({ code, reason });
  if (width < leastWidth || height < leastHeight)
    doubt(
      'photo-small',
      `照片只有 ${width}×${height} 像素，应不小于 ${leastWidth}×${leastHeight}，打印出来会不清晰。`,
    );
  const ratio = width / height;
  if (ratio < narrowest || ratio > widest)
    doubt('photo-ratio', `照片宽高为 ${width}×${height}，不是证件照的比例，请裁剪成约 5:7。`);
  if (takenOn !== null && Number(today.slice(0, 4)) - Number(takenOn.slice(0, 4)) > oldYears)
    doubt('photo-old', `照片拍摄于 ${takenOn.replaceAll('-', '.')}，已超过 ${oldYears} 年，请换用近期照片。`);
  const grey = mediaType === 'image/jpeg' ? readJpegGrey(bytes) : null;
  if (mediaType === 'image/jpeg' && grey === null)
    doubt('photo-unreadable', '照片的内容已损坏，可能只能显示一部分，请重新保存后再用。');
  if (grey) {
    const { spread, sharpness } = measure(grey);
    if (spread < leastSpread) doubt('photo-empty', '照片几乎是一种颜色，可能是空白图片。');
    else if (sharpness < leastSharpness) doubt('photo-blurred', '照片模糊，请换用清晰的照片。');
  }
  return { mediaType, width, height, takenOn, doubts };
}

/** The spread of the brightness and the sharpness of the middle of a picture, where the person is. */
export function measure(grey: GreyPicture): { spread: number; sharpness: number } {
  const step = Math.max(1, Math.floor(grey.height / checkedHeight));
  const small = reduced(grey, step);
  const { width, height, pixels } = small;
  const brightness = new Moments();
  const edges = new Moments();
  const at = (x: number, y: number) => pixels[y * width + x] ?? 0;
  for (let y = Math.max(1, Math.floor(height * 0.15)); y < Math.min(height - 1, height * 0.85); y += 1)
    for (let x = Math.max(1, Math.floor(width * 0.2)); x < Math.min(width - 1, width * 0.8); x += 1) {
      brightness.add(at(x, y));
      edges.add(4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1));
    }
  const contrast = brightness.variance;
  return { spread: Math.sqrt(contrast), sharpness: contrast === 0 ? 0 : (1000 * edges.variance) / contrast };
}

class Moments {
  #count = 0;
  #sum = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    this.#sum += value;
    this.#squares += value * value;
  }

  get variance(): number {
    const mean = this.#sum / Math.max(1, this.#count);
    return this.#squares / Math.max(1, this.#count) - mean * mean;
  }
}

/** The picture in squares of so many pixels: large pictures are judged as they will be printed. */
function reduced(
  { width, height, pixels }: GreyPicture,
  step: number,
): { width: number; height: number; pixels: Float32Array } {
  const across = Math.floor(width / step);
  const down = Math.floor(height / step);
  const small = new Float32Array(across * down);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      let sum = 0;
      for (let j = 0; j < step; j += 1)
        for (let i = 0; i < step; i += 1) sum += pixels[(y * step + j) * width + x * step + i] ?? 0;
      small[y * across + x] = sum / (step * step);
    }
  return { width: across, height: down, pixels: small };
}
