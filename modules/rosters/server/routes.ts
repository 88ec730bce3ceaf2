import type { z } from 'zod';
import { defineFileRoute, defineRoute, type Route, type Store } from '#platform/server';
import {
  createRoster,
  listRosterExports,
  listRosters,
  orderRosters,
  photoColumns,
  previewRoster,
  readRoster,
  readRosterExport,
  readRosterExportFile,
  removeRoster,
  removeRosterExport,
  startRosterExport,
  templateColumns,
  updateRoster,
} from '#modules/rosters';
import type { QueryTables } from '#modules/query/server';
import {
  createBook,
  orderBooks,
  readBook,
  removeBook,
  rosterEntries,
  rosterFor,
  updateBook,
} from './books.ts';
import type { RosterExportDesk } from './export-desk.ts';
import { previewFor } from './preview.ts';
import { templateRoutes } from './template-routes.ts';
import { requireTemplate } from './templates.ts';

/** The routes of roster books and of what is made from them. */
export function rosterRoutes(store: Store, tables: QueryTables, desk: RosterExportDesk): Route[] {
  return [
    ...templateRoutes(store),
    defineRoute(listRosters, async ({ actor }) => ({ rosters: await rosterEntries(store, tables, actor) })),
    defineRoute(createRoster, ({ actor, body }) => createBook(store, tables, actor, body)),
    defineRoute(orderRosters, async ({ body }) => {
      await orderBooks(store, body.ids);
      return {};
    }),
    defineRoute(previewRoster, ({ actor, body }) => previewFor(store, tables, actor, body)),
    defineRoute(startRosterExport, ({ actor, body }) => startExport(store, desk, actor, body)),
    defineRoute(listRosterExports, async ({ actor }) => ({ exports: await desk.list(actor) })),
    defineRoute(readRosterExport, ({ actor, params }) => desk.status(actor, params.id)),
    defineRoute(removeRosterExport, async ({ actor, params }) => {
      await desk.remove(actor, params.id);
      return {};
    }),
    defineFileRoute(readRosterExportFile, ({ actor, params }) => desk.file(actor, params.id)),
    defineRoute(readRoster, ({ actor, params }) => rosterFor(store, tables, actor, params.id)),
    defineRoute(updateRoster, async ({ actor, params, body }) => ({
      version: await updateBook(store, tables, actor, params.id, body.version, body.roster),
    })),
    defineRoute(removeRoster, async ({ params, body }) => {
      await removeBook(store, params.id, body.version);
      return {};
    }),
  ];
}

type ExportBody = z.output<NonNullable<(typeof startRosterExport)['body']>>;

async function startExport(
  store: Store,
  desk: RosterExportDesk,
  actor: Parameters<RosterExportDesk['start']>[0],
  { source, asOf, form }: ExportBody,
) {
  const roster = 'id' in source ? await readBook(store, source.id) : source.roster;
  if (form.kind === 'template') {
    const { format, file } = await requireTemplate(store, form.template);
    const filled = { ...roster, columns: [...templateColumns], catalogue: false };
    return desk.start(actor, filled, { kind: 'template', format, file }, asOf);
  }
  const columns = form.kind === 'photos' ? [...photoColumns] : roster.columns;
  return desk.start(actor, { ...roster, columns }, form, asOf);
}
