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

/** What the directory says of a file; `packed` is the length of its data. */
export interface ZipEntry extends Omit<PackedFile, 'data'> {
  packed: number;
  /** The header was written before its sizes were known: they stand behind the data. */
  streamed: boolean;
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
const sizesBehind = 0x8;
const version = 20;

/** The fields that the header of a file and its entry in the directory share. */
function common(file: ZipEntry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(version, 0);
  fields.writeUInt16LE(utf8Names | (file.streamed ? sizesBehind : 0), 2);
  fields.writeUInt16LE(file.method, 4);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(file.crc, 10);
  fields.writeUInt32LE(file.packed, 14);
  fields.writeUInt32LE(file.size, 18);
  fields.writeUInt16LE(file.name.length, 22);
  return fields;
}

export const entryOf = ({ data, ...file }: PackedFile): ZipEntry => ({
  ...file,
  packed: data.length,
  streamed: false,
});

/** What stands before the data of a file. */
export function localHeader(entry: ZipEntry): Buffer {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(0x04034b50, 0);
  return Buffer.concat([signature, common(entry), entry.name]);
}

/** The directory at the end of an archive; entries with the positions of their headers. */
export function zipDirectory(entries: readonly (readonly [ZipEntry, number])[], position: number): Buffer {
  const parts = entries.flatMap(([entry, at]) => {
    const start = Buffer.alloc(6);
    start.writeUInt32LE(0x02014b50, 0);
    start.writeUInt16LE(version, 4);
    const end = Buffer.alloc(14);
    end.writeUInt32LE(at, 10);
    return [start, common(entry), end, entry.name];
  });
  const directory = Buffer.concat(parts);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([directory, end]);
}

/** A zip archive of a few small files. */
export function zip(files: readonly PackedFile[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const entries: [ZipEntry, number][] = [];
  let position = 0;
  for (const file of files) {
    const entry = entryOf(file);
    const header = localHeader(entry);
    entries.push([entry, position]);
    parts.push(header, file.data);
    position += header.length + file.data.length;
  }
  return Buffer.concat([...parts, zipDirectory(entries, position)]);
}
