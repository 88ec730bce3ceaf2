import type { Dataset } from '../table/dataset.ts';
import type { SetSchema } from '../table/schema.ts';
import type { Fact } from './fact.ts';
import { readsOf } from './fact-reads.ts';

/** The dates at which the values of a stepwise fact may change: those of columns and of facts, by name. */
export interface FactDates {
  readonly columns: readonly string[];
  readonly facts: readonly string[];
}

/** Finds the dates of facts, those of the facts that they read included. */
export function factDates(
  dataset: Dataset,
  fact: Fact,
  factNamed: (name: string) => Fact | undefined,
): FactDates {
  const columns = new Set<string>();
  const facts = new Set<string>();
  addDates(fact, new Set());
  return { columns: [...columns], facts: [...facts] };

  function addDates(one: Fact, seen: Set<string>): void {
    if (seen.has(one.name)) return;
    seen.add(one.name);
    const reads = readsOf(one);
    for (const { name, kinds, stored } of reads.columns) {
      if (kinds.includes('date')) columns.add(name);
      const set = dataset.column(name)?.set;
      // Columns of people are not filled in while their row is not visible.
      if (set && !set.repeating && !stored) addVisibility(set);
    }
    for (const { set, stored } of reads.walks) if (!stored) addVisibility(dataset.set(set));
    for (const { name } of reads.facts) {
      const needed = factNamed(name);
      if (needed?.kind === 'date') facts.add(name);
      if (needed) addDates(needed, seen);
    }
  }

  function addVisibility(set: SetSchema | undefined): void {
    const { from, until } = set?.visible ?? {};
    for (const name of [from, until]) if (name !== undefined) columns.add(name);
  }
}
