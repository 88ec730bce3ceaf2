export interface PictureKind {
  mediaType: 'image/jpeg' | 'image/png' | 'image/bmp' | 'image/gif';
  /** Pixels */
  width: number;
  height: number;
}

function bigEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return bytes.length >= start.length && start.every((value, index) => bytes[index] === value);
}

/** A marker that stands alone, without a length behind it: TEM, RST0–7. */
export function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** SOF0–SOF15, the frame header; C4, C8 and CC in that range are other segments. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jpegSize(bytes: Uint8Array): { width: number; height: number } | null {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return { height: bigEndian(bytes, at + 5, 2), width: bigEndian(bytes, at + 7, 2) };
    if (marker === 0xff) at += 1;
    else if (standsAlone(marker)) at += 2;
    else at += 2 + Math.max(2, bigEndian(bytes, at + 2, 2));
  }
  return null;
}

function bmpSize(bytes: Uint8Array): { width: number; height: number } {
  if (littleEndian(bytes, 14, 4) === 12) {
    return { width: littleEndian(bytes, 18, 2), height: littleEndian(bytes, 20, 2) };
  }
  // A negative height means that the rows come from the top.
  return { width: littleEndian(bytes, 18, 4), height: Math.abs(littleEndian(bytes, 22, 4) | 0) };
}

/** The picture's type by its first bytes and its size by its header; null when it is no picture or has no size. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  let kind: PictureKind | null = null;
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) {
    const size = jpegSize(bytes);
    kind = size && { mediaType: 'image/jpeg', ...size };
  } else if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.length >= 24) {
    kind = { mediaType: 'image/png', width: bigEndian(bytes, 16, 4), height: bigEndian(bytes, 20, 4) };
  } else if (startsWith(bytes, 0x42, 0x4d) && bytes.length >= 26) {
    kind = { mediaType: 'image/bmp', ...bmpSize(bytes) };
  } else if (startsWith(bytes, 0x47, 0x49, 0x46, 0x38) && bytes.length >= 10) {
    kind = { mediaType: 'image/gif', width: littleEndian(bytes, 6, 2), height: littleEndian(bytes, 8, 2) };
  }
  return kind && kind.width > 0 && kind.height > 0 ? kind : null;
}
