import { join } from 'node:path';
import type { Actor } from '#platform/model';
import { keepUploads, type UploadedFile } from '#platform/server';
import type { BulkStatus } from '#modules/sheets';
import type { PhotosInput } from '../photos/import-photos.ts';
import { taskActor, type BulkDesk } from './bulk-desk.ts';
import type { BulkResult } from './sheet-tasks.ts';

const folderOf = (desk: BulkDesk, id: string): string => join(desk.folder(id), 'photos');

/** Opens an import of photos. */
export async function startPhotoJob(desk: BulkDesk, actor: Actor): Promise<BulkStatus> {
  const title = '批量导入照片';
  const id = await desk.start(actor, { kind: 'photos', set_code: 'A57', title, settings: '{}' });
  return desk.status(actor, id);
}

export async function keepPhotos(
  desk: BulkDesk,
  actor: Actor,
  id: string,
  files: AsyncIterable<UploadedFile>,
): Promise<number> {
  await desk.inState(actor, id, 'photos', ['uploading']);
  return keepUploads(folderOf(desk, id), files);
}

/** Looks at the photos that have come; with other words on doubtful ones it may be asked again. */
export async function previewPhotoJob(
  desk: BulkDesk,
  actor: Actor,
  id: string,
  takeDoubtful: boolean,
): Promise<BulkStatus> {
  await desk.inState(actor, id, 'photos', ['uploading', 'ready']);
  await run(desk, actor, id, takeDoubtful, null);
  return desk.status(actor, id);
}

/** Writes what the preview showed. */
export async function applyPhotoJob(desk: BulkDesk, actor: Actor, id: string): Promise<BulkStatus> {
  const row = await desk.inState(actor, id, 'photos', ['ready']);
  const { takeDoubtful } = JSON.parse(row.settings) as { takeDoubtful: boolean };
  await run(desk, actor, id, takeDoubtful, row.fingerprint);
  return desk.status(actor, id);
}

async function run(
  desk: BulkDesk,
  actor: Actor,
  id: string,
  takeDoubtful: boolean,
  expected: string | null,
): Promise<void> {
  const input: PhotosInput = {
    job: id,
    actor: taskActor(actor),
    folder: folderOf(desk, id),
    takeDoubtful,
    expected,
  };
  await desk.begin<BulkResult>(actor, id, {
    task: 'bulk-photos',
    input,
    during: expected === null ? 'checking' : 'applying',
    after: expected === null ? 'ready' : 'done',
    otherwise: expected === null ? 'failed' : 'ready',
    said: { settings: JSON.stringify({ takeDoubtful }) },
    keep: ({ counts, fingerprint, change }) => ({
      counts: JSON.stringify(counts),
      change_id: change,
      ...(expected === null ? { fingerprint } : {}),
    }),
  });
}
