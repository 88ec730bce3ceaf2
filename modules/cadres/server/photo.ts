import { pictureKind, trimPicture } from '#documents/formats';
import { CadreError, errors, newId, textOf, type Actor } from '#platform/model';
import {
  applyChange,
  newFile,
  readFile,
  readSubject,
  storeFiles,
  type Store,
  type UploadedFile,
} from '#platform/server';
import { requirePerson } from './scope.ts';

export const photoLimit = 5 * 1024 * 1024;

/** The picture of a person; refuses with `not-found` when there is none. */
export async function photoOf(store: Store, actor: Actor, id: string) {
  await requirePerson(store, actor, id);
  const hash = textOf((await readSubject(store.db, id, ['A57']))['A57']?.rows[0], 'data');
  if (hash === '') throw errors.notFound('照片');
  return { hash, ...(await readFile(store.db, hash)) };
}

/** Stores an uploaded picture as the person's photo. */
export async function savePhoto(
  store: Store,
  actor: Actor,
  id: string,
  files: AsyncIterable<UploadedFile>,
  takenOn: string,
): Promise<string> {
  const person = await requirePerson(store, actor, id);
  const bytes = await firstFile(files);
  const kind = bytes === null ? null : pictureKind(bytes);
  if (bytes === null || kind === null) {
    throw new CadreError(
      'not-a-picture',
      422,
      '上传的文件不是可用的图片，请选择 JPG、PNG 或 BMP 格式的照片。',
    );
  }
  const file = newFile(trimPicture(bytes), kind.mediaType);
  await store.db.transaction().execute((tx) => storeFiles(tx, [file]));
  const stored = (await readSubject(store.db, id, ['A57']))['A57'];
  const row = {
    id: stored?.rows[0]?.id ?? newId(),
    data: file.hash,
    mediaType: file.mediaType,
    takenOn: takenOn || null,
  };
  await applyChange(store, { actor, origin: 'web', summary: `更换${person.name}的照片` }, [
    {
      subject: id,
      kind: 'person',
      event: 'update',
      sets: { A57: { expectedVersion: stored?.version ?? 0, rows: [row] } },
    },
  ]);
  return file.hash;
}

async function firstFile(files: AsyncIterable<UploadedFile>): Promise<Uint8Array | null> {
  for await (const file of files) {
    const chunks: Buffer[] = [];
    for await (const chunk of file.stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
  return null;
}
