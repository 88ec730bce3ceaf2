import { hash, randomFillSync } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { RecordRow, SubjectKind } from '#platform/model';

/** What happened to a subject as a whole. */
export type SubjectEvent = 'create' | 'update' | 'remove' | 'restore';

/** One set of one subject before and after a change. */
export interface SetTransition {
  readonly from: number;
  readonly to: number;
  readonly before: readonly RecordRow[];
  readonly after: readonly RecordRow[];
}

/** What the journal keeps of one subject in one change. */
export interface ItemPayload {
  readonly kind: SubjectKind;
  readonly event: SubjectEvent;
  readonly sets: Readonly<Record<string, SetTransition>>;
}

/** A payload ready to be stored: salted, hashed and compressed. */
export interface SealedPayload {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly hash: Uint8Array<ArrayBuffer>;
}

const saltLength = 16;
const fast = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A chunk that most payloads just fit into: what they do not fill stays in memory with them and travels between threads. */
const chunkFor = (length: number): number => Math.min(4096, Math.max(256, length >> 1));

/** Seals a payload given as JSON text. */
export function sealPayload(json: string): SealedPayload {
  // The salt in front of the text: one piece of memory to hash, and the text in it to compress.
  const salted = Buffer.allocUnsafe(saltLength + Buffer.byteLength(json));
  const salt = randomFillSync(new Uint8Array(saltLength));
  salted.set(salt);
  salted.write(json, saltLength);
  const text = salted.subarray(saltLength);
  return {
    salt,
    payload: zstdCompressSync(text, {
      ...fast,
      chunkSize: chunkFor(text.length),
      pledgedSrcSize: text.length,
    }),
    hash: hash('sha256', salted, 'buffer'),
  };
}

/** Seals many payloads; all that belongs to them is in one piece of memory, which can be handed to another thread. */
export function sealPayloads(texts: readonly string[]): SealedPayload[] {
  const apart = texts.map(sealPayload);
  const parts = apart.flatMap(({ salt, payload, hash: digest }) => [salt, payload, digest]);
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  const moved = (part: Uint8Array) => {
    whole.set(part, end);
    end += part.length;
    return whole.subarray(end - part.length, end);
  };
  return apart.map((each) => ({
    salt: moved(each.salt),
    payload: moved(each.payload),
    hash: moved(each.hash),
  }));
}

/** The JSON text of a stored payload. */
export function openPayload(payload: Uint8Array): string {
  return zstdDecompressSync(payload).toString('utf8');
}

export function hashPayload(salt: Uint8Array, json: string): Uint8Array {
  return hash('sha256', Buffer.concat([salt, Buffer.from(json)]), 'buffer');
}

/** A stored set transition with its rows still as JSON text, as the writers have it. */
export interface RawTransition {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/** Puts a payload's JSON together from rows that are JSON text already, so that they are not written twice. */
export function payloadJson(
  kind: SubjectKind,
  event: SubjectEvent,
  sets: Readonly<Record<string, RawTransition>>,
): string {
  const parts = Object.entries(sets).map(
    ([code, { from, to, before, after }]) =>
      `${JSON.stringify(code)}:{"from":${from},"to":${to},"before":${before},"after":${after}}`,
  );
  return `{"kind":"${kind}","event":"${event}","sets":{${parts.join(',')}}}`;
}
