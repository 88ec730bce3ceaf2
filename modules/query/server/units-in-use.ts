import type { Condition } from '#engine';
import type { UnitUse } from '#modules/organization';
import type { UnitUses } from '#modules/organization/server';
import type { Store } from '#platform/server';
import { questioner } from './asking.ts';
import { statutoryOrder } from './orders.ts';
import type { QueryTables } from './query-tables.ts';

const named = 20;

/**
 * Who serves in units: those who belong to them, and those who hold posts in them. Everybody counts, because a unit is not
 * empty of people whom the actor may not see; named are only those within his reach.
 */
export function unitsInUse(store: Store, tables: QueryTables): UnitUses {
  return async (actor, units) => {
    if (units.length === 0) return [];
    const everything = { ...actor, scope: { kind: 'everything' } as const };
    const whole = await questioner(store, tables, everything, { question: {} });
    const asker = await questioner(store, tables, actor, { question: {} });
    const use = (label: string, where: Condition): UnitUse =>
      asker.ask({ where }, (found) => ({
        label,
        count: whole.ask({ where }, (all) => all.count),
        names: found
          .rows(statutoryOrder, 0, named)
          .map((row) => String(found.values(row, ['A01.name'])[0] ?? '')),
      }));
    const here = (field: string): Condition => ({ op: 'in', field, values: [...units], exact: true });
    const held: Condition = { op: 'in', field: 'A02.isHeld', values: ['1'] };
    const belongs: Condition = {
      op: 'all',
      of: [here('A01.statisticalOrgCode'), { op: 'in', field: 'isServing', values: ['1'] }],
    };
    const holds: Condition = {
      op: 'some',
      set: 'A02',
      where: { op: 'all', of: [here('A02.orgCode'), held] },
    };
    return [use('在册人员', belongs), use('任职人员', holds)];
  };
}
