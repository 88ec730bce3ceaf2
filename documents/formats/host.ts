/**
 * The few globals of the host (Node and every browser) that reading and writing files needs. They are declared here,
 * so that this folder is checked without the types of either.
 */
interface Decoder {
  decode(bytes?: Uint8Array, options?: { stream: boolean }): string;
}
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => Decoder;
declare const DecompressionStream: new (format: 'deflate-raw') => unknown;
declare const ReadableStream: new (source: { pull(controller: Feeder): void }) => {
  pipeThrough(stream: unknown): AsyncIterable<Uint8Array>;
};
interface Feeder {
  enqueue(piece: Uint8Array): void;
  close(): void;
}
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const strict: Record<Encoding, Decoder> = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true }),
};
const lenient: Record<'utf-8' | 'gb18030', Decoder> = {
  'utf-8': new TextDecoder('utf-8'),
  gb18030: new TextDecoder('gb18030'),
};
const encoder = new TextEncoder();

/** The text of the bytes without a byte-order mark, or null where one byte is not of this encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return strict[encoding].decode(bytes);
  } catch {
    return null;
  }
}

/** The text of the bytes with U+FFFD in place of what is not of this encoding. */
export function decodeLeniently(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string {
  return lenient[encoding].decode(bytes);
}

export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Bytes in small pieces, so that no more is unpacked than somebody has asked for. */
const packedPiece = 16_384;

/** The bytes that were packed by deflate, piece by piece; fails for what was not. */
export function inflated(packed: Uint8Array): AsyncIterable<Uint8Array> {
  let at = 0;
  const source = new ReadableStream({
    pull(feeder) {
      if (at >= packed.length) feeder.close();
      else feeder.enqueue(packed.subarray(at, at + packedPiece));
      at += packedPiece;
    },
  });
  return source.pipeThrough(new DecompressionStream('deflate-raw'));
}

/** Texts of pieces that may end within a character; fails (TypeError) on a byte that is not of this encoding. */
export function decoderOf(encoding: Encoding): { piece(bytes: Uint8Array): string; end(): string } {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return { piece: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
