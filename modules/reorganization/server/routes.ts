import { defineRoute, type Route, type Store, type TaskRunner } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import {
  applyReorganization,
  createReorganization,
  dropReorganization,
  listReorganizations,
  previewReorganization,
  readReorganization,
  saveReorganization,
} from '#modules/reorganization';
import {
  createDraft,
  dropDraft,
  listDrafts,
  markApplied,
  readDraft,
  requireDraft,
  saveDraft,
} from './plan-drafts.ts';
import { applyPlan, previewPlan } from './reorganize.ts';

/** The routes of 机构改革. */
export function reorganizationRoutes(store: Store, tables: QueryTables, runTask: TaskRunner): Route[] {
  return [
    defineRoute(previewReorganization, ({ actor, body }) => previewPlan(store, tables, actor, body.plan)),
    defineRoute(applyReorganization, async ({ actor, body }) => {
      const { draft, ...asked } = body;
      if (draft !== null) await requireDraft(store, actor, draft);
      const done = await applyPlan(store, tables, runTask, actor, asked);
      if (draft !== null) await markApplied(store, actor, draft, done.change);
      return { ...done };
    }),
    defineRoute(listReorganizations, async ({ actor }) => ({ drafts: await listDrafts(store, actor) })),
    defineRoute(readReorganization, ({ actor, params }) => readDraft(store, actor, params.id)),
    defineRoute(createReorganization, ({ actor, body }) => createDraft(store, actor, body)),
    defineRoute(saveReorganization, ({ actor, params, body }) => saveDraft(store, actor, params.id, body)),
    defineRoute(dropReorganization, async ({ actor, params }) => {
      await dropDraft(store, actor, params.id);
      return {};
    }),
  ];
}
