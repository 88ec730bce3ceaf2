import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { newFile, type NewFile } from '#platform/server';

/** The media type of a form file kept as it came. */
export const sourceMediaType = 'application/x-cadre-source-form';

/**
 * Keeps a form file byte for byte, but not its picture twice: where the picture's plain base64 stands in the file, only
 * its place is stored. The first line says where; the rest is the file without that stretch, compressed.
 */
export function packSource(bytes: Uint8Array, photo: Uint8Array | null): NewFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const base64 = photo && photo.length > 0 ? Buffer.from(photo).toString('base64') : '';
  const at = base64 === '' ? -1 : file.indexOf(base64, 0, 'latin1');
  const head = Buffer.from(`${at} ${at < 0 ? 0 : base64.length}\n`);
  const rest = at < 0 ? file : Buffer.concat([file.subarray(0, at), file.subarray(at + base64.length)]);
  return newFile(
    Buffer.concat([head, zstdCompressSync(rest, { pledgedSrcSize: rest.length })]),
    sourceMediaType,
  );
}

/** The file as it came, from what `packSource` kept and the person's picture. */
export function unpackSource(packed: Uint8Array, photo: Uint8Array | null): Uint8Array {
  const data = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const end = data.indexOf('\n');
  const [at = -1, length = 0] = data.subarray(0, end).toString('latin1').split(' ').map(Number);
  const rest = zstdDecompressSync(data.subarray(end + 1));
  if (at < 0) return rest;
  const base64 = Buffer.from(photo ?? new Uint8Array()).toString('base64');
  if (base64.length !== length) throw new Error('the picture is not the one that the file carried');
  return Buffer.concat([rest.subarray(0, at), Buffer.from(base64, 'latin1'), rest.subarray(at)]);
}
