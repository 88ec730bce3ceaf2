import { decodeLeniently, decodeStrictly } from '../host.ts';
import { damaged, SheetRefusal, tooLarge } from './sheet-refusal.ts';

/** A part of a zip, as its directory says. */
export interface ZipPart {
  readonly name: string;
  /** 0 stored, 8 deflated */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly at: number;
}

const partLimit = 10_000;
const endLength = 22;
const commentLimit = 65_535;
const inLargeField = 0xffffffff;

/** The parts of a zip by name; directories are left out. What is encrypted, doubled or broken is refused. */
export function readZipDirectory(bytes: Uint8Array): Map<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, ZipPart>();
  try {
    const { count, start } = directoryOf(view);
    if (count > partLimit) throw tooLarge('压缩包内的文件过多');
    let at = start;
    for (let index = 0; index < count; index += 1) {
      const { part, next, isEncrypted } = entryAt(view, bytes, at);
      if (isEncrypted) throw encrypted();
      if (parts.has(part.name)) throw damaged();
      if (!part.name.endsWith('/')) parts.set(part.name, part);
      at = next;
    }
  } catch (error) {
    // A position that lies outside of the file.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
  return parts;
}

function directoryOf(view: DataView): { count: number; start: number } {
  const lowest = Math.max(0, view.byteLength - endLength - commentLimit);
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    if (start !== inLargeField && count !== 0xffff) return { count, start };
    return largeDirectoryOf(view, at);
  }
  throw damaged();
}

/** The directory of an archive in the format for large ones, which some programs always write. */
function largeDirectoryOf(view: DataView, end: number): { count: number; start: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) throw damaged();
  const at = Number(view.getBigUint64(locator + 8, true));
  if (view.getUint32(at, true) !== 0x06064b50) throw damaged();
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) };
}

function entryAt(view: DataView, bytes: Uint8Array, at: number) {
  if (view.getUint32(at, true) !== 0x02014b50) throw damaged();
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameAt = at + 46;
  const extra = new LargeFields(view, nameAt + nameLength, extraLength);
  const size = extra.or(view.getUint32(at + 24, true));
  const packed = extra.or(view.getUint32(at + 20, true));
  const part: ZipPart = {
    name: nameOf(bytes.subarray(nameAt, nameAt + nameLength)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    at: extra.or(view.getUint32(at + 42, true)),
  };
  const next = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
  return { part, next, isEncrypted: (view.getUint16(at + 8, true) & 1) !== 0 };
}

/** Names are UTF-8 from most programs, else GBK. */
const nameOf = (bytes: Uint8Array): string =>
  decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030') ?? decodeLeniently(bytes, 'utf-8');

/** Sizes and places that do not fit into 32 bits stand behind the name, in the order in which they are missed. */
class LargeFields {
  readonly #view: DataView;
  #at = 0;
  #end = 0;

  constructor(view: DataView, at: number, length: number) {
    this.#view = view;
    for (let field = at; field + 4 <= at + length; field += 4 + view.getUint16(field + 2, true)) {
      if (view.getUint16(field, true) !== 1) continue;
      this.#at = field + 4;
      this.#end = this.#at + view.getUint16(field + 2, true);
    }
  }

  or(value: number): number {
    if (value !== inLargeField) return value;
    if (this.#at + 8 > this.#end) throw damaged();
    const large = Number(this.#view.getBigUint64(this.#at, true));
    this.#at += 8;
    return large;
  }
}

/** The packed bytes of a part. */
export function packedBytes(bytes: Uint8Array, part: ZipPart): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== 0x04034b50) throw damaged();
  const start = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true);
  if (start + part.packed > bytes.length) throw damaged();
  return bytes.subarray(start, start + part.packed);
}

export const encrypted = () =>
  new SheetRefusal('sheet-encrypted', '文件设有密码，无法读取，请取消密码保护后另存再上传。');
