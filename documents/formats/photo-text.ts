import { decodeBase64, type Base64 } from './base64.ts';
import { PHOTO } from './elements.ts';
import { noteOn, type FormNote } from './notes.ts';
import { pictureKind } from './picture.ts';

const START = Uint8Array.from(`<${PHOTO}>`, (sign) => sign.charCodeAt(0));
const END = Uint8Array.from(`</${PHOTO}>`, (sign) => sign.charCodeAt(0));
/** What the editor accepts at most. */
const LARGEST_PHOTO = 5_000_000;

function isAt(bytes: Uint8Array, at: number, part: Uint8Array): boolean {
  for (let index = 0; index < part.length; index += 1) if (bytes[at + index] !== part[index]) return false;
  return true;
}

export interface CutPhoto {
  /** The file as it was. */
  whole: Uint8Array;
  /** The file without the text of its photo. */
  rest: Uint8Array;
  /** The text that was taken out. */
  text: Uint8Array;
  photo: Base64;
}

/**
 * Takes the photo out of a file before it is decoded and parsed: nine tenths of most files, and nothing that a parser
 * could tell about. Null when it does not stand plainly between its tags as base64; then the parser has to look at it.
 * For encodings in which `<` is always one byte 3C, which UTF-8 and GB18030 are.
 */
export function cutPhoto(bytes: Uint8Array): CutPhoto | null {
  let at = bytes.indexOf(0x3c);
  while (at >= 0 && !isAt(bytes, at, START)) at = bytes.indexOf(0x3c, at + 1);
  if (at < 0) return null;
  const from = at + START.length;
  const to = bytes.indexOf(0x3c, from);
  if (to <= from || !isAt(bytes, to, END)) return null;
  const text = bytes.subarray(from, to);
  const photo = decodeBase64(text);
  if (!photo || photo.bytes.length === 0) return null;
  const rest = new Uint8Array(from + bytes.length - to);
  rest.set(bytes.subarray(0, from));
  rest.set(bytes.subarray(to), from);
  return { whole: bytes, rest, text, photo };
}

export interface PhotoReading {
  photo: Uint8Array | null;
  /** The text of a photo that is none. */
  originalText: string;
  /** The text is the base64 that we write, or empty. */
  plain: boolean;
  notes: FormNote[];
}

function unreadable(code: string, text: string, what: string): PhotoReading {
  return { photo: null, originalText: text, plain: false, notes: [noteOn(code, 'photo', text.trim(), what)] };
}

/** Bytes that are no picture we know stay out of the form; `text` gives back what the file had. */
export function readPhotoBytes(decoded: Base64, text: () => string): PhotoReading {
  if (!pictureKind(decoded.bytes)) {
    return unreadable(
      'photo-unknown',
      text(),
      '不是 JPEG、PNG、BMP、GIF 图片或已损坏，未导入照片，请另行提供照片。',
    );
  }
  const notes: FormNote[] = [];
  if (decoded.bytes.length > LARGEST_PHOTO) {
    const size = `${(decoded.bytes.length / 1_000_000).toFixed(1)} MB`;
    notes.push(noteOn('photo-large', 'photo', size, '超过编辑器允许的 5 MB，已原样保留，建议缩小后再上报。'));
  }
  return { photo: decoded.bytes, originalText: '', plain: decoded.bare, notes };
}

/** Characters beyond one byte are as foreign to base64 as 255. */
function codesOf(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) codes[at] = Math.min(text.charCodeAt(at), 255);
  return codes;
}

/** Reads the text of ZhaoPian: base64, also with blanks inside and with a `data:` prefix. */
export function readPhotoText(text: string): PhotoReading {
  const start = /^\s*data:[^,]{0,100},/i.exec(text)?.[0] ?? '';
  const decoded = decodeBase64(codesOf(text.slice(start.length)));
  if (!decoded) {
    return unreadable('photo-unreadable', text, '不能按 base64 解码，未导入照片，请另行提供照片。');
  }
  if (decoded.bytes.length === 0) return { photo: null, originalText: '', plain: text === '', notes: [] };
  const reading = readPhotoBytes(decoded, () => text);
  return { ...reading, plain: reading.plain && start === '' };
}
