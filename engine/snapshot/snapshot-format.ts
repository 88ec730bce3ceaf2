import { decodeUtf8, encodeUtf8 } from '../host.ts';
import type { DatasetSchema } from '../table/schema.ts';
import type { SavedDataset } from '../table/mutable-dataset.ts';

/**
 * A snapshot, in this order:
 * - 16 bytes: `CADRE` and the format's number in three digits; the header's length and its hash (u32 little endian)
 * - the header, JSON in UTF-8
 * - the blocks of the dataset as they lie in memory from the first address of an arena on
 * - 16 bytes: the checksum of the blocks (u32 little endian), then zeroes
 */
export const preludeBytes = 16;
export const tailBytes = 16;
/** Raised whenever what is written means something else. */
const magic = 'CADRE003';
/** Blocks are written and summed in pieces of so many bytes. */
const pieceBytes = 4 * 1024 * 1024;

export interface SnapshotHeader {
  readonly schema: string;
  /** The keeper's own, such as the place in the journal. */
  readonly stamp: unknown;
  /** The sizes of the blocks, multiples of 64, one behind the other. */
  readonly blocks: readonly number[];
  readonly dataset: SavedDataset;
}

/** Why a snapshot cannot be used. */
export type SnapshotFault = 'not-a-snapshot' | 'format' | 'header' | 'length' | 'checksum' | 'schema';

/** A snapshot that does not fit or is not whole. Whatever memory it was read into is to be thrown away. */
export class BadSnapshot extends Error {
  readonly fault: SnapshotFault;
  constructor(fault: SnapshotFault) {
    super(`the snapshot cannot be used: ${fault}`);
    this.fault = fault;
  }
}

/** The prelude and the header. */
export function encodeHead(header: string): Uint8Array<ArrayBuffer> {
  const json = encodeUtf8(header);
  const head = new Uint8Array(preludeBytes + json.length);
  head.set(encodeUtf8(magic));
  const view = new DataView(head.buffer);
  view.setUint32(8, json.length, true);
  view.setUint32(12, hashOf(json), true);
  head.set(json, preludeBytes);
  return head;
}

/** The length of prelude and header together, from the first 16 bytes. */
export function headBytes(prelude: Uint8Array): number {
  const start = encodeUtf8(magic);
  if (prelude.length < preludeBytes || start.subarray(0, 5).some((byte, at) => prelude[at] !== byte)) {
    throw new BadSnapshot('not-a-snapshot');
  }
  if (start.some((byte, at) => prelude[at] !== byte)) throw new BadSnapshot('format');
  return preludeBytes + viewOf(prelude).getUint32(8, true);
}

export function decodeHead(head: Uint8Array): SnapshotHeader {
  if (headBytes(head) !== head.length) throw new BadSnapshot('length');
  const json = head.subarray(preludeBytes);
  if (hashOf(json) !== viewOf(head).getUint32(12, true)) throw new BadSnapshot('header');
  // What was written by `encodeHead` and has the hash that was written with it is what was meant.
  return JSON.parse(decodeUtf8(json)) as SnapshotHeader;
}

export function encodeTail(checksum: number): Uint8Array<ArrayBuffer> {
  const tail = new Uint8Array(tailBytes);
  viewOf(tail).setUint32(0, checksum, true);
  return tail;
}

export function decodeTail(tail: Uint8Array): number {
  return viewOf(tail).getUint32(0, true);
}

/** A name for everything that the schema says. */
export function schemaHash(schema: DatasetSchema): string {
  const bytes = encodeUtf8(JSON.stringify(schema));
  return `${bytes.length}-${hashOf(bytes).toString(16)}-${hashOf(bytes.toReversed()).toString(16)}`;
}

/** The pieces of blocks, as places from the beginning of each. */
export function* piecesOf(size: number): Generator<{ readonly at: number; readonly bytes: number }> {
  for (let at = 0; at < size; at += pieceBytes) yield { at, bytes: Math.min(pieceBytes, size - at) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** FNV-1a */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
