import { can, textOf, type Actor, type OperationOutput } from '#platform/model';
import { readSubject, rowsOf, today, type Store } from '#platform/server';
import {
  eventCodes,
  nameSpans,
  quotaSets,
  unitEndOn,
  unitEvents,
  unitNow,
  unitStateOn,
  type readUnit,
  type UnitNode,
} from '#modules/organization';
import { requireUnitInReach } from './reach.ts';
import { predecessorsOf } from './predecessors.ts';
import { unitsAsOf } from './units-as-of.ts';

type UnitAnswer = OperationOutput<typeof readUnit>;

/** Everything about one unit that the actor may see; path, name and units below are those of the day. */
export async function readUnitFor(
  store: Store,
  actor: Actor,
  id: string,
  asOf: string | undefined,
): Promise<UnitAnswer> {
  const { tree } = await requireUnitInReach(store, actor, id);
  const stored = await readSubject(store.db, id);
  const sets = rowsOf(stored);
  const row = sets['B01']?.[0];
  const events = unitEvents(sets['UH01'] ?? []);
  const day = asOf ?? today();
  const state = unitStateOn(unitNow(row), events, day);
  const end = unitEndOn(events, day);
  const units = asOf === undefined ? tree.units : await unitsAsOf(store, asOf);
  const named = (unit: string) => ({ id: unit, name: tree.nameOf(unit) });
  return {
    id,
    name: state.name,
    shortName: textOf(row, 'shortName'),
    kindCode: textOf(row, 'kindCode') || null,
    levelCode: state.level,
    life: state.life,
    end: end && {
      on: end.on,
      merged: end.code === eventCodes.merged,
      successor: end.successor === null ? null : named(end.successor),
    },
    path: pathAbove(units, id),
    children: units
      .filter((unit) => unit.parent === id)
      .map((unit) => ({
        id: unit.id,
        name: unit.name,
        kindCode: unit.kindCode,
        abolished: unit.abolished ?? false,
      })),
    names: nameSpans(unitNow(row), events),
    predecessors: (await predecessorsOf(store, id, day)).map(named).filter(({ name }) => name !== ''),
    sets: Object.fromEntries(
      Object.entries(stored)
        .filter(([code]) => can(actor, 'quota:read') || !quotaSets.includes(code))
        .map(([code, { version, rows }]) => [code, { version, rows: [...rows] }]),
    ),
  };
}

function pathAbove(units: readonly UnitNode[], id: string): UnitAnswer['path'] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: UnitAnswer['path'] = [];
  for (let unit = byId.get(byId.get(id)?.parent ?? ''); unit; unit = byId.get(unit.parent ?? ''))
    path.unshift({ id: unit.id, name: unit.name });
  return path;
}
