import { CadreError, newId, type RecordRow } from '#platform/model';
import {
  eventCodes,
  hasHappened,
  planUnitChange,
  takenIn,
  unitChangeError,
  type UnitChange,
} from '#modules/organization';
import type { ReorganizationPlan, ReorganizationStep } from '../plan.ts';
import type { KnownUnit, ReadSets } from '../records.ts';

/** A unit while the steps are gone through. */
export interface WorkingUnit {
  readonly id: string;
  readonly isNew: boolean;
  /** As it was before; null for a new one. */
  readonly before: KnownUnit | null;
  name: string;
  shortName: string;
  parent: string | null;
  order: number;
  readonly kindCode: string | null;
  abolished: boolean;
  /** Where it went when this plan ended it; null: nobody takes it over. Undefined while it lives. */
  successor: string | null | undefined;
  /** B01 and UH01 as they become; null where the unit is not touched. */
  row: RecordRow | null;
  history: readonly RecordRow[];
  /** What happens to it, in words. */
  readonly events: string[];
}

/** The tree while the steps of a plan are gone through. Whatever is impossible throws a `CadreError` with the reason. */
export class WorkingUnits {
  readonly #units: Map<string, WorkingUnit>;
  readonly #children = new Map<string | null, Set<WorkingUnit>>();
  /** New units by the keys of the plan. */
  readonly #keys = new Map<string, string>();
  /** New units that have taken the place of another. */
  readonly #placed = new Set<string>();
  readonly #plan: ReorganizationPlan;
  readonly #today: string;

  constructor(
    plan: ReorganizationPlan,
    tree: readonly KnownUnit[],
    records: ReadonlyMap<string, ReadSets>,
    today: string,
  ) {
    this.#plan = plan;
    this.#today = today;
    this.#units = new Map(
      tree.map((unit) => [
        unit.id,
        {
          ...unit,
          isNew: false,
          before: unit,
          successor: undefined,
          row: records.get(unit.id)?.['B01']?.rows[0] ?? null,
          history: records.get(unit.id)?.['UH01']?.rows ?? [],
          events: [],
        },
      ]),
    );
    for (const unit of this.#units.values()) this.#putBelow(unit, unit.parent);
  }

