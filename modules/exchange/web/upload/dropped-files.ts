import { withOwnPaths, type UploadFile } from './upload-file.ts';

/** What a drop or a file dialog gave; `unreadable` are files that the browser could not open. */
export interface ChosenFiles {
  readonly files: readonly UploadFile[];
  readonly unreadable: readonly string[];
}

/** The files of a file or folder dialog. */
export function filesOfInput(list: Iterable<File>): ChosenFiles {
  const files = Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
  return { files: withOwnPaths(files), unreadable: [] };
}

/**
 * All files of a drop, folders to any depth. The entries must be taken before anything is awaited: the browser
 * empties the drop as soon as its event is over.
 */
export async function filesOfDrop(drop: DataTransfer): Promise<ChosenFiles> {
  const entries: FileSystemEntry[] = [];
  const loose: UploadFile[] = [];
  for (const item of drop.items) {
    if (item.kind !== 'file') continue;
    const entry = item.webkitGetAsEntry();
    const file = entry ? null : item.getAsFile();
    if (entry) entries.push(entry);
    else if (file) loose.push({ path: file.name, file });
  }
  const files = [...loose];
  const unreadable: string[] = [];
  while (entries.length > 0) {
    const entry = entries.shift();
    if (!entry) break;
    try {
      if (isFolder(entry)) entries.unshift(...(await childrenOf(entry)));
      else if (isFile(entry)) files.push({ path: pathOf(entry), file: await fileOf(entry) });
    } catch {
      unreadable.push(pathOf(entry));
    }
  }
  return { files: withOwnPaths(files), unreadable };
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function pathOf(entry: FileSystemEntry): string {
  return entry.fullPath.replace(/^\//, '') || entry.name;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A reader hands out at most a hundred entries a call and an empty list at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return children.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    children.push(...some);
  }
}
