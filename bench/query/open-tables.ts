import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createMemory, headBytes, openSnapshot, preludeBytes, tailBytes, type MutableDataset } from '#engine';
import { datasetSchema } from './tables.ts';

/** A read may not be asked for more at once. */
const most = 1 << 30;

/** Reads a snapshot from a file into a memory of its own, as a program that starts does. */
export function openTables(file: string, withText: boolean, kind: 'simd' | 'plain'): MutableDataset {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const prelude = read(descriptor, new Uint8Array(preludeBytes), 0);
    const head = read(descriptor, new Uint8Array(headBytes(prelude)), 0);
    const opened = openSnapshot(head, size, datasetSchema(withText), createMemory(1 << 20, kind));
    read(descriptor, opened.target, head.length);
    return opened.finish(read(descriptor, new Uint8Array(tailBytes), size - tailBytes));
  } finally {
    closeSync(descriptor);
  }
}

function read(descriptor: number, bytes: Uint8Array<ArrayBuffer>, position: number): Uint8Array<ArrayBuffer> {
  for (let at = 0; at < bytes.length;) {
    const got = readSync(descriptor, bytes, at, Math.min(most, bytes.length - at), position + at);
    if (got === 0) throw new Error('the snapshot is shorter than it was');
    at += got;
  }
  return bytes;
}
