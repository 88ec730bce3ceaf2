import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keepUploads } from './upload-files.ts';

function workFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-uploads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function upload(folder: string, ...files: [name: string, text: string][]): Promise<number> {
  async function* sent() {
    for (const [fileName, text] of files)
      yield { fieldName: 'files', fileName, stream: Readable.from([Buffer.from(text)]) };
  }
  return keepUploads(folder, sent());
}

describe('uploaded files', () => {
  it('of the same name all stay, and a form stays beside its photo', async () => {
    const folder = workFolder();
    const pair = (text: string): [string, string][] => [
      ['张三.lrm', `form ${text}`],
      ['张三.pic', `photo ${text}`],
    ];
    expect(await upload(folder, ...pair('one'), ...pair('two'))).toBe(4);
    expect(await upload(folder, ...pair('three'))).toBe(2);
    const texts = ['', '重名2', '重名3'].map((below) =>
      ['张三.lrm', '张三.pic'].map((name) => readFileSync(join(folder, below, name), 'utf8')),
    );
    expect(texts).toEqual(['one', 'two', 'three'].map((text) => [`form ${text}`, `photo ${text}`]));
  });

  it('may be called as a folder is', async () => {
    const folder = workFolder();
    expect(await upload(folder, ['a.lrmx', '1'], ['a.lrmx/b.lrmx', '2'], ['c/d', '3'], ['c', '4'])).toBe(4);
    const below = join(folder, '重名2');
    expect([
      readFileSync(join(below, 'a.lrmx/b.lrmx'), 'utf8'),
      readFileSync(join(below, 'c'), 'utf8'),
    ]).toEqual(['2', '4']);
  });

  it.each(['', `${'长'.repeat(200)}.lrmx`, 'nul\0.lrmx'])(
    'with the impossible name %j are refused in a sentence',
    async (name) => {
      const folder = workFolder();
      await expect(upload(folder, ['a.lrmx', 'x'], [name, 'x'])).rejects.toMatchObject({ code: 'invalid' });
    },
  );
});
