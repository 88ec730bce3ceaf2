import { unitChangeError } from '#modules/organization';
import type { ReorganizationPlan, ReorganizationStep } from '../plan.ts';
import type { ReorganizationProblem } from '../problems.ts';
import type { KnownUnit, ReadSets } from '../records.ts';
import { refusalOf, WorkingUnits, type WorkingUnit } from './working-units.ts';

/** Posts that go from one unit to another: those of everybody in it, or those of some people in the unit and its offices. */
export type PostMove =
  | { readonly kind: 'all'; readonly from: string; readonly to: string | null }
  | {
      readonly kind: 'chosen';
      readonly people: ReadonlySet<string>;
      readonly from: string;
      /** The unit with its offices at that moment. */
      readonly body: ReadonlySet<string>;
      readonly to: string;
    };

/** What the steps make of the units. */
export interface UnitsPlan {
  readonly units: WorkingUnits;
  /** In the order in which they happen. */
  readonly moves: readonly PostMove[];
  readonly problems: readonly ReorganizationProblem[];
}

/** Goes through the steps one after another; a step that is not possible is passed over and told. */
export function runSteps(
  plan: ReorganizationPlan,
  tree: readonly KnownUnit[],
  records: ReadonlyMap<string, ReadSets>,
  today: string,
): UnitsPlan {
  const units = new WorkingUnits(plan, tree, records, today);
  const moves: PostMove[] = [];
  const problems: ReorganizationProblem[] = [];
  for (const [place, step] of plan.steps.entries()) {
    try {
      runStep(units, moves, step);
    } catch (error) {
      problems.push({ level: 'stop', step: place, text: refusalOf(error) });
    }
  }
  return { units, moves, problems: [...problems, ...doubtsOf(units)] };
}

function runStep(units: WorkingUnits, moves: PostMove[], step: ReorganizationStep): void {
  switch (step.kind) {
    case 'create':
      units.create(step);
      return;
    case 'rename':
      units.rename(step.unit, step.name, step.shortName);
      return;
    case 'regrade':
      units.regrade(step.unit, step.level);
      return;
    case 'move':
      units.move(step.unit, units.find(step.parent)?.id ?? step.parent);
      return;
    case 'merge': {
      const into = units.living(step.into, '并入的机构');
      for (const unit of step.units)
        endWithAll(units, moves, units.living(unit), into, { merged: true, offices: step.offices });
      return;
    }
    case 'abolish': {
      const successor = step.successor === null ? null : units.living(step.successor, '承接机构');
      endWithAll(units, moves, units.living(step.unit), successor, { merged: false, offices: step.offices });
      return;
    }
    case 'transferOffices': {
      const to = units.living(step.to, '划入的机构');
      for (const id of step.units) {
        const office = units.living(id);
        if (office.kindCode !== '2')
          throw unitChangeError(`“${office.name}”不是内设机构，请改用“隶属调整”或“合并”。`);
        units.move(office.id, to.id);
      }
      return;
    }
    case 'transferPeople': {
      const [from, to] = [units.living(step.from, '转出的机构'), units.living(step.to, '转入的机构')];
      if (from === to) throw unitChangeError('转入的机构与转出的机构相同，请重新选择。');
      const body = units.bodyOf(from.id);
      moves.push({ kind: 'chosen', people: new Set(step.people), from: from.id, body, to: to.id });
    }
  }
}

interface Ending {
  readonly merged: boolean;
  readonly offices: 'move' | 'end';
}

/** Ends a unit: its offices and whatever stands below it go along to the successor, or the offices end with it. */
function endWithAll(
  units: WorkingUnits,
  moves: PostMove[],
  unit: WorkingUnit,
  successor: WorkingUnit | null,
  ending: Ending,
): void {
  if (successor && units.isWithin(successor.id, unit.id))
    throw unitChangeError(`“${unit.name}”不能并入自己或自己的下级。`);
  const children = units.childrenOf(unit.id);
  const others = children.filter(({ kindCode }) => kindCode !== '2');
  if (others.length > 0 && successor === null) {
    const names = others.slice(0, 3).map(({ name }) => name);
    throw unitChangeError(
      `“${unit.name}”下还有${names.join('、')}${others.length > 3 ? '等' : ''} ${others.length} 个机构，请选择承接机构，或先调整它们的隶属。`,
    );
  }
  for (const child of children) {
    if (child.kindCode === '2' && (ending.offices === 'end' || successor === null))
      endWithAll(units, moves, child, successor, { merged: false, offices: 'end' });
    else units.move(child.id, successor?.id ?? null);
  }
  units.end(unit, successor, ending.merged);
  moves.push({ kind: 'all', from: unit.id, to: successor?.id ?? null });
}

/** What should be looked at once more: internal offices of one name in one unit. */
function doubtsOf(units: WorkingUnits): ReorganizationProblem[] {
  const arrived = units
    .all()
    .filter((unit) => unit.events.length > 0 && !unit.abolished && unit.kindCode === '2');
  return [...new Set(arrived.map(({ parent }) => parent))].flatMap((parent) => {
    const byName = Map.groupBy(units.childrenOf(parent ?? ''), ({ name }) => name);
    return [...byName].flatMap(([name, same]): ReorganizationProblem[] => {
      if (same.length < 2 || !same.some(({ events }) => events.length > 0)) return [];
      const above = units.find(parent)?.name ?? '';
      const text = `“${above}”下将有 ${same.length} 个“${name}”，可再加一步合并或更名。`;
      return [{ level: 'hint', unit: same[0]?.id ?? '', text }];
    });
  });
}
