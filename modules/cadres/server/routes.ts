import { newId, type RecordRow } from '#platform/model';
import {
  applyChange,
  defineFileRoute,
  defineRoute,
  defineUploadRoute,
  type Route,
  type Store,
  type TaskRunner,
} from '#platform/server';
import {
  alignResumeOperation,
  countByUnit,
  createCadre,
  defaultColumns,
  editSet,
  listCadres,
  listChanges,
  readCadre,
  readHistoryOfCadre,
  readPhotoFile,
  removeCadre,
  undoOperation,
  uploadPhoto,
} from '#modules/cadres';
import { alignResume } from './align-resume.ts';
import { changesFor, undoFor } from './changes.ts';
import { countPeople } from './count-people.ts';
import { editSetOf } from './edit-set.ts';
import { historyOf } from './history.ts';
import { listPeople } from './list-people.ts';
import { photoLimit, photoOf, savePhoto } from './photo.ts';
import { readCadreFor } from './read-cadre.ts';
import { registryRoutes } from './registry-routes.ts';
import { requirePerson, requireUnit } from './scope.ts';
import { suggestionRoutes } from './suggestion-routes.ts';

/** The routes about people, their records and their history. */
export function cadreRoutes(store: Store, runTask: TaskRunner): Route[] {
  return [
    defineRoute(listCadres, ({ actor, body }) =>
      listPeople(store, body, body.columns ?? defaultColumns, actor),
    ),
    defineRoute(countByUnit, ({ actor }) => countPeople(store, actor)),
    defineRoute(createCadre, async ({ actor, body }) => {
      await requireUnit(store, actor, body.unit);
      const id = newId();
      const row = { id: newId(), name: body.name, statisticalOrgCode: body.unit, personStatusCode: '1' };
      await applyChange(store, { actor, origin: 'web', summary: `新增干部：${body.name}` }, [
        { subject: id, kind: 'person', event: 'create', sets: { A01: { expectedVersion: 0, rows: [row] } } },
      ]);
      return { id };
    }),
    defineRoute(readCadre, ({ actor, params }) => readCadreFor(store, actor, params.id)),
    defineRoute(editSet, async ({ actor, params, body }) => ({
      // The registry checks the rows when they are written.
      version: await editSetOf(store, actor, params.id, params.set, {
        ...body,
        rows: body.rows as RecordRow[],
      }),
    })),
    defineRoute(alignResumeOperation, async ({ actor, params, body }) => {
      await alignResume(store, actor, params.id, body.from);
      return {};
    }),
    defineRoute(removeCadre, async ({ actor, params }) => {
      const person = await requirePerson(store, actor, params.id);
      const change = await applyChange(store, { actor, origin: 'web', summary: `删除干部：${person.name}` }, [
        { subject: params.id, kind: 'person', event: 'remove', sets: {} },
      ]);
      return { change: change.id };
    }),
    defineFileRoute(readPhotoFile, async ({ actor, params, query }) => {
      const { hash, data, mediaType } = await photoOf(store, actor, params.id);
      return { data, mediaType, etag: hash, immutable: query.v === hash };
    }),
    defineUploadRoute(
      uploadPhoto,
      { fileSize: photoLimit, files: 1 },
      async ({ actor, params, query, files }) => ({
        photo: await savePhoto(store, actor, params.id, files, query.takenOn ?? ''),
      }),
    ),
    defineRoute(readHistoryOfCadre, async ({ actor, params }) => {
      await requirePerson(store, actor, params.id);
      return { entries: await historyOf(store, actor, params.id) };
    }),
    defineRoute(listChanges, async ({ actor }) => ({ changes: await changesFor(store, actor) })),
    defineRoute(undoOperation, async ({ actor, params, body }) => ({
      change: await undoFor(store, runTask, actor, params.id, body.reason ?? ''),
    })),
    ...suggestionRoutes(store, runTask),
    ...registryRoutes(store),
  ];
}
