import { inflated } from '../host.ts';
import { crcOf } from './crc.ts';
import { damaged, tooLarge } from './sheet-refusal.ts';
import { packedBytes, type ZipPart } from './zip-directory.ts';

/** No honest sheet unpacks to more than this. */
const unpackedLimit = 1.5 * 1024 ** 3;
/** Up to here nobody asks how well a part was packed. */
const harmless = 64 * 1024 * 1024;
/** Honest sheets of long runs of the same cells reach some 60 times; a bomb 1,000 times. */
const ratioLimit = 250;

/**
 * The content of a part piece by piece. A part that is not as its directory says, or unpacks to more than a sheet can
 * be, ends in a refusal.
 */
export async function* unpackPieces(bytes: Uint8Array, part: ZipPart): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, part);
  if (part.method !== 0 && part.method !== 8) throw damaged();
  const limit = Math.min(unpackedLimit, Math.max(harmless, part.packed * ratioLimit));
  let size = 0;
  let crc = 0;
  const source = part.method === 0 ? [packed] : broken(inflated(packed));
  for await (const piece of source) {
    size += piece.length;
    if (size > limit) throw tooLarge('解压后超过上限');
    crc = crcOf(piece, crc);
    yield piece;
  }
  if (size !== part.size || crc !== part.crc) throw damaged();
}

/** What the host says of bytes that are not packed rightly is of no use to anybody. */
async function* broken(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* pieces;
  } catch {
    throw damaged();
  }
}

/** A small part as a whole. */
export async function unpackPart(
  bytes: Uint8Array,
  part: ZipPart,
  limit = 64 * 1024 * 1024,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of unpackPieces(bytes, part)) {
    size += piece.length;
    if (size > limit) throw tooLarge(part.name);
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
