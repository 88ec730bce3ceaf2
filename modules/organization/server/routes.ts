import type { RecordRow } from '#platform/model';
import { defineRoute, type Route, type Store } from '#platform/server';
import {
  changeUnit,
  createUnit,
  editQuotaSet,
  editUnitSet,
  listUnits,
  listUnitsOn,
  orderUnits,
  previewUnitChange,
  readUnit,
  readUnitsVersion,
} from '#modules/organization';
import { applyUnitChange, previewChange } from './change-unit.ts';
import { createUnitFor } from './create-unit.ts';
import { editSetOfUnit } from './edit-unit-set.ts';
import type { UnitUses } from './end-unit.ts';
import { matchRoutes } from './matching/match-routes.ts';
import { orderUnitsFor } from './order-units.ts';
import { readUnitFor } from './read-unit.ts';
import { readUnitTree } from './unit-tree.ts';
import { unitsAsOf } from './units-as-of.ts';

/**
 * The routes about units.
 *
 * @param uses tells who is in units that are to end
 */
export function organizationRoutes(store: Store, uses: UnitUses): Route[] {
  return [
    defineRoute(listUnits, async () => ({ units: [...(await readUnitTree(store)).units] })),
    defineRoute(readUnitsVersion, async () => ({ version: (await readUnitTree(store)).version })),
    defineRoute(listUnitsOn, async ({ params }) => ({ units: await unitsAsOf(store, params.date) })),
    defineRoute(createUnit, async ({ actor, body }) => ({ id: await createUnitFor(store, actor, body) })),
    defineRoute(orderUnits, async ({ actor, body }) => ({
      change: await orderUnitsFor(store, actor, body.parent, body.ids),
    })),
    defineRoute(readUnit, ({ actor, params, query }) => readUnitFor(store, actor, params.id, query.asOf)),
    defineRoute(editUnitSet, async ({ actor, params, body }) => ({
      // The registry checks the rows when they are written.
      version: await editSetOfUnit(store, actor, params.id, params.set, 'unit', {
        ...body,
        rows: body.rows as RecordRow[],
      }),
    })),
    defineRoute(editQuotaSet, async ({ actor, params, body }) => ({
      version: await editSetOfUnit(store, actor, params.id, params.set, 'quota', {
        ...body,
        rows: body.rows as RecordRow[],
      }),
    })),
    defineRoute(previewUnitChange, ({ actor, params, body }) =>
      previewChange(store, uses, actor, params.id, body.change),
    ),
    defineRoute(changeUnit, async ({ actor, params, body }) => ({
      change: await applyUnitChange(store, uses, actor, params.id, body.change, body.versions),
    })),
    ...matchRoutes(store),
  ];
}
