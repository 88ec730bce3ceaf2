import { createWriteStream } from 'node:fs';
import { open, writeFile, type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as pause } from 'node:timers/promises';
import type { RosterRow } from '#modules/rosters';

/** A row on its way to the process that draws it; a roster of any size lies in a file in between. */
export type StagedRow = RosterRow;

const pieceLength = 65_536;
/** Milliseconds until it is looked again whether there are more rows. */
const patience = 10;
/** The line behind the last row. */
const end = 'end';

/** Makes the empty file, for the owner alone as all files with personal data are. */
export async function createStage(path: string): Promise<void> {
  await writeFile(path, '', { mode: 0o600 });
}

/** Writes rows for the drawing process, which may read what is there already. */
export async function writeStage(
  path: string,
  rows: AsyncIterable<StagedRow>,
  signal: AbortSignal,
): Promise<void> {
  async function* pieces(): AsyncGenerator<string> {
    let piece = '';
    for await (const row of rows) {
      piece += `${JSON.stringify(row)}\n`;
      if (piece.length < pieceLength) continue;
      yield piece;
      piece = '';
    }
    yield `${piece}${end}\n`;
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path, { flags: 'a' }), { signal });
}

/** The rows of a stage, also those that are still to be written; waits for them until the signal. */
export async function* readStage(
  path: string,
  signal: AbortSignal,
): AsyncGenerator<StagedRow, void, undefined> {
  const file = await open(path);
  try {
    for await (const line of linesOf(file, signal)) {
      if (line === end) return;
      yield JSON.parse(line) as StagedRow;
    }
  } finally {
    await file.close();
  }
}

async function* linesOf(file: FileHandle, signal: AbortSignal): AsyncGenerator<string, void, undefined> {
  const decoder = new StringDecoder('utf8');
  const buffer = Buffer.alloc(pieceLength);
  let rest = '';
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await file.read(buffer, 0, buffer.length);
    if (bytesRead === 0) {
      await pause(patience);
      continue;
    }
    const lines = (rest + decoder.write(buffer.subarray(0, bytesRead))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
