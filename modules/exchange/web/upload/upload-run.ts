import { groupIntoBatches } from './batches.ts';
import type { UploadFile } from './upload-file.ts';

/** How far an upload is. `interrupted` can be continued, `stopped` was the user's wish. */
export interface UploadState {
  readonly phase: 'sending' | 'interrupted' | 'stopped' | 'sent';
  readonly sentBytes: number;
  readonly totalBytes: number;
  readonly sentFiles: number;
  readonly totalFiles: number;
  /** What interrupted it; null otherwise. */
  readonly error: unknown;
}

/** Sends one request; reports the bytes sent so far; rejects when it failed or was stopped. */
export type SendBatch = (
  files: readonly UploadFile[],
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
) => Promise<void>;

/** An upload in this tab. It lives outside the pages, so that leaving a page does not end it. */
export interface UploadRun {
  state(): UploadState;
  subscribe(listener: () => void): () => void;
  /** Sends what is not sent yet; settles when all is sent, interrupted or stopped. */
  start(): Promise<void>;
  stop(): void;
}

/** Sends files one request after the other; after an interruption `start` goes on with the request that failed. */
export function createUploadRun(files: readonly UploadFile[], send: SendBatch): UploadRun {
  const batches = groupIntoBatches(files, ({ file }) => file.size);
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  const listeners = new Set<() => void>();
  let next = 0;
  let bytesDone = 0;
  let filesDone = 0;
  let abort = new AbortController();
  let state: UploadState = {
    phase: 'sending',
    sentBytes: 0,
    totalBytes,
    sentFiles: 0,
    totalFiles: files.length,
    error: null,
  };
  const set = (changes: Partial<UploadState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      abort = new AbortController();
      const { signal } = abort;
      set({ phase: 'sending', error: null });
      try {
        for (let batch = batches[next]; batch; batch = batches[next]) {
          const size = batch.reduce((sum, { file }) => sum + file.size, 0);
          // What the browser counts contains the headers of the parts, which are no bytes of a file.
          await send(batch, (bytes) => set({ sentBytes: bytesDone + Math.min(bytes, size) }), signal);
          signal.throwIfAborted();
          next += 1;
          bytesDone += size;
          filesDone += batch.length;
          set({ sentBytes: bytesDone, sentFiles: filesDone });
        }
        set({ phase: 'sent' });
      } catch (error) {
        if (signal.aborted) set({ phase: 'stopped', sentBytes: bytesDone });
        else {
          set({ phase: 'interrupted', sentBytes: bytesDone, error });
        }
      }
    },
    stop: () => {
      abort.abort();
      // Between an interruption and its continuation nothing is under way that could notice.
      if (state.phase === 'interrupted') set({ phase: 'stopped' });
    },
  };
}
