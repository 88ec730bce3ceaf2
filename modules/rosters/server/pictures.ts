import { textOf } from '#platform/model';
import { readFile, readMany, rowsOf, type Store } from '#platform/server';

/** The photos of people by their ids; who has none is missing. */
export async function photosOf(
  store: Store,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await readMany(store.db, ids, ['A57']);
  const photos = new Map<string, Uint8Array>();
  for (const id of ids) {
    const hash = textOf(rowsOf(found.get(id) ?? {})['A57']?.[0], 'data');
    if (hash !== '') photos.set(id, (await readFile(store.db, hash)).data);
  }
  return photos;
}
