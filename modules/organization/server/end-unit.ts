import type { Actor } from '#platform/model';
import { readMany, readSubject, today, type Store, type SubjectEdit } from '#platform/server';
import { planUnitChange, takenIn, type UnitChange, type UnitNode, type UnitUse } from '#modules/organization';
import type { UnitTree } from './unit-tree.ts';

/** Tells who is in units; given at the composition root, because this module knows no people. */
export type UnitUses = (actor: Actor, units: readonly string[]) => Promise<readonly UnitUse[]>;

/** What ends with a unit, and what stands against it. */
export interface PlannedEnd {
  readonly edits: readonly SubjectEdit[];
  readonly uses: readonly UnitUse[];
  readonly offices: readonly UnitNode[];
  readonly obstacles: readonly string[];
  readonly doubts: readonly string[];
}

/** What comes with the end of a unit: its offices, its successor, and whoever is still in it. */
export async function planEnd(
  store: Store,
  uses: UnitUses,
  actor: Actor,
  tree: UnitTree,
  unit: UnitNode,
  change: Extract<UnitChange, { kind: 'abolish' }>,
  own: SubjectEdit,
): Promise<PlannedEnd> {
  const below = tree
    .within(unit.id)
    .slice(1)
    .flatMap((id) => tree.find(id) ?? [])
    .filter((each) => !each.abolished);
  const offices = below.filter(({ kindCode }) => kindCode === '2');
  const others = below.filter(({ kindCode }) => kindCode !== '2');
  const obstacles: string[] = [];
  if (others.length > 0) {
    obstacles.push(`下级还有 ${others.length} 个机构（${shortList(others)}），请先调整隶属或撤销。`);
  }
  if (offices.length > 0 && !change.withOffices) {
    obstacles.push(`还有 ${offices.length} 个内设机构（${shortList(offices)}），请先调整，或选择一并撤销。`);
  }
  const found = (await uses(actor, [unit.id, ...offices.map(({ id }) => id)])).filter(
    ({ count }) => count > 0,
  );
  const doubts =
    found.length > 0 && change.successor === null
      ? [
          `机构中还有${found.map(({ label, count }) => `${label} ${count} 人`).join('、')}，又没有承接机构，请确认。`,
        ]
      : [];
  const endings = change.withOffices ? await officeEnds(store, offices, change) : [];
  const taking =
    change.merged && change.successor !== null
      ? [await takingIn(store, change.successor, unit.name, change)]
      : [];
  return { edits: [own, ...endings, ...taking], uses: found, offices, obstacles, doubts };
}

async function officeEnds(
  store: Store,
  offices: readonly UnitNode[],
  change: Extract<UnitChange, { kind: 'abolish' }>,
): Promise<SubjectEdit[]> {
  const stored = await readMany(
    store.db,
    offices.map(({ id }) => id),
    ['B01', 'UH01'],
  );
  return offices.flatMap(({ id }): SubjectEdit[] => {
    const sets = stored.get(id) ?? {};
    const row = sets['B01']?.rows[0];
    if (!row) return [];
    const ended = planUnitChange(
      { row, history: sets['UH01']?.rows ?? [] },
      { ...change, merged: false, successor: null },
      today(),
    );
    const edit = { expectedVersion: sets['UH01']?.version ?? 0, rows: ended.history };
    return [{ subject: id, kind: 'unit', event: 'update', sets: { UH01: edit } }];
  });
}

async function takingIn(
  store: Store,
  successor: string,
  name: string,
  change: UnitChange,
): Promise<SubjectEdit> {
  const stored = (await readSubject(store.db, successor, ['UH01']))['UH01'];
  const rows = [...(stored?.rows ?? []), takenIn(name, change)];
  const sets = { UH01: { expectedVersion: stored?.version ?? 0, rows } };
  return { subject: successor, kind: 'unit', event: 'update', sets };
}

function shortList(units: readonly UnitNode[]): string {
  const names = units.slice(0, 3).map(({ name }) => name);
  return names.join('、') + (units.length > 3 ? '等' : '');
}
