import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BadSnapshot,
  createMemory,
  headBytes,
  openSnapshot,
  preludeBytes,
  snapshotChunks,
  SnapshotOvertaken,
  tailBytes,
  type DatasetOptions,
  type DatasetSchema,
  type MutableDataset,
} from '#engine';

/**
 * The tables as a file beside the database, so that a start need not read all records again. It holds what the database
 * holds: only the owner may read it, and it may be thrown away at any time.
 */
const fileName = 'query-tables.snapshot';
const unfinished = '.new';

/** Milliseconds after which nobody is writing an unfinished file any more. */
const abandonedAfter = 60 * 60_000;

/** What the tables were made from: the place in the journal, and the rules by which texts are sorted. */
export interface SnapshotStamp {
  readonly position: number;
  /** The id of the change at the place; another database has another one there. */
  readonly change: string;
  readonly textRules: number;
}

/** Raised when the readings of names change, so that older files are not used any more. */
export const textRules = 1;

/** Reads the tables back; null when there is no file, or none that fits. */
export async function readSnapshotFile(
  folder: string,
  schema: DatasetSchema,
  options: DatasetOptions,
): Promise<{ dataset: MutableDataset; stamp: SnapshotStamp } | null> {
  const path = join(folder, fileName);
  const file = await open(path).catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const read = async (target: Uint8Array, at: number): Promise<void> => {
      for (let done = 0; done < target.length;) {
        const { bytesRead } = await file.read(
          target,
          done,
          Math.min(target.length - done, 1 << 28),
          at + done,
        );
        if (bytesRead === 0) throw new BadSnapshot('length');
        done += bytesRead;
      }
    };
    const prelude = new Uint8Array(preludeBytes);
    await read(prelude, 0);
    if (headBytes(prelude) > size) throw new BadSnapshot('length');
    const head = new Uint8Array(headBytes(prelude));
    await read(head, 0);
    const opened = openSnapshot(head, size, schema, createMemory(1 << 20));
    const stamp = opened.stamp as SnapshotStamp;
    if (stamp.textRules !== textRules) return null;
    await read(opened.target, head.length);
    const tail = new Uint8Array(tailBytes);
    await read(tail, size - tailBytes);
    return { dataset: opened.finish(tail, options), stamp };
  } catch (thrown) {
    if (thrown instanceof BadSnapshot || isOfSystem(thrown)) return null;
    throw thrown;
  } finally {
    await file.close();
  }
}

/**
 * Writes the tables down as they are when this is called; false when they changed meanwhile, or when there is no room,
 * and nothing was kept.
 */
export async function writeSnapshotFile(
  folder: string,
  dataset: MutableDataset,
  stamp: SnapshotStamp,
): Promise<boolean> {
  const path = join(folder, fileName);
  const fresh = `${path}.${process.pid}${unfinished}`;
  const chunks = snapshotChunks(dataset, stamp);
  // The version that is written is that of the first chunk: nothing may be waited for before it.
  const head = chunks.next().value ?? new Uint8Array();
  try {
    await removeUnfinished(folder);
    const file = await open(fresh, 'w', 0o600);
    try {
      await file.writeFile(head);
      // Copies, because the memory may move while they are written.
      for (const chunk of chunks) await file.writeFile(chunk.slice());
    } finally {
      await file.close();
    }
    await rename(fresh, path);
    return true;
  } catch (thrown) {
    await rm(fresh, { force: true });
    if (thrown instanceof SnapshotOvertaken || isOfSystem(thrown)) return false;
    throw thrown;
  }
}

/** What a program left that ended while it was writing; a file that is still being written is younger. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(fileName) || !name.endsWith(unfinished)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > abandonedAfter) await rm(path, { force: true });
  }
}

/** Did the system refuse: no room, no right, a broken disk? The file only saves time, so one does without it. */
function isOfSystem(thrown: unknown): boolean {
  return thrown instanceof Error && 'syscall' in thrown;
}
