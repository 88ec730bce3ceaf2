import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { RenderProblem } from './render-problem.ts';
import { entryOf, localHeader, zipDirectory, type PackedFile, type ZipEntry } from './zip.ts';

/** A file whose content comes piece by piece. */
export interface StreamedFile {
  name: string;
  pieces: AsyncIterable<Uint8Array>;
}

/** The format without its extension for large archives ends here. */
const sizeLimit = 0xffffffff;

/** A zip as it grows: the next file is asked for when the one before is written, so it may depend on it. */
export async function* zipStream(
  files: AsyncIterable<PackedFile | StreamedFile>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const entries: [ZipEntry, number][] = [];
  let position = 0;
  for await (const file of files) {
    const start = position;
    const entry = 'pieces' in file ? streamedEntry(file.name) : entryOf(file);
    const header = localHeader(entry);
    position += header.length;
    yield header;
    if ('pieces' in file) {
      for await (const chunk of deflated(file.pieces, entry)) {
        position += chunk.length;
        yield chunk;
      }
      const behind = sizesBehind(entry);
      position += behind.length;
      yield behind;
    } else {
      position += file.data.length;
      yield file.data;
    }
    if (position > sizeLimit || entry.size > sizeLimit)
      throw new RenderProblem('table-too-large', '内容超过 4 GB，不能写成一个文件，请缩小范围后分别导出。');
    entries.push([entry, start]);
  }
  yield zipDirectory(entries, position);
}

function streamedEntry(name: string): ZipEntry {
  return { name: Buffer.from(name), method: 8, crc: 0, size: 0, packed: 0, streamed: true };
}

/** Packs the pieces, and counts in the entry what goes in and out. */
async function* deflated(pieces: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  async function* counted() {
    for await (const piece of pieces) {
      entry.crc = crc32(piece, entry.crc);
      entry.size += piece.length;
      yield piece;
    }
  }
  // Tables repeat themselves so much that the fastest level packs them well enough.
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: 65_536 });
  const done = pipeline(Readable.from(counted()), deflate);
  // A failure comes out of the loop below as well; without this line it would end the process first.
  done.catch(() => {});
  for await (const chunk of deflate as AsyncIterable<Buffer>) {
    entry.packed += chunk.length;
    yield chunk;
  }
  await done;
}

function sizesBehind(entry: ZipEntry): Buffer {
  const fields = Buffer.alloc(16);
  fields.writeUInt32LE(0x08074b50, 0);
  fields.writeUInt32LE(entry.crc, 4);
  fields.writeUInt32LE(entry.packed, 8);
  fields.writeUInt32LE(entry.size, 12);
  return fields;
}
