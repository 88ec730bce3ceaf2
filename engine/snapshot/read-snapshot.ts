import type { Kernel } from '../kernel/kernel.ts';
import { Arena, firstAddress, type LinearMemory } from '../memory/arena.ts';
import type { DatasetOptions, MutableDataset } from '../table/mutable-dataset.ts';
import type { DatasetSchema } from '../table/schema.ts';
import { StoredDataset } from '../table/stored-dataset.ts';
import {
  BadSnapshot,
  decodeHead,
  decodeTail,
  headBytes,
  piecesOf,
  preludeBytes,
  schemaHash,
  tailBytes,
} from './snapshot-format.ts';

const page = 65_536;

/** A snapshot whose head was read and fits, waiting for its blocks. */
export interface OpenedSnapshot {
  /** What the writer gave along. */
  readonly stamp: unknown;
  /** The place in the memory to read the next bytes of the file into, all of it. */
  readonly target: Uint8Array<ArrayBuffer>;
  /** With the last 16 bytes of the file: the dataset. Throws `BadSnapshot` when the blocks are not what was written. */
  finish(tail: Uint8Array, options?: DatasetOptions): MutableDataset;
}

/**
 * Opens a snapshot by its head (as long as `headBytes` says of its first 16 bytes) and makes room for the rest in a
 * memory that nobody uses, so that a large file goes there without a copy. Throws `BadSnapshot`.
 */
export function openSnapshot(
  head: Uint8Array,
  fileBytes: number,
  schema: DatasetSchema,
  { memory, kernel }: { readonly memory: LinearMemory; readonly kernel: Kernel },
): OpenedSnapshot {
  const header = decodeHead(head);
  if (header.schema !== schemaHash(schema)) throw new BadSnapshot('schema');
  const bytes = header.blocks.reduce((sum, size) => sum + size, 0);
  if (fileBytes !== head.length + bytes + tailBytes) throw new BadSnapshot('length');
  const missing = firstAddress + bytes + page - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / page));
  return {
    stamp: header.stamp,
    target: new Uint8Array(memory.buffer, firstAddress, bytes),
    finish(tail, options = {}) {
      if (tail.length !== tailBytes) throw new BadSnapshot('length');
      let checksum = 0;
      let block = firstAddress;
      for (const size of header.blocks) {
        for (const { at, bytes: piece } of piecesOf(size))
          checksum = kernel.checksum(block + at, piece, checksum);
        block += size;
      }
      if (checksum !== decodeTail(tail)) throw new BadSnapshot('checksum');
      return new StoredDataset(schema, new Arena(memory, block), kernel, options, header.dataset);
    },
  };
}

/** A snapshot that is in memory as a whole. Throws `BadSnapshot`. */
export function readSnapshot(
  bytes: Uint8Array,
  schema: DatasetSchema,
  made: { readonly memory: LinearMemory; readonly kernel: Kernel },
  options: DatasetOptions = {},
): { readonly dataset: MutableDataset; readonly stamp: unknown } {
  const head = bytes.subarray(0, headBytes(bytes.subarray(0, preludeBytes)));
  const opened = openSnapshot(head, bytes.length, schema, made);
  opened.target.set(bytes.subarray(head.length, bytes.length - tailBytes));
  return { dataset: opened.finish(bytes.subarray(bytes.length - tailBytes), options), stamp: opened.stamp };
}
