import { parentPort, workerData } from 'node:worker_threads';
import { readBatches, type ReadBatch } from './read-batch.ts';

/** What the thread sends: batches, and null behind the last one. */
export type ReaderMessage = ReadBatch | null;

/** Batches that may wait in memory until somebody takes them. */
const ahead = 2;

if (!parentPort) throw new Error('forms are read ahead in a worker thread');
const port = parentPort;

let waiting = 0;
let wake = () => {};
port.on('message', () => {
  waiting -= 1;
  wake();
});

for await (const batch of readBatches(workerData as readonly string[])) {
  port.postMessage(batch satisfies ReaderMessage, picturesOf(batch));
  waiting += 1;
  while (waiting > ahead) await new Promise<void>((resolve) => (wake = resolve));
}
port.postMessage(null satisfies ReaderMessage);
port.close();

/** The pictures' memory, which is handed over instead of copied where they have it to themselves. */
function picturesOf({ forms }: ReadBatch): ArrayBuffer[] {
  const pictures = forms.flatMap((read) => ('refused' in read || !read.photo ? [] : [read.photo.data]));
  const own = pictures.flatMap(({ buffer, length }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === length ? [buffer] : [],
  );
  return [...new Set(own)];
}
