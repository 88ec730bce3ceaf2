import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeLrmx, type ApprovalForm } from '#documents/formats';
import type { RecordRow } from '#platform/model';
import { loadCodeTables } from '#platform/server';
import { formFromSets } from '#modules/cadres';
import { generateDistrict, loadPortraits } from '#fixtures/district';
import { paddedPhoto } from './padded-photo.ts';

const photoSize = 40_000;
const seed = 1;

/**
 * Writes the forms of that many invented people into a folder, each with a photo of 40 kB of its own. The people are the
 * same every time, the photos are not; `revise` says what else has become of a form.
 */
export function writeFormFolder(
  folder: string,
  persons: number,
  revise: (form: ApprovalForm) => ApprovalForm = (form) => form,
): void {
  mkdirSync(folder, { recursive: true });
  const tables = loadCodeTables();
  const portraits = loadPortraits();
  let n = 0;
  for (const subject of generateDistrict({ persons, seed })) {
    if (subject.kind !== 'person') continue;
    const { form } = formFromSets(subject.sets as Record<string, RecordRow[]>, tables);
    const portrait = portraits[n % portraits.length] ?? new Uint8Array();
    n += 1;
    const file = join(folder, `${String(n).padStart(7, '0')}.lrmx`);
    writeFileSync(file, writeLrmx({ ...revise(form), photo: paddedPhoto(portrait, photoSize) }));
  }
}
