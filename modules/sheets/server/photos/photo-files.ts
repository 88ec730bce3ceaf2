import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readZipDirectory, SheetRefusal, unpackPart } from '#documents/formats';

/** A picture file that was uploaded, by itself or in an archive. */
export interface PhotoFile {
  readonly name: string;
  /** Null when it cannot be read or is too large for a photo. */
  readonly bytes: Uint8Array | null;
}

/** No photo of a form is larger. */
export const photoLimit = 20 * 1024 * 1024;

const isPicture = (name: string): boolean =>
  /\.(?:jpe?g|pic|png|bmp)$/i.test(name) && !/(?:^|\/)(?:\._|__MACOSX)/.test(name);

/** The pictures of a folder and of the zips in it, in the order of their names; one at a time is in memory. */
export async function* photoFiles(folder: string): AsyncGenerator<PhotoFile> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  for (const path of names) {
    const name = path.slice(folder.length + 1);
    if (/\.zip$/i.test(name)) yield* zippedPhotos(readFileSync(path), name);
    else if (isPicture(name)) yield { name, bytes: readFileSync(path) };
  }
}

async function* zippedPhotos(bytes: Uint8Array, file: string): AsyncGenerator<PhotoFile> {
  try {
    for (const part of readZipDirectory(bytes).values()) {
      if (!isPicture(part.name)) continue;
      const name = `${file}/${part.name}`;
      try {
        yield { name, bytes: await unpackPart(bytes, part, photoLimit) };
      } catch (error) {
        if (!(error instanceof SheetRefusal)) throw error;
        yield { name, bytes: null };
      }
    }
  } catch (error) {
    if (!(error instanceof SheetRefusal)) throw error;
    // The archive itself is broken or has a password.
    yield { name: file, bytes: null };
  }
}
