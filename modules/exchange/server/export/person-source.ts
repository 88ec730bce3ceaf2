import type { ApprovalForm } from '#documents/formats';
import { textOf, type SubjectSets } from '#platform/model';
import { readFile, readMany, rowsOf, type Store } from '#platform/server';
import { formFromSets, formSets } from '#modules/cadres';
import { formFingerprint } from '../import/form-fingerprint.ts';
import { unpackSource } from '../import/source-file.ts';

/** A person on the way out. */
export interface PersonSource {
  readonly id: string;
  /** The form with its picture. */
  readonly form: ApprovalForm;
  /** The file as it was read, when it was read without repair and nobody changed the person since. */
  readonly original: { readonly format: string; readonly bytes: Uint8Array } | null;
}

/** Reads people in the order given, a batch at a time, so that memory stays flat however many there are. */
export async function* personSources(
  store: Store,
  ids: readonly string[],
  batch = 50,
): AsyncGenerator<PersonSource> {
  for (let start = 0; start < ids.length; start += batch) {
    const some = ids.slice(start, start + batch);
    const records = await readMany(store.db, some, formSets);
    for (const id of some) yield personSource(store, id, rowsOf(records.get(id) ?? {}));
  }
}

async function personSource(store: Store, id: string, sets: SubjectSets): Promise<PersonSource> {
  const { form, photo } = formFromSets(sets, store.tables);
  const picture = photo ? (await readFile(store.db, photo)).data : null;
  return {
    id,
    form: { ...form, photo: picture },
    original: await originalOf(store, sets, form, photo, picture),
  };
}

async function originalOf(
  store: Store,
  sets: SubjectSets,
  form: ApprovalForm,
  photo: string | null,
  picture: Uint8Array | null,
): Promise<PersonSource['original']> {
  const source = sets['SF01']?.[0];
  const fileHash = textOf(source, 'fileHash');
  if (fileHash === '' || textOf(source, 'readClean') !== '1') return null;
  if (textOf(source, 'valuesHash') !== formFingerprint(form, photo)) return null;
  const { data } = await readFile(store.db, fileHash);
  return { format: textOf(source, 'format'), bytes: unpackSource(data, picture) };
}
