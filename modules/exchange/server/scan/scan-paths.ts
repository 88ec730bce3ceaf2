import { readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isZip, type FoundFile, type ScanStep } from './found-file.ts';
import { pairForms } from './pair-forms.ts';
import { scanZip } from './scan-zip.ts';

/**
 * The forms of files, folders and zips, in the order of their names, so that the same paths always give the same
 * sequence. A form must be read before the next step is asked for: its archive is open only so long.
 */
export async function* scanPaths(paths: readonly string[]): AsyncGenerator<ScanStep> {
  const single: FoundFile[] = [];
  for (const path of paths) {
    const found = await stat(path);
    if (found.isDirectory()) yield* scanFolder(path, '');
    else if (isZip(path)) yield* scanZip({ path }, basename(path));
    else single.push(fileAt(path, basename(path), found.size));
  }
  yield* pairForms(await withNeighbours(single, paths));
}

/** How many forms the paths hold, for the progress; nothing is read that need not be. */
export async function countForms(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const step of scanPaths(paths)) if (step.kind !== 'skipped') count += 1;
  return count;
}

/** A photo beside a form that was named alone belongs to it as well. */
async function withNeighbours(files: readonly FoundFile[], paths: readonly string[]): Promise<FoundFile[]> {
  if (files.length !== 1 || paths.length !== 1) return [...files];
  const [path] = paths;
  const [form] = files;
  if (!path || !form) return [...files];
  const beside: FoundFile[] = [];
  for (const extension of ['.pic', '.PIC', '.jpg', '.JPG']) {
    const photo = path.replace(/\.[^./]*$/, extension);
    const found = photo === path ? null : await stat(photo).catch(() => null);
    if (found?.isFile()) beside.push(fileAt(photo, basename(photo), found.size));
  }
  return [form, ...beside.slice(0, 1)];
}

async function* scanFolder(root: string, below: string): AsyncGenerator<ScanStep> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    yield {
      kind: 'problem',
      problem: {
        file: below || root,
        code: 'folder-unreadable',
        message: '文件夹无法打开，请检查读取权限。',
      },
    };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const files: FoundFile[] = [];
  for (const entry of entries) {
    const file = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) {
      yield* scanFolder(root, file);
    } else if (entry.isFile()) {
      const path = join(root, file);
      if (isZip(file)) yield* scanZip({ path }, file);
      else files.push(fileAt(path, file, statSync(path).size));
    }
  }
  yield* pairForms(files);
}

/** Scans run where nobody else waits, and there reading at once costs a third of reading by and by. */
function fileAt(path: string, file: string, size: number): FoundFile {
  return { file, size, read: async () => readFileSync(path) };
}
