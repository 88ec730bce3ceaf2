import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The end of a file that may be large, one character a byte. */
export function fileTail(path: string, length: number): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = Buffer.alloc(Math.min(length, size));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return tail.toString('latin1');
  } finally {
    closeSync(file);
  }
}
