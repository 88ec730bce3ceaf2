import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, already packed, so that files that never change are packed once. */
export interface PackedFile {
  name: Uint8Array;
  /** 0 stored, 8 deflated */
  method: 0 | 8;
  crc: number;
  size: number;
  data: Uint8Array;
}

export function packFile(name: string, content: string | Uint8Array, compress = true): PackedFile {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    name: Buffer.from(name, 'utf8'),
    method: compress ? 8 : 0,
    crc: crc32(bytes),
    size: bytes.length,
    data: compress ? deflateRawSync(bytes) : bytes,
  };
}

/** 1 January 1980, the first date of the format: equal content gives equal bytes. */
const date = 0x21;
const utf8Names = 0x800;
const version = 20;

/** The fields that the header of a file and its entry in the directory share. */
function common(file: PackedFile): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names, 2);
  fields.writeUInt16LE(file.method, 4);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(file.crc, 10);
  fields.writeUInt32LE(file.data.length, 14);
  fields.writeUInt32LE(file.size, 18);
  fields.writeUInt16LE(file.name.length, 22);
  return fields;
}

function directoryEntry(file: PackedFile, position: number): Buffer[] {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(0x02014b50, 0);
  start.writeUInt16LE(version, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(position, 10);
  return [start, common(file), end, Buffer.from(file.name)];
}

/** A zip archive of a few small files. */
export function zip(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let position = 0;
  for (const file of files) {
    const signature = Buffer.alloc(4);
    signature.writeUInt32LE(0x04034b50, 0);
    directory.push(...directoryEntry(file, position));
    parts.push(signature, common(file), file.name, file.data);
    position += 30 + file.name.length + file.data.length;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
