/** A file that the user chose, with its place below the folder that was chosen. */
export interface UploadFile {
  /** `科局/张某.lrmx`, with forward slashes; names the file in every message. */
  readonly path: string;
  readonly file: File;
}

/**
 * Gives every file a path of its own. Files of one name chosen from several places would overwrite each other; the
 * second of a name goes below `2/`, the third below `3/`, so that a form and the photo of the same name stay together.
 */
export function withOwnPaths(files: readonly UploadFile[]): UploadFile[] {
  const seen = new Map<string, number>();
  return files.map(({ path, file }) => {
    const count = (seen.get(path) ?? 0) + 1;
    seen.set(path, count);
    return { path: count === 1 ? path : `${count}/${path}`, file };
  });
}
