import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Where files go: a folder, or one zip. */
export interface FileSink {
  /** `packed` files (docx, pictures) are not compressed once more. */
  add(name: string, bytes: Uint8Array, packed: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A folder; what is written there is for its owner alone, as all files with personal data are. */
export async function folderSink(folder: string): Promise<FileSink> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    add: (name, bytes) => writeFile(join(folder, name), bytes, { mode: 0o600 }),
    close: async () => {},
  };
}

const waitingLimit = 16;

/** A zip of any size, written as it grows: only a few files wait in memory for the disk. */
export function zipSink(path: string): FileSink {
  const zip = new ZipFile();
  const done = finished(zip.outputStream.pipe(createWriteStream(path, { mode: 0o600 })));
  // A failure is told by the next call that waits; without this line it would end the process first.
  done.catch(() => {});
  let waiting = 0;
  let wake = () => {};
  return {
    async add(name, bytes, packed) {
      waiting += 1;
      zip.addReadStreamLazy(name, { compress: !packed, mtime: new Date(), size: bytes.length }, (begin) => {
        waiting -= 1;
        wake();
        begin(null, Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)]));
      });
      if (waiting <= waitingLimit) return;
      await Promise.race([done, new Promise<void>((resolve) => (wake = resolve))]);
    },
    async close() {
      zip.end();
      await done;
    },
  };
}
