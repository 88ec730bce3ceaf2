/** Width to height of the photo on the form. */
export const photoRatio = 4 / 5;
export const largestZoom = 6;

/** Size in pixels of the picture. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which part of the picture is wanted: its middle in pixels, and how much closer than the largest part that fits. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The whole picture as far as the ratio allows; heads are in the upper part, so a tall picture loses its foot. */
export function firstView(size: Size): View {
  return inside(size, { x: size.width / 2, y: size.height * 0.45, zoom: 1 });
}

/** The part of the picture that a view shows, always inside the picture. */
export function cropOf(size: Size, view: View): Crop {
  const width = Math.min(size.width, size.height * photoRatio) / view.zoom;
  const height = width / photoRatio;
  return {
    x: clamp(view.x - width / 2, 0, size.width - width),
    y: clamp(view.y - height / 2, 0, size.height - height),
    width,
    height,
  };
}

/** The view moved by picture pixels and zoomed by a factor. */
export function moved(size: Size, view: View, dx: number, dy: number, factor = 1): View {
  return inside(size, { x: view.x + dx, y: view.y + dy, zoom: clamp(view.zoom * factor, 1, largestZoom) });
}

function inside(size: Size, view: View): View {
  const crop = cropOf(size, view);
  return { ...view, x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 };
}

/** The size of the cropped picture: the original's own pixels, never more. */
export function outputSize(crop: Crop): Size {
  const width = Math.max(1, Math.floor(crop.width));
  return { width, height: Math.max(1, Math.round(width / photoRatio)) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
