import { createHash, randomBytes } from 'node:crypto';
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
  readonly salt: Uint8Array;
  readonly payload: Uint8Array;
  readonly hash: Uint8Array;
}

/** Seals a payload given as JSON text. */
export function sealPayload(json: string): SealedPayload {
  const salt = randomBytes(16);
  return {
    salt,
    payload: zstdCompressSync(json, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
    hash: hashPayload(salt, json),
  };
}

/** The JSON text of a stored payload. */
export function openPayload(payload: Uint8Array): string {
  return zstdDecompressSync(payload).toString('utf8');
}

export function hashPayload(salt: Uint8Array, json: string): Uint8Array {
  return createHash('sha256').update(salt).update(json).digest();
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
