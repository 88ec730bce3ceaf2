import type { Actor, OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import type { CheckLevel, summarizeChecks } from '#modules/checks';
import type { CheckBoard } from './check-board.ts';
import { boardFor } from './people-in-reach.ts';
import { namedRules } from './shown-rules.ts';

type Summary = OperationOutput<typeof summarizeChecks>;

interface UnitTotals {
  people: number;
  faulty: number;
  readonly faults: Record<CheckLevel, number>;
}

/** The results by rule and by the units directly below the one asked for. */
export async function summarize(
  store: Store,
  tables: QueryTables,
  board: CheckBoard,
  actor: Actor,
  unit?: string,
): Promise<Summary> {
  const reached = await boardFor(store, tables, board, actor, unit);
  const named = namedRules(reached.state.basis.settings);
  const byRule = new Map<string, { people: number; faults: number }>();
  const childOf = childUnits(reached.units, unit);
  const byUnit = new Map<string, UnitTotals>();
  const totalsOf = (own: string): UnitTotals => {
    const child = childOf(own);
    const known = byUnit.get(child);
    if (known) return known;
    const totals = { people: 0, faulty: 0, faults: { error: 0, warning: 0, hint: 0 } };
    byUnit.set(child, totals);
    return totals;
  };
  let people = 0;
  for (const [own, count] of reached.counts) {
    totalsOf(own).people += count;
    people += count;
  }
  let faulty = 0;
  for (const person of reached.faulty) {
    const rules = reached.rulesOf(person.id);
    const levels = rules.map((rule) => named.get(rule)?.level ?? 'hint');
    const isFaulty = levels.some((level) => level !== 'hint');
    if (isFaulty) faulty += 1;
    for (const rule of new Set(rules)) {
      const totals = byRule.get(rule) ?? { people: 0, faults: 0 };
      totals.people += 1;
      totals.faults += rules.filter((each) => each === rule).length;
      byRule.set(rule, totals);
    }
    const totals = totalsOf(person.unit);
    if (isFaulty) totals.faulty += 1;
    for (const level of levels) totals.faults[level] += 1;
  }
  return {
    people,
    faulty,
    unaskable: reached.unaskable.map((id) => named.get(id)?.label ?? id),
    rules: [...named.values()].flatMap((rule) => {
      const totals = byRule.get(rule.id);
      return totals ? [{ ...rule, ...totals }] : [];
    }),
    units: unitOrder(reached.units, [...byUnit.keys()]).map((id) => {
      return { id, name: reached.units.nameOf(id) || '未归属', ...totalsOf(id) };
    }),
  };
}

type Units = Awaited<ReturnType<typeof boardFor>>['units'];

/**
 * Answers under which of the units directly below `unit` somebody's unit stands: the unit itself for people of its own.
 * Without `unit` those below the topmost, because the topmost is the district as a whole.
 */
export function childUnits(units: Units, unit?: string): (own: string) => string {
  const known = new Map<string, string>();
  return (own) => {
    const cached = known.get(own);
    if (cached !== undefined) return cached;
    let current = units.find(own);
    let child = own;
    for (; current; current = current.parent ? units.find(current.parent) : undefined) {
      const isTop = unit === undefined && current.parent === null;
      if (current.id === unit || isTop) break;
      child = current.id;
    }
    const found = units.find(own) ? child : '';
    known.set(own, found);
    return found;
  };
}

/** Units in statutory order; who belongs to none comes last. */
export function unitOrder(units: Units, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  const ordered = units.units.map(({ id }) => id).filter((id) => wanted.has(id));
  return wanted.has('') ? [...ordered, ''] : ordered;
}
