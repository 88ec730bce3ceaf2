import { CadreError } from '#platform/model';
import { apiRoot, readAnswer, unreachable } from '#platform/web';
import type { SendBatch } from './upload-run.ts';

/**
 * Sends the files of one request to an import. `fetch` cannot tell how many bytes of a request are sent, so this is an
 * XMLHttpRequest. The path of each file travels as its file name.
 */
export function sendBatchTo(importId: string): SendBatch {
  return (files, onBytes, signal) =>
    new Promise((resolve, reject) => {
      const form = new FormData();
      for (const { path, file } of files) form.append('files', file, path);
      const request = new XMLHttpRequest();
      request.open('POST', `${apiRoot}/imports/${encodeURIComponent(importId)}/files`);
      request.upload.addEventListener('progress', (event) => onBytes(event.loaded));
      request.addEventListener('load', () => {
        try {
          readAnswer(request.status, request.responseText);
          resolve();
        } catch (error) {
          reject(error);
        }
      });
      // A file that was moved or changed since it was chosen fails in the same way as the network.
      request.addEventListener('error', () => reject(unreachable()));
      request.addEventListener('abort', () => reject(new CadreError('stopped', 0, '已停止上传。')));
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.send(form);
    });
}
