import { dateKey, isVisible } from '#engine';
import { newId, textOf, valueOf, type RecordRow } from '#platform/model';
import { firstDay } from '#modules/organization';
import type { ReorganizationPlan } from './plan.ts';
import { rowWith } from './records.ts';
import { quotaHeir } from './steps/heirs.ts';
import type { WorkingUnit, WorkingUnits } from './steps/working-units.ts';
import type { UnitRows } from './unit-rows.ts';

/** A post of a unit (PS01) before and after. */
export interface MovedSlot {
  readonly from: { readonly unit: string; readonly slot: string };
  /** Null: it ends. The same as `from`: it stands where it stood, under its name. */
  readonly to: { readonly unit: string; readonly slot: string } | null;
  /** The unit that would get it, or in which it stands; null where nobody takes it over. */
  readonly heir: string | null;
  readonly title: string;
  readonly newTitle: string;
  readonly places: number;
  readonly roleCode: string;
}

/**
 * Posts follow to the successor, where the plan does not leave them behind. Beside them are told the posts of units that
 * take others in, move or are renamed: they stay, may bear another name, and end where the plan says so.
 */
export function moveSlots(plan: ReorganizationPlan, units: WorkingUnits, rows: UnitRows): MovedSlot[] {
  const chosen = new Map(plan.slots.map((one) => [`${units.find(one.unit)?.id} ${one.slot}`, one]));
  const choiceOf = (unit: string, row: RecordRow) => {
    const choice = chosen.get(`${unit} ${row.id}`);
    return { newTitle: choice?.title || textOf(row, 'title'), keep: choice?.keep ?? true };
  };
  const day = dateKey(firstDay(plan.on)) ?? 0;
  const isOn = (row: RecordRow): boolean =>
    isVisible({}, dateKey(textOf(row, 'establishedOn')), dateKey(textOf(row, 'abolishedOn')), day);
  const slots: MovedSlot[] = [];
  const taking = new Set<WorkingUnit>();
  for (const unit of units.all()) {
    if (unit.successor === undefined) continue;
    const heir = quotaHeir(units, unit);
    if (heir) taking.add(heir);
    const own = rows.of(unit.id, 'PS01');
    const moved = own.filter(isOn);
    if (moved.length === 0) continue;
    rows.put(
      unit.id,
      'PS01',
      own.map((row) => (moved.includes(row) ? rowWith(row, { abolishedOn: plan.on }) : row)),
    );
    const taken = heir ? rows.of(heir.id, 'PS01') : [];
    const lastOrder = Math.max(0, ...taken.map((row) => Number(valueOf(row, 'order') ?? 0)));
    const arrived: RecordRow[] = [];
    for (const row of moved) {
      const { newTitle, keep } = choiceOf(unit.id, row);
      const order = valueOf(row, 'order');
      const next = begun(plan, row, newTitle, typeof order === 'number' ? lastOrder + order : null);
      if (keep) arrived.push(next);
      const to = heir && keep ? { unit: heir.id, slot: next.id } : null;
      slots.push({ ...slotOf(unit.id, row), to, heir: heir?.id ?? null, newTitle });
    }
    if (heir && arrived.length > 0) rows.put(heir.id, 'PS01', [...taken, ...arrived]);
  }
  const staying = units.all().filter((unit) => !unit.abolished && (taking.has(unit) || hasMoved(unit)));
  for (const { id } of staying) {
    for (const row of rows.stored(id, 'PS01').filter(isOn)) {
      const { newTitle, keep } = choiceOf(id, row);
      if (!keep) {
        const own = rows.of(id, 'PS01');
        rows.put(
          id,
          'PS01',
          own.map((each) => (each === row ? rowWith(row, { abolishedOn: plan.on }) : each)),
        );
        slots.push({ ...slotOf(id, row), to: null, heir: id, newTitle });
        continue;
      }
      const slot = newTitle === textOf(row, 'title') ? row.id : renamed(plan, rows, id, row, newTitle);
      slots.push({ ...slotOf(id, row), to: { unit: id, slot }, heir: id, newTitle });
    }
  }
  return slots;
}

/** Does the post end in a unit that stays? */
export function endsInPlace(slot: MovedSlot | undefined): boolean {
  return slot !== undefined && slot.to === null && slot.heir === slot.from.unit;
}

function hasMoved({ before, parent, name }: WorkingUnit): boolean {
  return before !== null && (before.parent !== parent || before.name !== name);
}

function slotOf(unit: string, row: RecordRow) {
  return {
    from: { unit, slot: row.id },
    title: textOf(row, 'title'),
    places: Math.max(1, Number(valueOf(row, 'places') ?? 1)),
    roleCode: textOf(row, 'roleCode'),
  };
}

/** The post as it begins with the reorganization. */
function begun(plan: ReorganizationPlan, row: RecordRow, newTitle: string, order: number | null): RecordRow {
  const {
    abolishedOn: _end,
    origin: _origin,
    ...rest
  } = rowWith(row, newTitle === textOf(row, 'title') ? {} : { title: newTitle });
  return {
    ...rest,
    id: newId(),
    order,
    establishedOn: plan.on,
    documentNo: plan.documentNo || textOf(row, 'documentNo') || null,
  };
}

/** A post under another name is another row, so that the name of before is found as of earlier days; the id of that row. */
function renamed(
  plan: ReorganizationPlan,
  rows: UnitRows,
  unit: string,
  row: RecordRow,
  newTitle: string,
): string {
  const own = rows.of(unit, 'PS01');
  if (textOf(row, 'establishedOn') === plan.on) {
    rows.put(
      unit,
      'PS01',
      own.map((each) => (each === row ? rowWith(row, { title: newTitle }) : each)),
    );
    return row.id;
  }
  const order = valueOf(row, 'order');
  const next = begun(plan, row, newTitle, typeof order === 'number' ? order : null);
  rows.put(
    unit,
    'PS01',
    own.flatMap((each) => (each === row ? [rowWith(row, { abolishedOn: plan.on }), next] : [each])),
  );
  return next.id;
}
