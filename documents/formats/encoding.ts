import { decodeLeniently, decodeStrictly, type Encoding } from './host.ts';
import { FormRefusal } from './notes.ts';

export interface DecodedFile {
  text: string;
  encoding: Encoding;
}

/** UTF-16 by its mark, or by the zero byte beside the first sign. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && (first === 0x3c || first === 0x22)) return 'utf-16le';
  if (first === 0 && (second === 0x3c || second === 0x22)) return 'utf-16be';
  return null;
}

const hasUtf8Mark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/**
 * True for UTF-8 with single damaged places. Such a file must not be taken for GB18030, which gives almost any bytes some
 * Chinese meaning; a file that is GB18030 makes hardly any sense as UTF-8.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = decodeLeniently(bytes, 'utf-8');
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  return damaged * 3 < foreign;
}

/** Some GBK characters happen to be UTF-8 for letters below U+0800; a form in UTF-8 has Chinese, which lies above. */
function isPlausibleUtf8(text: string): boolean {
  return /[\u0800-\uffff]/.test(text) || !/\P{ASCII}/u.test(text);
}

function asGb18030(bytes: Uint8Array, otherwise: string): DecodedFile {
  const text = hasUtf8Mark(bytes) ? null : decodeStrictly(bytes, 'gb18030');
  return text === null ? { text: otherwise, encoding: 'utf-8' } : { text, encoding: 'gb18030' };
}

function refuse(): never {
  throw new FormRefusal(
    'form-encoding',
    'file',
    '',
    '文件中的字符既不是 UTF-8、UTF-16，也不是 GB18030（GBK）编码，或者文件已经损坏；请用任免审批表编辑器重新保存，或向报送单位重新索取。',
  );
}

/** A file that ends in the middle of a character was cut off; the bytes before it are decoded so that one can tell. */
function withoutCutCharacter(bytes: Uint8Array, encoding: Encoding): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    const text = decodeStrictly(bytes.subarray(0, bytes.length - cut), encoding);
    if (text !== null) return text;
  }
  return null;
}

/**
 * The text of a form, by what the bytes are and not by what the declaration says: UTF-16, else UTF-8, else GB18030.
 * Refuses what is none of them.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = decodeStrictly(bytes, utf16) ?? withoutCutCharacter(bytes, utf16);
    return text === null ? refuse() : { text, encoding: utf16 };
  }
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null)
    return isPlausibleUtf8(utf8) ? { text: utf8, encoding: 'utf-8' } : asGb18030(bytes, utf8);
  if (hasUtf8Mark(bytes) || isDamagedUtf8(bytes)) {
    const text = withoutCutCharacter(bytes, 'utf-8');
    return text === null ? refuse() : { text, encoding: 'utf-8' };
  }
  const gb = decodeStrictly(bytes, 'gb18030') ?? withoutCutCharacter(bytes, 'gb18030');
  return gb === null ? refuse() : { text: gb, encoding: 'gb18030' };
}
