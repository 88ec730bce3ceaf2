import {
  claimsForm,
  fileLimit,
  isLitter,
  isPhoto,
  photoPreference,
  stem,
  type FoundFile,
  type ScanStep,
} from './found-file.ts';

/**
 * Turns the files of one folder into forms with their photos. A file of another extension counts as a form when its
 * content begins like one; photos without a form and everything else are skipped.
 */
export async function* pairForms(files: readonly FoundFile[]): AsyncGenerator<ScanStep> {
  const photos = new Map<string, FoundFile>();
  const byPreference = files
    .filter(({ file }) => isPhoto(file) && !isLitter(file))
    .toSorted((a, b) => photoPreference(b.file) - photoPreference(a.file));
  for (const photo of byPreference) photos.set(stem(photo.file), photo);
  const used = new Set<FoundFile>();
  for (const found of files) {
    if (isPhoto(found.file) || isLitter(found.file)) continue;
    if (found.size > fileLimit && claimsForm(found.file)) {
      yield { kind: 'problem', problem: tooLarge(found.file) };
    } else if (claimsForm(found.file) || (await beginsLikeForm(found))) {
      const photo = photos.get(stem(found.file)) ?? null;
      if (photo) used.add(photo);
      yield { kind: 'form', form: { ...found, photo } };
    } else {
      yield { kind: 'skipped', file: found.file };
    }
  }
  for (const found of files) {
    if (isLitter(found.file) || (isPhoto(found.file) && !used.has(found)))
      yield { kind: 'skipped', file: found.file };
  }
}

/** Forms under a foreign name: the root element, or 33 quoted fields, near the beginning. */
async function beginsLikeForm(found: FoundFile): Promise<boolean> {
  if (found.size > fileLimit || found.size === 0) return false;
  // A damaged file under a foreign name is not known to be a form.
  const head = Buffer.from(await found.readHead().catch(() => new Uint8Array()));
  const text = head.includes(0) ? head.toString('utf16le') : head.toString('latin1');
  return /^[^<"]{0,4}<(\?xml[^>]*>\s*<)?Person[\s>]/.test(text) || /^"[^"]*","[^"]*","[^"]*","/.test(text);
}

function tooLarge(file: string) {
  return {
    file,
    code: 'file-too-large',
    message: `文件超过 ${fileLimit / 1024 / 1024} MB，不会是任免审批表，请检查后重新导入。`,
  };
}
