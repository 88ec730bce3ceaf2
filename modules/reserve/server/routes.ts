import { defineRoute, type Route, type Store } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import {
  enterReserve,
  exitReserve,
  listReservePeople,
  mergeTags,
  readReserve,
  readReserveReviews,
  readReserveStructure,
  readReserveUse,
  readTags,
  renameReservePool,
  saveReservePools,
  saveTags,
  tagPeople,
  writeReserveReviews,
} from '#modules/reserve';
import { renamePool, savePools } from './definitions.ts';
import { enterPeople, exitPeople } from './edit-members.ts';
import { listPeople } from './list-people.ts';
import { reserveOverview } from './overview.ts';
import { readReviews, writeReviews } from './reviews.ts';
import { poolStructure } from './structure.ts';
import { mergeTagsOfAll, saveTagList, tagChosen, tagsFor } from './tags.ts';
import { poolUse } from './use.ts';

/** The routes of 后备: pools, their members, and tags. */
export function reserveRoutes(store: Store, tables: QueryTables): Route[] {
  return [
    defineRoute(readReserve, ({ actor, body }) => reserveOverview(store, tables, actor, body.asOf)),
    defineRoute(saveReservePools, ({ actor, body }) => savePools(store, tables, actor, body)),
    defineRoute(renameReservePool, ({ actor, body }) => renamePool(store, actor, body)),
    defineRoute(listReservePeople, ({ actor, body }) => listPeople(store, tables, actor, body)),
    defineRoute(enterReserve, ({ actor, body }) => enterPeople(store, tables, actor, body)),
    defineRoute(exitReserve, ({ actor, body }) => exitPeople(store, tables, actor, body)),
    defineRoute(readReserveReviews, ({ actor, body }) => readReviews(store, tables, actor, body)),
    defineRoute(writeReserveReviews, ({ actor, body }) => writeReviews(store, tables, actor, body)),
    defineRoute(readReserveStructure, ({ actor, body }) => poolStructure(store, tables, actor, body)),
    defineRoute(readReserveUse, ({ actor, body }) => poolUse(store, tables, actor, body)),
    defineRoute(readTags, ({ actor }) => tagsFor(store, tables, actor)),
    defineRoute(saveTags, ({ actor, body }) => saveTagList(store, actor, body)),
    defineRoute(mergeTags, ({ actor, body }) => mergeTagsOfAll(store, actor, body)),
    defineRoute(tagPeople, ({ actor, body }) => tagChosen(store, tables, actor, body)),
  ];
}
