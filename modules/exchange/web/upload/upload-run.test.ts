import { expect, test } from 'vitest';
import type { UploadFile } from './upload-file.ts';
import { createUploadRun, type SendBatch } from './upload-run.ts';

const someFiles = (count: number): UploadFile[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `${index}.lrmx`,
    file: new File(['0123456789'], `${index}.lrmx`),
  }));

test('all files are sent and the bytes are counted', async () => {
  const sent: string[] = [];
  const run = createUploadRun(someFiles(450), async (batch, onBytes) => {
    onBytes(1e9);
    sent.push(...batch.map(({ path }) => path));
  });
  await run.start();
  expect(run.state()).toMatchObject({ phase: 'sent', sentBytes: 4500, totalBytes: 4500, sentFiles: 450 });
  expect(new Set(sent).size).toBe(450);
});

test('after an interruption the upload goes on with the request that failed', async () => {
  const requests: string[] = [];
  const broken = new Error('网络中断。');
  let works = false;
  const send: SendBatch = async (batch) => {
    requests.push(batch[0]?.path ?? '');
    if (requests.length === 2 && !works) throw broken;
  };
  const run = createUploadRun(someFiles(401), send);
  await run.start();
  expect(run.state()).toMatchObject({ phase: 'interrupted', error: broken, sentFiles: 200 });
  works = true;
  await run.start();
  expect(run.state()).toMatchObject({ phase: 'sent', sentFiles: 401, error: null });
  expect(requests).toEqual(['0.lrmx', '200.lrmx', '200.lrmx', '400.lrmx']);
});

test('stopping ends the request under way and sends no other', async () => {
  let requests = 0;
  const run = createUploadRun(someFiles(300), (_batch, _onBytes, signal) => {
    requests += 1;
    return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const ended = run.start();
  run.stop();
  await ended;
  expect(run.state().phase).toBe('stopped');
  expect(requests).toBe(1);
});

test('listeners hear of progress until they leave', async () => {
  const run = createUploadRun(someFiles(1), async () => {});
  let heard = 0;
  const leave = run.subscribe(() => (heard += 1));
  await run.start();
  expect(heard).toBeGreaterThan(1);
  leave();
  const before = heard;
  await run.start();
  expect(heard).toBe(before);
});
