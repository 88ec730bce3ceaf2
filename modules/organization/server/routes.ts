import { errors, newId } from '#platform/model';
import { applyChange, defineRoute, type Route, type Store } from '#platform/server';
import { createUnit, listUnits } from '#modules/organization';
import { readUnitTree } from './unit-tree.ts';

/** The routes about units. */
export function organizationRoutes(store: Store): Route[] {
  return [
    defineRoute(listUnits, async () => ({ units: [...(await readUnitTree(store)).units] })),
    defineRoute(createUnit, async ({ actor, body }) => {
      const tree = await readUnitTree(store);
      if (body.parent !== null && !tree.find(body.parent)) throw errors.notFound('上级机构');
      const siblings = tree.units.filter((unit) => unit.parent === body.parent).length;
      const id = newId();
      const row = { id: newId(), name: body.name, parentOrgCode: body.parent, order: siblings + 1 };
      await applyChange(store, { actor, origin: 'web', summary: `新增机构：${body.name}` }, [
        { subject: id, kind: 'unit', event: 'create', sets: { B01: { expectedVersion: 0, rows: [row] } } },
      ]);
      return { id };
    }),
  ];
}
