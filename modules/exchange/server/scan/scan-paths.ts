import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import {
  claimsForm,
  headLength,
  isPhoto,
  isZip,
  photoPreference,
  stem,
  type FoundFile,
  type ScanStep,
} from './found-file.ts';
import { listFolder } from './list-folder.ts';
import { pairForms } from './pair-forms.ts';
import { scanZip } from './scan-zip.ts';

/**
 * The forms of files, folders and zips, in the order of their names, so that the same paths always give the same
 * sequence. A form must be read before the next step is asked for: its archive is open only so long.
 */
export async function* scanPaths(paths: readonly string[]): AsyncGenerator<ScanStep> {
  const single = new Map<string, FoundFile[]>();
  for (const path of paths) {
    const found = await stat(path);
    if (found.isDirectory()) {
      yield* scanFolder(Buffer.from(path), '');
    } else if (!found.isFile()) {
      yield { kind: 'problem', problem: notAFile(basename(path)) };
    } else if (isZip(path)) {
      yield* scanZip({ path: Buffer.from(path) }, basename(path));
    } else {
      const folder = dirname(resolve(path));
      const file = fileAt(Buffer.from(path), basename(path), found.size);
      single.set(folder, [...(single.get(folder) ?? []), file]);
    }
  }
  // Files of one name in two folders have nothing to do with each other.
  for (const [folder, files] of single) yield* pairForms([...files, ...(await photosBeside(folder, files))]);
}

/** How many forms the paths hold, for the progress; nothing is read that need not be. */
export async function countForms(paths: readonly string[]): Promise<number> {
  let count = 0;
  for await (const step of scanPaths(paths)) if (step.kind !== 'skipped') count += 1;
  return count;
}

/** A photo beside a form that was named without it belongs to it as well. */
async function photosBeside(folder: string, files: readonly FoundFile[]): Promise<FoundFile[]> {
  const lacking = new Set(files.filter(({ file }) => claimsForm(file)).map(({ file }) => stem(file)));
  for (const { file } of files) if (isPhoto(file)) lacking.delete(stem(file));
  if (lacking.size === 0) return [];
  const entries = await listFolder(Buffer.from(folder)).catch(() => []);
  const photos = entries
    .filter(({ kind, name }) => kind === 'file' && isPhoto(name) && lacking.has(stem(name)))
    .toSorted((a, b) => photoPreference(b.name) - photoPreference(a.name))
    .map(({ path, name, size }) => [stem(name), fileAt(path, name, size)] as const);
  return [...new Map(photos).values()];
}

async function* scanFolder(folder: Buffer, below: string): AsyncGenerator<ScanStep> {
  const entries = await listFolder(folder).catch(() => null);
  if (entries === null) {
    const message = '文件夹无法打开，请检查读取权限。';
    yield { kind: 'problem', problem: { file: below || '.', code: 'folder-unreadable', message } };
    return;
  }
  const files: FoundFile[] = [];
  for (const { name, path, kind, size } of entries) {
    const file = below === '' ? name : `${below}/${name}`;
    if (kind === 'folder') yield* scanFolder(path, file);
    else if (kind === 'other')
      yield claimsForm(file) ? { kind: 'problem', problem: notAFile(file) } : { kind: 'skipped', file };
    else if (isZip(file)) yield* scanZip({ path }, file);
    else files.push(fileAt(path, file, size));
  }
  yield* pairForms(files);
}

/** Scans run where nobody else waits, and there reading at once costs a third of reading by and by. */
function fileAt(path: Buffer, file: string, size: number): FoundFile {
  return { file, size, read: async () => readFileSync(path), readHead: async () => headOf(path) };
}

function headOf(path: Buffer): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const head = Buffer.alloc(headLength);
    return head.subarray(0, readSync(handle, head, 0, headLength, 0));
  } finally {
    closeSync(handle);
  }
}

function notAFile(file: string) {
  return { file, code: 'not-a-file', message: '不是普通文件，无法读取，请改为文件、文件夹或 zip 压缩包。' };
}
