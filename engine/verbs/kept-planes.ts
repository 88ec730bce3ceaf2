import { meaningOf, meansTheSame } from '../kept/meaning-of.ts';
import type { FoundContext } from '../plan/context.ts';
import type { Dataset } from '../table/dataset.ts';
import { buildPlanes, followChanges, type GroupPlanes } from './group-planes.ts';
import type { Grouping } from './group-key.ts';

/** Changed rows that are remembered before everything is made anew. */
const mostChanges = 65_536;
const leastBudget = 16 * 1024 * 1024;
const budgetPerRow = 16;

interface Entry {
  /** What the groups were made from: when that is another, groups may mean something else. */
  readonly meaning: readonly unknown[];
  /** Undefined where there are too many groups. */
  readonly planes: GroupPlanes | undefined;
  /** How many of the changes are in the planes. */
  seen: number;
}

/**
 * The groups of a field in planes, with which all its groups are counted in one pass over a few bitmaps. They are made
 * when they are first asked for, are kept under a budget of bytes, and follow patches when they are next used, for the
 * rows that changed only.
 */
export class KeptPlanes {
  readonly #dataset: Dataset;
  readonly #leastBudget: number;
  /** Last used last. */
  readonly #entries = new Map<string, Entry>();
  #changes: number[] = [];
  #bytes = 0;

  /** The budget grows with the rows from `budget` bytes on. */
  constructor(dataset: Dataset, budget: number = leastBudget) {
    this.#dataset = dataset;
    this.#leastBudget = budget;
    dataset.onPatched((rows, unitsChanged) => {
      if (this.#entries.size === 0) return;
      // Units get other keys, and facts that follow from units change for people who are not named.
      if (unitsChanged || rows.length + this.#changes.length > mostChanges) this.clear();
      else for (const row of rows) this.#changes.push(row);
    });
  }

  /** Bytes held in the arena. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * The planes of a grouping; undefined when there are too many groups for them. They stay until `trim`, `clear`, or
   * the next `find` of the same grouping.
   */
  find(ctx: FoundContext, grouping: Grouping): GroupPlanes | undefined {
    if (!grouping.lasting) return undefined;
    const name = this.#nameOf(ctx, grouping);
    let entry = this.#entries.get(name);
    if (!entry || !meansTheSame(entry.meaning, grouping.column) || !this.#follow(entry, grouping)) {
      this.#drop(name);
      const planes = buildPlanes(ctx, grouping);
      this.#bytes += planes?.bytes ?? 0;
      entry = { meaning: meaningOf(grouping.column), planes, seen: this.#changes.length };
    }
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    return entry.planes;
  }

  /** Gives back what was not used for longest, as far as the budget is exceeded. */
  trim(): void {
    const budget = Math.max(this.#leastBudget, this.#dataset.root.rows * budgetPerRow);
    for (const name of this.#entries.keys()) {
      if (this.#bytes <= budget) return;
      this.#drop(name);
    }
  }

  clear(): void {
    for (const name of this.#entries.keys()) this.#drop(name);
    this.#changes = [];
  }

  #follow(entry: Entry, grouping: Grouping): boolean {
    const changes = this.#changes.slice(entry.seen);
    entry.seen = this.#changes.length;
    return !entry.planes || followChanges(this.#dataset, entry.planes, grouping, changes);
  }

  #drop(name: string): void {
    const planes = this.#entries.get(name)?.planes;
    this.#entries.delete(name);
    if (!planes) return;
    this.#bytes -= planes.bytes;
    this.#dataset.arena.free(planes.pointer, planes.bytes);
  }

  /** A stored column that looks the same on every date is kept once, not once a date. */
  #nameOf(ctx: FoundContext, { column, shape }: Grouping): string {
    const { name } = column.schema;
    const timeless = this.#dataset.column(name) === column;
    return `${name} ${timeless ? '' : ctx.asOf} ${shape}`;
  }
}

const caches = new WeakMap<Dataset, KeptPlanes>();

/** The planes kept for a dataset. */
export function keptPlanesOf(dataset: Dataset): KeptPlanes {
  const known = caches.get(dataset);
  if (known) return known;
  const made = new KeptPlanes(dataset);
  caches.set(dataset, made);
  return made;
}
