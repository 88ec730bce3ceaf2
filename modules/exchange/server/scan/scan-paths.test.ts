import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { workFolder } from '../import/test-import.ts';
import { scanPaths } from './scan-paths.ts';

/** What a scan finds, a line each: forms with their photos, problems, skipped files. */
async function scan(...paths: string[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const step of scanPaths(paths)) {
    if (step.kind === 'form') {
      const photo = step.form.photo && Buffer.from(await step.form.photo.read()).toString();
      lines.push(`${step.form.file}${photo === null ? '' : ` + ${photo}`}`);
    } else {
      lines.push(step.kind === 'problem' ? `${step.problem.code} ${step.problem.file}` : `- ${step.file}`);
    }
  }
  return lines;
}

function put(folder: string, files: Record<string, string>): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function zipOf(path: string, files: Record<string, Buffer>): Promise<string> {
  const zip = new ZipFile();
  for (const [name, bytes] of Object.entries(files)) zip.addBuffer(bytes, name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  writeFileSync(path, Buffer.concat(chunks));
  return path;
}

describe('files named one by one', () => {
  it('have the photos beside them, each from its own folder', async () => {
    const work = workFolder();
    const a = put(join(work, 'a'), {
      '张三.lrm': 'x',
      '张三.PIC': 'photo a',
      '李四.pic': 'no form of that name',
    });
    const b = put(join(work, 'b'), { '张三.lrm': 'x', '张三.jpg': 'photo b', '张三.pic': 'better photo b' });
    expect(await scan(join(a, '张三.lrm'), join(b, '张三.lrm'))).toEqual([
      '张三.lrm + photo a',
      '张三.lrm + better photo b',
    ]);
    expect(await scan(join(a, '张三.lrm'), join(b, '张三.lrm'), join(b, '张三.jpg'))).toEqual([
      '张三.lrm + photo a',
      '张三.lrm + photo b',
    ]);
  });
});

describe('a folder', () => {
  it('is read through names that are no text, and links to files, but not links to folders', async () => {
    const work = put(workFolder(), { 'b.lrmx': 'x' });
    // 张三.lrm in GBK, as unpacking an archive from Windows leaves it behind.
    writeFileSync(Buffer.concat([Buffer.from(`${work}/`), Buffer.from('d5c5c8fd2e6c726d', 'hex')]), 'x');
    symlinkSync(join(work, 'b.lrmx'), join(work, 'c.lrmx'));
    symlinkSync(work, join(work, 'loop'));
    symlinkSync(join(work, 'nowhere'), join(work, 'd.lrmx'));
    expect(await scan(`${work}/`)).toEqual(['not-a-file d.lrmx', '- loop', 'b.lrmx', 'c.lrmx', '张三.lrm']);
  });

  it('is read where it stands: what is no file at all is not opened', async () => {
    expect(await scan('/dev/zero')).toEqual(['not-a-file zero']);
  });
});

describe('a zip', () => {
  it('leads nowhere else, and says what it does not open', async () => {
    const work = workFolder();
    const path = await zipOf(join(work, 'all.zip'), {
      '---outside.lrmx': Buffer.from('x'),
      'empty.lrmx': Buffer.alloc(0),
      'large.lrmx': Buffer.alloc(33 * 1024 * 1024),
      'Thumbs.db': Buffer.from('x'),
    });
    const bytes = readFileSync(path);
    for (let at = bytes.indexOf('---'); at >= 0; at = bytes.indexOf('---')) bytes.write('../', at);
    writeFileSync(path, bytes);
    expect(await scan(path)).toEqual([
      'zip-bad-name all.zip/../outside.lrmx',
      'all.zip/empty.lrmx',
      'file-too-large all.zip/large.lrmx',
      '- all.zip/Thumbs.db',
    ]);
  });

  it('may hold zips, some of them damaged', async () => {
    const work = workFolder();
    const inner = await zipOf(join(work, 'inner'), { 'a.lrmx': Buffer.from('x') });
    const twice = await zipOf(join(work, 'twice'), { 'inner.zip': readFileSync(inner) });
    const path = await zipOf(join(work, 'all.zip'), {
      'one.zip': readFileSync(inner),
      'two.zip': readFileSync(twice),
      'three.zip': readFileSync(await zipOf(join(work, 'three'), { 'two.zip': readFileSync(twice) })),
      'damaged.zip': Buffer.from('no zip'),
      'none.zip': readFileSync(await zipOf(join(work, 'none'), {})),
    });
    expect(await scan(path)).toEqual([
      'zip-damaged all.zip/damaged.zip',
      'all.zip/one.zip/a.lrmx',
      'zip-nested all.zip/three.zip/two.zip/inner.zip',
      'all.zip/two.zip/inner.zip/a.lrmx',
    ]);
  });
});
