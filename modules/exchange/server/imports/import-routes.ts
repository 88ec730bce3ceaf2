import { errors } from '#platform/model';
import { defineRoute, defineUploadRoute, type Route, type Store } from '#platform/server';
import {
  applyImport,
  cancelImport,
  chooseImportItem,
  listImportItems,
  listImports,
  listUnknownUnits,
  previewImport,
  readImport,
  startImport,
  uploadImportFiles,
} from '#modules/exchange';
import { readUnitTree } from '#modules/organization/server';
import type { ImportDesk } from './import-desk.ts';
import { chooseItem, listItems } from './import-items.ts';
import { requireImportInSight } from './import-rows.ts';
import { unknownUnits } from './unknown-units.ts';

const uploadLimits = { fileSize: 4 * 1024 ** 3, files: 1000 };

/** The routes of an import, from the upload to the end. */
export function importRoutes(store: Store, desk: ImportDesk): Route[] {
  return [
    defineRoute(startImport, async ({ actor }) => ({ id: await desk.start(actor) })),
    defineUploadRoute(uploadImportFiles, uploadLimits, async ({ actor, params, files }) => ({
      files: await desk.upload(actor, params.id, files),
    })),
    defineRoute(previewImport, ({ actor, params }) => desk.preview(actor, params.id)),
    defineRoute(readImport, ({ actor, params }) => desk.status(actor, params.id)),
    defineRoute(listImports, async ({ actor }) => ({ imports: await desk.list(actor) })),
    defineRoute(listImportItems, async ({ actor, params, query }) => {
      await requireImportInSight(store, actor, params.id);
      return listItems(store, params.id, query);
    }),
    defineRoute(listUnknownUnits, async ({ actor, params }) => {
      await requireImportInSight(store, actor, params.id);
      return { units: await unknownUnits(store, actor, params.id) };
    }),
    defineRoute(chooseImportItem, async ({ actor, params, body }) => {
      const row = await requireImportInSight(store, actor, params.id);
      if (row.state !== 'ready') throw errors.notFound('等待确认的导入');
      return chooseItem(store, params.id, params.n, body.choice);
    }),
    defineRoute(applyImport, async ({ actor, params, body }) => {
      if (body.unit !== null && body.unit !== 'none' && !(await readUnitTree(store)).find(body.unit)) {
        throw errors.notFound('选定的机构');
      }
      const placement =
        body.unit === null ? 'suggested' : body.unit === 'none' ? 'none' : { unit: body.unit };
      return desk.apply(actor, params.id, placement);
    }),
    defineRoute(cancelImport, async ({ actor, params }) => {
      await desk.cancel(actor, params.id);
      return {};
    }),
  ];
}
