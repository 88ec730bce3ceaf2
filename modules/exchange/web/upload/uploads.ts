import { useSyncExternalStore } from 'react';
import { sendBatchTo } from './send-batch.ts';
import type { UploadFile } from './upload-file.ts';
import { createUploadRun, type UploadRun, type UploadState } from './upload-run.ts';

/** The uploads of this tab by import. */
const runs = new Map<string, UploadRun>();

/** Closing the tab would end an upload under way: the browser asks first. */
function guard(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Starts sending files to an import; the upload goes on when the user leaves the page. */
export function beginUpload(importId: string, files: readonly UploadFile[], whenSent: () => void): void {
  const run = createUploadRun(files, sendBatchTo(importId));
  runs.set(importId, run);
  continueUpload(importId, whenSent);
}

/** Goes on with an upload that was interrupted. */
export function continueUpload(importId: string, whenSent: () => void): void {
  const run = runs.get(importId);
  if (!run) return;
  window.addEventListener('beforeunload', guard);
  void run.start().then(() => {
    if ([...runs.values()].every((each) => each.state().phase !== 'sending')) {
      window.removeEventListener('beforeunload', guard);
    }
    if (run.state().phase === 'sent') whenSent();
  });
}

/** Ends an upload and forgets its files. */
export function dropUpload(importId: string): void {
  runs.get(importId)?.stop();
  runs.delete(importId);
}

/** The upload of an import as far as it runs in this tab. */
export function useUpload(importId: string): UploadState | undefined {
  return useSyncExternalStore(
    (listener) => runs.get(importId)?.subscribe(listener) ?? (() => {}),
    () => runs.get(importId)?.state(),
  );
}
