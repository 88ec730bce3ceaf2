import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { UploadedFile } from '#platform/server';

/** Where the uploaded files of an import lie until it is over. */
export function uploadFolder(dataFolder: string, importId: string): string {
  return join(dataFolder, 'uploads', importId);
}

/** Keeps uploaded files with the folders in which they came; the adapter has made their names safe. */
export async function keepUploads(folder: string, files: AsyncIterable<UploadedFile>): Promise<number> {
  let count = 0;
  for await (const file of files) {
    const path = join(folder, file.fileName);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(file.stream, createWriteStream(path, { mode: 0o600 }));
    count += 1;
  }
  return count;
}

export async function dropUploads(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
