import { movePerson, type MovedPerson } from './people/move-person.ts';
import type { ReorganizationPlan } from './plan.ts';
import type { ReorganizationProblem } from './problems.ts';
import { moveQuotas, type QuotaMoves } from './quota-moves.ts';
import type { KnownUnit, PlannedEdit, ReadPerson, ReadSets } from './records.ts';
import { runSteps, type UnitsPlan } from './steps/run-steps.ts';
import type { WorkingUnit } from './steps/working-units.ts';

/** What a plan makes of units and people. */
export interface PlannedReorganization {
  readonly unitEdits: readonly PlannedEdit[];
  readonly personEdits: readonly PlannedEdit[];
  readonly units: UnitsPlan['units'];
  readonly people: readonly MovedPerson[];
  readonly quotas: QuotaMoves;
  /** In the order in which they should be looked at. */
  readonly problems: readonly ReorganizationProblem[];
}

/** The records that a plan is worked out from. */
export interface ReorganizationRecords {
  /** All units of today. */
  readonly tree: readonly KnownUnit[];
  /** The records of `unitsConcerned`, by unit. */
  readonly units: ReadonlyMap<string, ReadSets>;
  /** People with posts in the units of `unitsOfMoves`, those who belong to them, and those whom the plan names. */
  readonly people: readonly ReadPerson[];
}

/**
 * Works out a reorganization: the steps on the units, then posts and numbers of the units, then the people. Nobody is
 * dropped silently: whoever holds a post in a unit that ends is moved or named among the problems.
 *
 * @param today `YYYY-MM-DD`
 */
export function planReorganization(
  plan: ReorganizationPlan,
  records: ReorganizationRecords,
  today: string,
): PlannedReorganization {
  const steps = runSteps(plan, records.tree, records.units, today);
  const quotas = moveQuotas(plan, steps, records.units);
  const slots = new Map(quotas.slots.map((slot) => [`${slot.from.unit} ${slot.from.slot}`, slot]));
  const posts = new Map(plan.posts.map((one) => [`${one.person} ${one.post}`, one]));
  const tools = { plan, units: steps.units, moves: steps.moves, slots, posts };
  const outcomes = records.people.map((person) => movePerson(tools, person));
  const problems = [
    ...steps.problems,
    ...principalsOf(steps, quotas),
    ...outcomes.flatMap((each) => each.problems),
  ];
  return {
    unitEdits: steps.units.all().flatMap((unit) => editOf(unit, records.units.get(unit.id), quotas)),
    personEdits: outcomes.flatMap(({ edit }) => edit ?? []),
    units: steps.units,
    people: outcomes.flatMap(({ person }) => person ?? []),
    quotas,
    problems: problems.toSorted((a, b) => rank(a) - rank(b)),
  };
}

/**
 * Units whose people a plan may concern: those that end, offices that go elsewhere, units from which people are taken, and
 * units with posts under other names.
 */
export function unitsOfMoves(plan: ReorganizationPlan, { units, moves }: UnitsPlan): string[] {
  const moved = units.all().filter(({ id }) => {
    const [legal, before] = [units.legalOf(id)?.id, units.legalBefore(id)];
    return before !== null && before !== id && legal !== before;
  });
  return [
    ...new Set([
      ...moves.filter(({ kind }) => kind === 'all').map(({ from }) => from),
      ...moved.map(({ id }) => id),
      ...plan.slots.flatMap(({ unit }) => units.find(unit)?.before?.id ?? []),
    ]),
  ];
}

const levels = ['stop', 'todo', 'hint'];
const rank = ({ level }: ReorganizationProblem): number => levels.indexOf(level);

function editOf(unit: WorkingUnit, stored: ReadSets | undefined, { rows }: QuotaMoves): PlannedEdit[] {
  const quota = rows.get(unit.id) ?? {};
  if (unit.events.length === 0 && Object.keys(quota).length === 0) return [];
  const sets = {
    ...(unit.row && unit.row !== stored?.['B01']?.rows[0] ? { B01: [unit.row] } : {}),
    ...(unit.history === stored?.['UH01']?.rows ? {} : { UH01: unit.history }),
    ...quota,
  };
  const edits = Object.entries(sets)
    .filter(([code, own]) => own.length > 0 || stored?.[code])
    .map(([code, own]) => [code, { expectedVersion: stored?.[code]?.version ?? 0, rows: own }]);
  if (edits.length === 0) return [];
  return [
    {
      subject: unit.id,
      kind: 'unit',
      event: unit.isNew ? 'create' : 'update',
      sets: Object.fromEntries(edits) as PlannedEdit['sets'],
    },
  ];
}

/** A unit that would have two principals' posts after taking others in. */
function principalsOf({ units }: UnitsPlan, quotas: QuotaMoves): ReorganizationProblem[] {
  const coming = quotas.slots.filter(({ from, to }) => to !== null && to.unit !== from.unit);
  const taking = new Set(coming.flatMap(({ to }) => to?.unit ?? []));
  return [...taking].flatMap((id): ReorganizationProblem[] => {
    const arrived = coming.filter(({ to, roleCode }) => to?.unit === id && roleCode === '1');
    const places = arrived.reduce((sum, slot) => sum + slot.places, 0);
    const unit = units.find(id);
    if (!unit || places === 0 || (unit.isNew && places < 2)) return [];
    const own = quotas.slots.filter(({ from, roleCode }) => from.unit === id && roleCode === '1');
    const left = own.filter(({ to }) => to !== null).reduce((sum, slot) => sum + slot.places, 0);
    if (left < own.reduce((sum, slot) => sum + slot.places, 0) && left + places < 2) return [];
    const text = `“${unit.name}”转入正职职位 ${places} 个，请核对职位设置，多出的正职另行安排。`;
    return [{ level: 'hint', unit: id, text }];
  });
}
