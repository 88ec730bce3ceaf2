import { dateKey, isVisible } from '#engine';
import { newId, textOf, valueOf, type RecordRow } from '#platform/model';
import { firstDay } from '#modules/organization';
import { approvedOn, buckets, staffOn, tableBuckets, unitQuota, type UnitQuota } from '#modules/quotas';
import type { ReorganizationPlan } from './plan.ts';
import { rowsIn, rowWith, type ReadSets } from './records.ts';
import type { UnitsPlan } from './steps/run-steps.ts';
import type { WorkingUnit } from './steps/working-units.ts';

/** An approved number of the unit that takes others in: what it is made of, and what it becomes. */
export interface MovedNumber {
  readonly unit: string;
  readonly set: 'QT01' | 'HC01';
  /** Of QT01-BUCKET or ZB135. */
  readonly code: string;
  /** The units whose numbers come together, the successor's own among them. */
  readonly parts: readonly { readonly unit: string; readonly approved: number }[];
  readonly sum: number;
  /** The sum, or what the plan says instead. */
  readonly approved: number;
}

/** A post of a unit (PS01) that stands in another unit from now on. */
export interface MovedSlot {
  /** The row in the old unit, and the one in the new. */
  readonly from: { readonly unit: string; readonly slot: string };
  readonly to: { readonly unit: string; readonly slot: string } | null;
  readonly title: string;
  readonly places: number;
  readonly roleCode: string;
}

/** What becomes of posts and approved numbers of the units that end. */
export interface QuotaMoves {
  readonly slots: readonly MovedSlot[];
  readonly numbers: readonly MovedNumber[];
  /** New rows by unit and set. */
  readonly rows: ReadonlyMap<string, Readonly<Record<string, readonly RecordRow[]>>>;
}

