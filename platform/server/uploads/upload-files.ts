import { createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errors, type CadreError } from '#platform/model';
import type { UploadedFile } from '../http/uploaded-files.ts';

/** Where the uploaded files of a piece of work lie until it is over. */
export function uploadFolder(dataFolder: string, workId: string): string {
  return join(dataFolder, 'uploads', workId);
}

/**
 * Keeps uploaded files with the folders in which they came; the adapter has made their names safe. Where a file of that
 * name has come already, for instance from another folder, both stay.
 */
export async function keepUploads(folder: string, files: AsyncIterable<UploadedFile>): Promise<number> {
  let count = 0;
  for await (const { fileName, stream } of files) {
    await keep(folder, fileName, stream).catch((error: unknown) => {
      throw sentence(error, fileName);
    });
    count += 1;
  }
  return count;
}

async function keep(folder: string, fileName: string, stream: UploadedFile['stream']): Promise<void> {
  const path = await freePath(folder, fileName);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(stream, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
}

/** The path of the name, below 重名2, 重名3 … where it is taken, so that a form and its photo stay together. */
async function freePath(folder: string, fileName: string): Promise<string> {
  if (fileName === '') throw unusable(fileName);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? '' : `重名${number}`, fileName);
    if (!(await isTaken(path))) return path;
  }
}

async function isTaken(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return false;
    // A file stands where the name has a folder.
    if (code === 'ENOTDIR') return true;
    throw error;
  }
}

/** What the name or the disk is to blame for, is told; everything else is a mistake of the program. */
function sentence(error: unknown, fileName: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return errors.diskFull();
  return code === 'ENAMETOOLONG' || code === 'ERR_INVALID_ARG_VALUE' ? unusable(fileName) : error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : '';
}

function unusable(fileName: string): CadreError {
  return errors.invalid(`文件名“${fileName}”不能使用，请改短或改名后重新上传。`);
}

export async function dropUploads(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
