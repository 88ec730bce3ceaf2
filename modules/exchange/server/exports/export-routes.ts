import { createPdfRenderer, defaultFontFolders, type PdfRenderer } from '#documents/render';
import { errors, type Actor } from '#platform/model';
import { defineFileRoute, defineRoute, type FileAnswer, type Route, type Store } from '#platform/server';
import {
  cancelExport,
  listExports,
  readExport,
  readExportFile,
  readFormFile,
  startExport,
} from '#modules/exchange';
import { chosenPeople, requirePerson } from '#modules/cadres/server';
import { readUnitTree } from '#modules/organization/server';
import { safeName } from '../export/file-names.ts';
import { ExportNotes } from '../export/export-notes.ts';
import { formFiles, mediaTypes, printed } from '../export/form-files.ts';
import { personSources } from '../export/person-source.ts';
import type { ExportDesk } from './export-desk.ts';

/** The routes by which forms and data leave. */
export function exportRoutes(store: Store, desk: ExportDesk): Route[] {
  return [
    defineRoute(startExport, async ({ actor, body }) => {
      const subject = body.subject === 'units' ? 'unit' : 'person';
      const set = body.set ?? 'A01';
      if (body.format === 'csv' && !store.registry.find(set)) throw errors.notFound(`“${set}”这个信息集`);
      requireSight(actor);
      const ids = subject === 'unit' ? await unitIds(store) : await chosenPeople(store, actor, body);
      return desk.start(actor, { ids, format: body.format, variant: body.variant, set, subject });
    }),
    defineRoute(readExport, ({ actor, params }) => desk.status(actor, params.id)),
    defineRoute(listExports, async ({ actor }) => ({ exports: await desk.list(actor) })),
    defineRoute(cancelExport, async ({ actor, params }) => {
      await desk.cancel(actor, params.id);
      return {};
    }),
    defineFileRoute(readExportFile, ({ actor, params }) => desk.file(actor, params.id)),
    defineFileRoute(readFormFile, async ({ actor, params, query }) => {
      const person = await requirePerson(store, actor, params.id);
      requireSight(actor);
      return formFile(store, params.id, safeName(person.name), params.format, query.variant);
    }),
  ];
}

/** Forms and data carry sensitive fields; who may not see them cannot take them away either. */
function requireSight(actor: Actor): void {
  if (!actor.permissions.has('cadre:sensitive')) throw errors.forbidden('cadre:sensitive');
}

async function unitIds(store: Store): Promise<string[]> {
  return (await readUnitTree(store)).units.map(({ id }) => id).toSorted();
}

let renderer: PdfRenderer | null = null;

/** One person's form; the fonts are read at the first PDF and kept. */
async function formFile(
  store: Store,
  id: string,
  name: string,
  format: 'lrmx' | 'lrm' | 'docx' | 'pdf',
  variant: 'A4' | 'B5' | 'archive',
): Promise<FileAnswer> {
  for await (const person of personSources(store, [id])) {
    if (format === 'pdf') {
      renderer ??= createPdfRenderer({ fontFolders: defaultFontFolders() });
      const { pdf } = renderer.render([printed(person.form)], { variant });
      return { data: pdf, mediaType: mediaTypes.pdf, fileName: `${name}.pdf` };
    }
    const [file] = formFiles(person, format, variant, new ExportNotes());
    if (file) return { data: file.bytes, mediaType: mediaTypes[format], fileName: name + file.extension };
  }
  throw errors.notFound('这名干部');
}
