import { blockSize, firstAddress, type Pointer } from '../memory/arena.ts';
import type { MutableDataset } from '../table/mutable-dataset.ts';
import { encodeHead, encodeTail, piecesOf, schemaHash, type SnapshotHeader } from './snapshot-format.ts';

/** Something changed the dataset while it was written: what was written is to be thrown away. */
export class SnapshotOvertaken extends Error {}

interface Block {
  readonly pointer: Pointer;
  readonly size: number;
}

/**
 * The bytes of a snapshot, some megabytes at a time; each chunk is to be used before the next is asked for. Throws
 * `SnapshotOvertaken` when the dataset changed between two chunks. `stamp` is any JSON.
 */
export function* snapshotChunks(
  dataset: MutableDataset,
  stamp: unknown,
): Generator<Uint8Array<ArrayBuffer>, void> {
  const { arena, kernel, version } = dataset;
  const { header, blocks } = describe(dataset, stamp);
  yield encodeHead(header);
  let checksum = 0;
  for (const { pointer, size } of blocks) {
    for (const { at, bytes } of piecesOf(size)) {
      if (dataset.version !== version) throw new SnapshotOvertaken('the dataset changed');
      checksum = kernel.checksum(pointer + at, bytes, checksum);
      yield arena.u8(pointer + at, bytes);
    }
  }
  // A question may have made an order or widened a block without a new version.
  if (dataset.version !== version || describe(dataset, stamp).header !== header) {
    throw new SnapshotOvertaken('the dataset changed');
  }
  yield encodeTail(checksum);
}

/** The blocks of the dataset and what it says of them, laid out anew one behind the other. */
function describe(dataset: MutableDataset, stamp: unknown): { header: string; blocks: readonly Block[] } {
  const blocks: Block[] = [];
  let top = firstAddress;
  const saved = dataset.save((pointer, bytes) => {
    if (pointer === 0) return 0;
    const at = top;
    const size = blockSize(bytes);
    blocks.push({ pointer, size });
    top += size;
    return at;
  });
  const header: SnapshotHeader = {
    schema: schemaHash(dataset.schema),
    stamp,
    blocks: blocks.map(({ size }) => size),
    dataset: saved,
  };
  return { header: JSON.stringify(header), blocks };
}
