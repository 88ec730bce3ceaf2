import { dateKey, isVisible } from '#engine';
import { newId, textOf, type RecordRow } from '#platform/model';
import { firstDay } from '#modules/organization';
import { approvedOn, buckets, staffOn, tableBuckets, unitQuota, type UnitQuota } from '#modules/quotas';
import { moveSlots, type MovedSlot } from './move-slots.ts';
import type { ReorganizationPlan } from './plan.ts';
import { rowsIn, rowWith, type ReadSets } from './records.ts';
import { quotaHeir } from './steps/heirs.ts';
import type { UnitsPlan } from './steps/run-steps.ts';
import { UnitRows } from './unit-rows.ts';

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
  const rows = new UnitRows(records);
  const slots = moveSlots(plan, units, rows);
  const day = dateKey(firstDay(plan.on)) ?? 0;
  const isOn = (row: RecordRow, from: string, to: string): boolean =>
    isVisible({}, dateKey(textOf(row, from)), dateKey(textOf(row, to)), day);
  const ended = units.all().filter((unit) => unit.successor !== undefined);

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
      const closed = rows
        .of(id, kind.set)
        .map((row) =>
          textOf(row, kind.field) === kind.code && isOn(row, 'validFrom', 'validTo')
            ? rowWith(row, { validTo: plan.on })
            : row,
        );
      rows.put(id, kind.set, [
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
      const own = rows.of(id, set);
      if (!own.some((row) => isOn(row, 'validFrom', 'validTo'))) continue;
      rows.put(
        id,
        set,
        own.map((row) => (isOn(row, 'validFrom', 'validTo') ? rowWith(row, { validTo: plan.on }) : row)),
      );
    }
  return { slots, numbers, rows: rows.changed };
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
