import { defineFileRoute, defineRoute, defineUploadRoute, type Route, type Store } from '#platform/server';
import {
  headKeys,
  listRosterTemplates,
  readRosterTemplateFile,
  removeRosterTemplate,
  rowKeys,
  uploadRosterTemplate,
} from '#modules/rosters';
import { keepTemplate, removeTemplate, templateFile, templateLimit, templateList } from './templates.ts';

/** The routes of the office's own templates. */
export function templateRoutes(store: Store): Route[] {
  return [
    defineRoute(listRosterTemplates, async () => ({
      templates: await templateList(store),
      headKeys: [...headKeys],
      rowKeys: [...rowKeys],
    })),
    defineUploadRoute(uploadRosterTemplate, { fileSize: templateLimit, files: 1 }, ({ actor, files }) =>
      keepTemplate(store, actor, files),
    ),
    defineRoute(removeRosterTemplate, async ({ params }) => {
      await removeTemplate(store, params.id);
      return {};
    }),
    defineFileRoute(readRosterTemplateFile, ({ params }) => templateFile(store, params.id)),
  ];
}
