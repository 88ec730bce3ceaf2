import { Readable } from 'node:stream';
import { errors } from '#platform/model';
import { defineFileRoute, defineRoute, defineUploadRoute, type Route, type Store } from '#platform/server';
import {
  applyBulkJob,
  cancelBulkJob,
  chooseSheet,
  identityColumns,
  listBulkChanges,
  listBulkErrors,
  listBulkJobs,
  listSheetSets,
  personIdHead,
  previewPhotos,
  previewSheet,
  readBulkJob,
  readMarkedCopy,
  readSheetExport,
  readSheetTemplate,
  rowIdHead,
  rowIdentity,
  sheetFields,
  startBulkEdit,
  startPhotos,
  startSheet,
  startSheetExport,
  takesSheets,
  uploadPhotos,
  uploadSheet,
  type BulkChangeLine,
} from '#modules/sheets';
import { sheetTemplate } from './export/sheet-template.ts';
import type { BulkDesk } from './jobs/bulk-desk.ts';
import { requireJob, requireJobInSight } from './jobs/job-rows.ts';
import { applyEdit, exportFile, startEdit, startExport } from './jobs/other-jobs.ts';
import { applyPhotoJob, keepPhotos, previewPhotoJob, startPhotoJob } from './jobs/photo-jobs.ts';
import { noSuchSet, SheetJobs, workbookType } from './jobs/sheet-jobs.ts';
import { fileLimit } from './sheet/open-sheet.ts';
import { withSheets } from './tables.ts';

/** The routes of bulk work. */
export function sheetRoutes(store: Store, desk: BulkDesk): Route[] {
  const sheets = new SheetJobs(store, desk);
  return [
    defineRoute(listSheetSets, () => ({ sets: sheetSets(store) })),
    defineFileRoute(readSheetTemplate, ({ params }) => {
      const set = store.registry.find(params.set);
      if (!set || !takesSheets(set)) throw noSuchSet(params.set);
      return {
        data: Readable.from(sheetTemplate(set, store.tables), { objectMode: false }),
        mediaType: workbookType,
        fileName: `${set.label}模板.xlsx`,
      };
    }),
    defineRoute(startSheet, ({ actor, body }) => sheets.start(actor, body.set)),
    defineUploadRoute(uploadSheet, { fileSize: fileLimit, files: 1 }, ({ actor, params, files }) =>
      sheets.upload(actor, params.id, files),
    ),
    defineRoute(chooseSheet, ({ actor, params, body }) => sheets.choose(actor, params.id, body)),
    defineRoute(previewSheet, ({ actor, params, body }) => sheets.preview(actor, params.id, body)),
    defineRoute(startBulkEdit, ({ actor, body }) => startEdit(store, desk, actor, body)),
    defineRoute(startPhotos, ({ actor }) => startPhotoJob(desk, actor)),
    defineUploadRoute(
      uploadPhotos,
      { fileSize: 2 * 1024 ** 3, files: 1000 },
      async ({ actor, params, files }) => ({
        files: await keepPhotos(desk, actor, params.id, files),
      }),
    ),
    defineRoute(previewPhotos, ({ actor, params, body }) =>
      previewPhotoJob(desk, actor, params.id, body.takeDoubtful),
    ),
    defineRoute(startSheetExport, ({ actor, body }) => startExport(store, desk, actor, body)),
    defineRoute(readBulkJob, ({ actor, params }) => desk.status(actor, params.id)),
    defineRoute(listBulkJobs, async ({ actor }) => ({ jobs: await desk.list(actor) })),
    defineRoute(listBulkErrors, async ({ actor, params, query }) => {
      await requireJobInSight(store, actor, params.id);
      return errorsOf(store, params.id, query);
    }),
    defineRoute(listBulkChanges, async ({ actor, params, query }) => {
      await requireJobInSight(store, actor, params.id);
      return changesOf(store, params.id, query);
    }),
    defineRoute(applyBulkJob, async ({ actor, params, body }) => {
      const job = await requireJob(store, actor, params.id);
      if (job.kind === 'export') throw errors.notFound('等待确认的批量工作');
      if (job.kind === 'edit') return applyEdit(store, desk, actor, params.id);
      if (job.kind === 'photos') return applyPhotoJob(desk, actor, params.id);
      return sheets.apply(actor, params.id, body.acceptGood);
    }),
    defineRoute(cancelBulkJob, async ({ actor, params }) => {
      await desk.cancel(actor, params.id);
      return {};
    }),
    defineFileRoute(readMarkedCopy, ({ actor, params }) => sheets.marked(actor, params.id)),
    defineFileRoute(readSheetExport, ({ actor, params }) => exportFile(store, desk, actor, params.id)),
  ];
}

function sheetSets(store: Store) {
  return store.registry.sets.filter(takesSheets).map((set) => ({
    code: set.code,
    label: set.label,
    repeating: set.repeating,
    targets: [
      ...identityColumns(set).map(({ key, label }) => ({ key, label, group: '人员' })),
      ...sheetFields(set).map(({ key, label }) => ({ key, label, group: set.label })),
      ...(identityColumns(set).length === 0
        ? [{ key: '@unit', label: '所在单位（仅用于确认人员）', group: '人员' }]
        : []),
      { key: '@person', label: personIdHead, group: '导出时带出的标识' },
      ...(set.repeating ? [{ key: '@row', label: rowIdHead, group: '导出时带出的标识' }] : []),
    ],
    keys: set.repeating ? [...rowIdentity(set).about] : [],
    dates: set.repeating ? [...rowIdentity(set).dates] : [],
  }));
}

interface Page {
  readonly page: number;
  readonly size: number;
}

async function errorsOf(store: Store, job: string, { page, size }: Page) {
  const all = withSheets(store.db).selectFrom('bulk_errors').where('job_id', '=', job);
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .select(['sheet', 'row', 'col as column', 'heading', 'value', 'code', 'reason'])
    .orderBy('n')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  return { total, errors: rows };
}

async function changesOf(
  store: Store,
  job: string,
  { page, size, of }: Page & { readonly of: 'changes' | 'questions' },
) {
  const kinds = of === 'changes' ? ['created', 'updated'] : ['asked', 'asked-add'];
  const all = withSheets(store.db)
    .selectFrom('bulk_changes')
    .where('job_id', '=', job)
    .where('kind', 'in', kinds);
  const { total } = await all.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await all
    .select(['row', 'person', 'name', 'kind', 'lines'])
    .orderBy('n')
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const changes = rows.map(({ kind, lines, ...row }): BulkChangeLine => ({
    ...row,
    kind: kind as BulkChangeLine['kind'],
    lines: JSON.parse(lines) as BulkChangeLine['lines'],
  }));
  return { total, changes };
}