  /** All units, the new ones last. */
  all(): WorkingUnit[] {
    return [...this.#units.values()];
  }

  find(ref: string | null): WorkingUnit | undefined {
    return ref === null ? undefined : this.#units.get(this.#keys.get(ref) ?? ref);
  }

  /** How a plan names the unit. */
  refOf(id: string): string {
    for (const [key, unit] of this.#keys) if (unit === id) return key;
    return id;
  }

  /** The unit that a step names; one that is not there or has ended cannot be named. */
  living(ref: string, what = '选定的机构'): WorkingUnit {
    const unit = this.find(ref);
    if (!unit) throw unitChangeError(`没有找到${what}，请重新选择。`);
    if (unit.abolished) throw unitChangeError(`${what}“${unit.name}”已经撤销，请另选。`);
    return unit;
  }

  childrenOf(id: string): WorkingUnit[] {
    return [...(this.#children.get(id) ?? [])]
      .filter(({ abolished }) => !abolished)
      .toSorted((a, b) => a.order - b.order);
  }

  /** The unit with its internal offices, and theirs. */
  bodyOf(id: string): Set<string> {
    const body = new Set([id]);
    for (const part of body)
      for (const child of this.childrenOf(part)) if (child.kindCode === '2') body.add(child.id);
    return body;
  }

  /** Does the unit stand below the other, or is it the other? */
  isWithin(id: string | null, other: string): boolean {
    const passed = new Set<string>();
    for (let unit = this.find(id); unit && !passed.has(unit.id); unit = this.find(unit.parent)) {
      if (unit.id === other) return true;
      passed.add(unit.id);
    }
    return false;
  }

  /** The unit itself, or the unit whose internal office it is. */
  legalOf(id: string): WorkingUnit | undefined {
    let unit = this.find(id);
    for (const passed = new Set<string>(); unit?.kindCode === '2' && !passed.has(unit.id);) {
      passed.add(unit.id);
      unit = this.find(unit.parent) ?? unit;
    }
    return unit;
  }

  /** The unit whose internal office this one was before, or the unit itself; null for a new one. */
  legalBefore(id: string): string | null {
    let unit = this.find(id)?.before ?? null;
    for (const passed = new Set<string>(); unit?.kindCode === '2' && !passed.has(unit.id);) {
      passed.add(unit.id);
      unit = this.find(unit.parent)?.before ?? unit;
    }
    return unit?.id ?? null;
  }

  create(step: Extract<ReorganizationStep, { kind: 'create' }>): void {
    const { on, documentNo, remark } = this.#plan;
    if (!hasHappened({ on }, this.#today)) throw unitChangeError('改革日期不能晚于今天。');
    const parent = step.parent === null ? null : this.living(step.parent, '上级机构').id;
    if (this.#keys.has(step.key)) throw unitChangeError('方案中新设机构的编号重复，请删去这一步重新添加。');
    const id = newId();
    const order = this.#nextOrder(parent);
    this.#keys.set(step.key, id);
    const unit: WorkingUnit = {
      id,
      isNew: true,
      before: null,
      name: step.name,
      shortName: step.shortName,
      parent,
      order,
      kindCode: step.kindCode,
      abolished: false,
      successor: undefined,
      row: {
        id: newId(),
        name: step.name,
        shortName: step.shortName || null,
        parentOrgCode: parent,
        kindCode: step.kindCode,
        levelCode: step.levelCode,
        order,
      },
      history: [
        {
          id: newId(),
          changedOn: on,
          changeCode: eventCodes.founded,
          nameAfter: step.name,
          levelAfter: step.levelCode,
          parentAfter: parent,
          documentNo: documentNo || null,
          remark: remark || null,
        },
      ],
      events: ['新设'],
    };
    this.#units.set(id, unit);
    this.#putBelow(unit, parent);
  }

  rename(ref: string, name: string, shortName: string): void {
    const unit = this.living(ref);
    this.#change(unit, { kind: 'rename', ...this.#dated(), name, shortName });
    unit.events.push(`由“${unit.name}”更名`);
    unit.name = name;
    unit.shortName = shortName;
  }

  regrade(ref: string, level: string): void {
    const unit = this.living(ref);
    this.#change(unit, { kind: 'regrade', ...this.#dated(), level });
    unit.events.push('规格调整');
  }

  move(ref: string, to: string | null): void {
    const unit = this.living(ref);
    const parent = to === null ? null : this.living(to, '新的上级机构');
    if (parent && this.isWithin(parent.id, unit.id))
      throw unitChangeError(`“${unit.name}”不能划到自己或自己的下级之下。`);
    this.#change(unit, { kind: 'move', ...this.#dated(), parent: parent?.id ?? null });
    unit.events.push(parent ? `划入“${parent.name}”` : '成为最上级机构');
    unit.order = this.#nextOrder(parent?.id ?? null);
    this.#putBelow(unit, parent?.id ?? null);
    if (unit.row) unit.row = { ...unit.row, order: unit.order };
  }

  /** Ends a unit; what stands below it has been seen to before. */
  end(unit: WorkingUnit, successor: WorkingUnit | null, merged: boolean): void {
    const change: UnitChange = {
      kind: 'abolish',
      ...this.#dated(),
      merged,
      successor: successor?.id ?? null,
      withOffices: true,
      confirmed: true,
    };
    this.#change(unit, change);
    unit.abolished = true;
    unit.successor = successor?.id ?? null;
    unit.events.push(
      successor ? `${merged ? '并入' : '撤销，由'}“${successor.name}”${merged ? '' : '承接'}` : '撤销',
    );
    if (!successor) return;
    if (merged) successor.history = [...successor.history, takenIn(unit.name, change)];
    successor.events.push(merged ? `“${unit.name}”并入` : `承接“${unit.name}”`);
    // What is newly founded stands where the first of those stood that went into it.
    if (!successor.isNew || successor.parent !== unit.parent || this.#placed.has(successor.id)) return;
    this.#placed.add(successor.id);
    successor.order = unit.order;
    if (successor.row) successor.row = { ...successor.row, order: unit.order };
  }

  #change(unit: WorkingUnit, change: UnitChange): void {
    if (!unit.row) throw new Error('the records of a unit that a step names are to be read');
    const after = planUnitChange({ row: unit.row, history: unit.history }, change, this.#today);
    unit.row = after.row;
    unit.history = after.history;
  }

  #dated(): { on: string; documentNo?: string; remark?: string } {
    const { on, documentNo, remark } = this.#plan;
    return { on, ...(documentNo ? { documentNo } : {}), ...(remark ? { remark } : {}) };
  }

  #nextOrder(parent: string | null): number {
    let last = 0;
    for (const { order } of this.#children.get(parent) ?? []) if (order < 9_999) last = Math.max(last, order);
    return last + 1;
  }

  #putBelow(unit: WorkingUnit, parent: string | null): void {
    this.#children.get(unit.parent)?.delete(unit);
    unit.parent = parent;
    const there = this.#children.get(parent);
    if (there) there.add(unit);
    else this.#children.set(parent, new Set([unit]));
  }
}

/** The message of a refusal that names what is to be corrected; other errors go on. */
export function refusalOf(error: unknown): string {
  if (error instanceof CadreError) return error.message;
  throw error;
}

/** The unit's name with the path to the unit whose office it is. */
export function fullName(units: WorkingUnits, id: string): string {
  const unit = units.find(id);
  const legal = units.legalOf(id);
  if (!unit) return '';
  return legal && legal !== unit ? legal.name + unit.name : unit.name;
}

/** What a unit was called in full before; empty for a new one. */
export function fullNameBefore(units: WorkingUnits, id: string): string {
  const unit = units.find(id)?.before;
  const legal = units.find(units.legalBefore(id) ?? '')?.before;
  if (!unit) return '';
  return legal && legal !== unit ? legal.name + unit.name : unit.name;
}
