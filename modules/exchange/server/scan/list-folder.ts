import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

const gb18030 = new TextDecoder('gb18030');
const separator = Buffer.from('/');

/** What lies in a folder. */
export interface FolderEntry {
  /** As people read it. */
  readonly name: string;
  /** As the file system knows it: names that other systems wrote need not be text at all. */
  readonly path: Buffer;
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
}

/** The entries of a folder in the order of their names; links to files count as files, others lead nowhere. */
export async function listFolder(folder: Buffer): Promise<FolderEntry[]> {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  const listed = entries.map((entry): FolderEntry => {
    const path = Buffer.concat([folder, separator, entry.name]);
    const name = nameText(entry.name);
    if (entry.isDirectory()) return { name, path, kind: 'folder', size: 0 };
    // Scans run where nobody else waits; asking at once is many times faster.
    const found = statSync(path, { throwIfNoEntry: false });
    return { name, path, kind: found?.isFile() ? 'file' : 'other', size: found?.size ?? 0 };
  });
  return listed.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** File names are UTF-8 nearly everywhere; archives from Windows that were unpacked on Linux leave GBK behind. */
export function nameText(bytes: Buffer): string {
  return isUtf8(bytes) ? bytes.toString('utf8') : gb18030.decode(bytes);
}
