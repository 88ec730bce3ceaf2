import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RosterRow } from '#modules/rosters';

/** A row on its way to the process that draws it; a roster of any size lies in a file in between. */
export type StagedRow = RosterRow;

/** Writes rows for the drawing process, for the owner alone as all files with personal data are. */
export async function writeStage(
  path: string,
  rows: AsyncIterable<StagedRow>,
  signal: AbortSignal,
): Promise<void> {
  async function* lines(): AsyncGenerator<string> {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }), { signal });
}

export async function* readStage(path: string): AsyncGenerator<StagedRow> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as StagedRow;
}
