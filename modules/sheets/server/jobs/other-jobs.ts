import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { can, errors, isSensitive, type Actor, type OperationInput } from '#platform/model';
import type { FileAnswer, Store } from '#platform/server';
import { chosenPeople } from '#modules/cadres/server';
import { takesSheets, type BulkStatus, type startBulkEdit, type startSheetExport } from '#modules/sheets';
import { changeOf, editedField, type EditSettings } from '../edit/bulk-edit.ts';
import type { EditInput } from '../edit/edit-tasks.ts';
import type { ExportInput } from '../export/sheet-export.ts';
import { taskActor, type BulkDesk } from './bulk-desk.ts';
import { noCounts, requireJobInSight, requireRightTo } from './job-rows.ts';
import { noSuchSet, workbookType } from './sheet-jobs.ts';
import type { BulkResult } from './sheet-tasks.ts';

type EditBody = Required<Pick<OperationInput<typeof startBulkEdit>['body'], 'where'>> &
  OperationInput<typeof startBulkEdit>['body'];

/** Begins an edit of many people with its preview; a value that the field cannot take is refused at once. */
export async function startEdit(
  store: Store,
  desk: BulkDesk,
  actor: Actor,
  body: EditBody,
): Promise<BulkStatus> {
  const { set, field } = fieldInSight(store, actor, body);
  await changeOf(store, taskActor(actor), set, field, body.edit);
  const ids = await chosenPeople(store, actor, body);
  if (ids.length === 0) throw errors.notFound('要修改的人员');
  const settings: EditSettings = {
    ids,
    set: set.code,
    field: field.key,
    edit: body.edit,
    where: body.where ?? null,
  };
  const title = `批量修改：${set.label}“${field.label}”，${ids.length} 人`;
  const id = await desk.start(actor, {
    kind: 'edit',
    set_code: set.code,
    title,
    settings: JSON.stringify(settings),
  });
  const input: EditInput = { job: id, actor: taskActor(actor), settings, expected: null };
  await desk.begin<BulkResult>(actor, id, {
    task: 'bulk-edit',
    input,
    during: 'checking',
    after: 'ready',
    keep: ({ counts, fingerprint }) => ({ counts: JSON.stringify(counts), fingerprint }),
  });
  return desk.status(actor, id);
}

/** Does what the preview of an edit showed. */
export async function applyEdit(store: Store, desk: BulkDesk, actor: Actor, id: string): Promise<BulkStatus> {
  const row = await desk.inState(actor, id, 'edit', ['ready']);
  const settings = JSON.parse(row.settings) as EditSettings;
  fieldInSight(store, actor, settings);
  const input: EditInput = { job: id, actor: taskActor(actor), settings, expected: row.fingerprint };
  await desk.begin<BulkResult>(actor, id, {
    task: 'bulk-edit',
    input,
    during: 'applying',
    after: 'done',
    otherwise: 'ready',
    keep: ({ counts, change }) => ({ counts: JSON.stringify(counts), change_id: change }),
  });
  return desk.status(actor, id);
}

/** The field that is edited; refuses whoever may not see it. */
function fieldInSight(store: Store, actor: Actor, edited: Pick<EditSettings, 'set' | 'field'>) {
  const found = editedField(store, edited.set, edited.field);
  if (isSensitive(found.set, found.field) && !can(actor, 'cadre:sensitive'))
    throw errors.forbidden('cadre:sensitive');
  return found;
}

/** Begins the export of a set of people as a sheet. */
export async function startExport(
  store: Store,
  desk: BulkDesk,
  actor: Actor,
  body: OperationInput<typeof startSheetExport>['body'],
): Promise<BulkStatus> {
  requireRightTo(actor, 'export');
  const set = store.registry.find(body.set);
  if (!set || !takesSheets(set)) throw noSuchSet(body.set);
  const ids = await chosenPeople(store, actor, body);
  if (ids.length === 0) throw errors.notFound('要导出的人员');
  const title = `导出数据表：${set.label}，${ids.length} 人`;
  const id = await desk.start(actor, { kind: 'export', set_code: set.code, title, settings: '{}' });
  const input: ExportInput = { path: join(desk.folder(id), exportName), set: set.code, ids };
  await desk.begin<{ rows: number }>(actor, id, {
    task: 'sheet-export',
    input,
    during: 'applying',
    after: 'done',
    keep: ({ rows }) => ({
      counts: JSON.stringify({ ...noCounts, rows, unchanged: rows, people: ids.length }),
    }),
  });
  return desk.status(actor, id);
}

const exportName = 'export.xlsx';

export async function exportFile(
  store: Store,
  desk: BulkDesk,
  actor: Actor,
  id: string,
): Promise<FileAnswer> {
  const row = await requireJobInSight(store, actor, id);
  const path = join(desk.folder(id), exportName);
  const found = row.kind === 'export' && row.state === 'done' ? await stat(path).catch(() => null) : null;
  if (!found) throw errors.notFound('导出的数据表');
  const label = store.registry.find(row.set_code)?.label ?? row.set_code;
  return {
    data: createReadStream(path),
    size: found.size,
    mediaType: workbookType,
    fileName: `${label}数据表.xlsx`,
  };
}
