/**
 * The day on which a camera took a JPEG (EXIF DateTimeOriginal, else the day of the file), as 2024-05-06; null when it
 * does not say.
 */
export function pictureTakenOn(bytes: Uint8Array): string | null {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker === 0xda || length < 2) return null;
    if (marker === 0xe1 && text(bytes, at + 4, 4) === 'Exif') {
      try {
        return readExif(bytes.subarray(at + 10, at + 2 + length));
      } catch (error) {
        // A place outside of the segment.
        if (error instanceof RangeError) return null;
        throw error;
      }
    }
    at += 2 + length;
  }
  return null;
}

const dateTime = 0x0132;
const exifPart = 0x8769;
const original = 0x9003;

function readExif(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const entriesAt = (place: number): Map<number, number> => {
    const count = view.getUint16(place, little);
    return new Map(
      Array.from({ length: count }, (_, index) => {
        const entry = place + 2 + index * 12;
        return [view.getUint16(entry, little), view.getUint32(entry + 8, little)];
      }),
    );
  };
  const main = entriesAt(view.getUint32(4, little));
  const part = main.get(exifPart);
  const taken = part === undefined ? undefined : entriesAt(part).get(original);
  return dayAt(bytes, taken) ?? dayAt(bytes, main.get(dateTime));
}

function dayAt(bytes: Uint8Array, place: number | undefined): string | null {
  if (place === undefined) return null;
  const [, year, month, day] = /^(\d{4}):(\d{2}):(\d{2})/.exec(text(bytes, place, 10)) ?? [];
  if (year === undefined || Number(year) < 1970 || month === '00' || day === '00') return null;
  return `${year}-${month}-${day}`;
}

const text = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
