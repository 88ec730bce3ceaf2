/** A file that was found on the way through folders and archives. */
export interface FoundFile {
  /** Relative to the path that was given; `a.zip/inside.lrmx` within an archive. */
  readonly file: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
  /** The first bytes, `headLength` or all there are: enough to see what kind of file it is. */
  readHead(): Promise<Uint8Array>;
}

/** What cannot even be looked into: a damaged archive, a file without the right to read it. */
export interface ScanProblem {
  readonly file: string;
  readonly code: string;
  readonly message: string;
}

/** A form file with the photo of the same name, if there is one. */
export interface FormFile extends FoundFile {
  readonly photo: FoundFile | null;
}

/** One step of a scan. */
export type ScanStep =
  | { readonly kind: 'form'; readonly form: FormFile }
  | { readonly kind: 'problem'; readonly problem: ScanProblem }
  | { readonly kind: 'skipped'; readonly file: string };

/** Larger than any form: a file above it is refused unread. */
export const fileLimit = 32 * 1024 * 1024;

export const headLength = 2000;

const formExtension = /\.lrmx?$/i;
const photoExtension = /\.(pic|jpe?g|png|bmp)$/i;

export function claimsForm(file: string): boolean {
  return formExtension.test(file);
}

export function isPhoto(file: string): boolean {
  return photoExtension.test(file);
}

const photoExtensions = ['.pic', '.jpg', '.jpeg', '.png', '.bmp'];

/** Of several photos of one name the one with the lowest number counts. */
export function photoPreference(file: string): number {
  const index = photoExtensions.indexOf(file.slice(file.lastIndexOf('.')).toLowerCase());
  return index < 0 ? photoExtensions.length : index;
}

export function isZip(file: string): boolean {
  return /\.zip$/i.test(file);
}

/** Leftovers of office programs and file managers, which are never forms whatever their extension. */
export function isLitter(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return (
    /^(~\$|\._|\.)/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name) || file.includes('__MACOSX/')
  );
}

/** The name by which a form and its photo belong together. */
export function stem(file: string): string {
  return file.replace(/\.[^./]*$/, '').toLowerCase();
}