/** Posts follow to the successor; approved numbers are summed for each kind; both have an end in the old unit and begin in the new. */
export function moveQuotas(
  plan: ReorganizationPlan,
  { units }: UnitsPlan,
  records: ReadonlyMap<string, ReadSets>,
): QuotaMoves {
  const rows = new Map<string, Record<string, readonly RecordRow[]>>();
  const rowsFor = (unit: string, set: string): readonly RecordRow[] =>
    rows.get(unit)?.[set] ?? records.get(unit)?.[set]?.rows ?? [];
  const put = (unit: string, set: string, next: readonly RecordRow[]): void => {
    rows.set(unit, { ...rows.get(unit), [set]: next });
  };
  const day = dateKey(firstDay(plan.on)) ?? 0;
  const isOn = (row: RecordRow, from: string, to: string): boolean =>
    isVisible({}, dateKey(textOf(row, from)), dateKey(textOf(row, to)), day);
  const ended = units.all().filter((unit) => unit.successor !== undefined);
  const slots: MovedSlot[] = [];
  for (const unit of ended) {
    const own = rowsFor(unit.id, 'PS01');
    const target = quotaHeir(units, unit);
    const moved = own.filter((row) => isOn(row, 'establishedOn', 'abolishedOn'));
    if (moved.length === 0) continue;
    put(
      unit.id,
      'PS01',
      own.map((row) => (moved.includes(row) ? rowWith(row, { abolishedOn: plan.on }) : row)),
    );
    const taken = target ? rowsFor(target.id, 'PS01') : [];
    const lastOrder = Math.max(0, ...taken.map((row) => Number(valueOf(row, 'order') ?? 0)));
    const arrived = moved.map((row): RecordRow => {
      const { abolishedOn: _end, origin: _origin, ...rest } = row;
      const order = valueOf(row, 'order');
      return {
        ...rest,
        id: newId(),
        order: typeof order === 'number' ? lastOrder + order : null,
        establishedOn: plan.on,
        documentNo: plan.documentNo || textOf(row, 'documentNo') || null,
      };
    });
    if (target) put(target.id, 'PS01', [...taken, ...arrived]);
    for (const [place, row] of moved.entries())
      slots.push({
        from: { unit: unit.id, slot: row.id },
        to: target ? { unit: target.id, slot: arrived[place]?.id ?? '' } : null,
        title: textOf(row, 'title'),
        places: Math.max(1, Number(valueOf(row, 'places') ?? 1)),
        roleCode: textOf(row, 'roleCode'),
      });
  }

  const numbers: MovedNumber[] = [];
  const heirs = Map.groupBy(
    ended.flatMap((unit) => {
      const heir = quotaHeir(units, unit);
      return heir ? [{ unit, heir }] : [];
    }),
    ({ heir }) => heir.id,
  );
  const chosenUnits = plan.numbers.flatMap(({ unit }) => units.find(unit)?.id ?? []);
  for (const id of new Set([...heirs.keys(), ...chosenUnits])) {
    const sources = [id, ...(heirs.get(id) ?? []).map(({ unit }) => unit.id)].flatMap((unit) => {
      const sets = records.get(unit);
      const head = { id: unit, name: '', parent: -1, depth: 0, kindCode: null };
      return sets ? [unitQuota(head, rowsIn(sets))] : [];
    });
    for (const kind of numberKinds) {
      const parts = sources.flatMap((unit) => {
        const found = numberOf(unit, kind, day);
        return found ? [{ unit: unit.id, approved: found.approved }] : [];
      });
      const chosen = plan.numbers.find(
        ({ unit, set, code }) => units.find(unit)?.id === id && set === kind.set && code === kind.code,
      );
      if (!chosen && !parts.some(({ unit }) => unit !== id)) continue;
      const sum = parts.reduce((total, part) => total + part.approved, 0);
      const approved = chosen?.approved ?? sum;
      numbers.push({ unit: id, set: kind.set, code: kind.code, parts, sum, approved });
      const closed = rowsFor(id, kind.set).map((row) =>
        textOf(row, kind.field) === kind.code && isOn(row, 'validFrom', 'validTo')
          ? rowWith(row, { validTo: plan.on })
          : row,
      );
      put(id, kind.set, [
        ...closed,
        {
          id: newId(),
          [kind.field]: kind.code,
          approved,
          documentNo: plan.documentNo || null,
          approvedOn: plan.on,
          validFrom: plan.on,
        },
      ]);
    }
  }
  for (const { id } of ended)
    for (const set of ['QT01', 'HC01']) {
      const own = rowsFor(id, set);
      if (!own.some((row) => isOn(row, 'validFrom', 'validTo'))) continue;
      put(
        id,
        set,
        own.map((row) => (isOn(row, 'validFrom', 'validTo') ? rowWith(row, { validTo: plan.on }) : row)),
      );
    }
  return { slots, numbers, rows };
}

interface NumberKind {
  readonly set: 'QT01' | 'HC01';
  readonly field: string;
  readonly code: string;
}

const numberKinds: readonly NumberKind[] = [
  ...tableBuckets.map((bucket) => ({
    set: 'QT01' as const,
    field: 'bucketCode',
    code: buckets[bucket].code,
  })),
  ...['1', '2', '3', '4', '9'].map((code) => ({ set: 'HC01' as const, field: 'staffingTypeCode', code })),
];

function numberOf(
  unit: UnitQuota,
  { set, code }: NumberKind,
  day: number,
): { readonly approved: number } | null {
  if (set === 'HC01') return staffOn(unit, code, day);
  const bucket = tableBuckets.find((each) => buckets[each].code === code);
  return bucket ? approvedOn(unit, bucket, day) : null;
}

/**
 * The living unit that gets posts and numbers of one that ends. Those of an internal office go only to another office:
 * the heads of an office are not the leaders of the unit that takes its people.
 */
function quotaHeir(units: UnitsPlan['units'], unit: WorkingUnit): WorkingUnit | null {
  const heir = finalHeir(units, unit.id);
  return heir && (unit.kindCode !== '2' || heir.kindCode === '2') ? heir : null;
}

/** The living unit at the end of the chain of successors; null where nobody takes over. */
export function finalHeir(units: UnitsPlan['units'], id: string): WorkingUnit | null {
  let unit = units.find(id);
  while (unit && unit.successor !== undefined) unit = units.find(unit.successor);
  return unit ?? null;
}
