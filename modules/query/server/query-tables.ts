import {
  createDataset,
  createEngine,
  createMemory,
  type DatasetSchema,
  type Engine,
  type Fact,
  type MutableDataset,
  type SourceUnit,
} from '#engine';
import { datasetSchemaOf } from '#platform/model';
import { journalPosition, nameKeys, type Store } from '#platform/server';
import { cadreFacts } from '#modules/cadres';
import { sourceUnits } from '#modules/organization';
import { readUnitTree } from '#modules/organization/server';
import { countPeople, readAllPeople, readChanged, readPeople } from './read-people.ts';

/** The tables of the engine over the records of a store. */
export interface QueryTables {
  /**
   * The engine over all that is committed now; waits for the first build. Questions are to be asked at once, without
   * waiting for anything else in between: then all of them see one version.
   */
  current(): Promise<Engine>;
  readonly schema: DatasetSchema;
  readonly facts: readonly Fact[];
  /** The dataset behind the engine, as `current` left it; null before the first build. */
  readonly dataset: MutableDataset | null;
}

/** Changes are read in pieces of this many people before they are written into the tables at once. */
const piece = 500;

/** Opens the tables; they are built when first asked for, and follow the journal from then on. */
export function createQueryTables(store: Store): QueryTables {
  const facts = cadreFacts(store.tables);
  const schema = datasetSchemaOf(store.registry, store.tables, facts);
  const sets = schema.sets.map(({ name }) => name);
  let position = 0;
  let built: { dataset: MutableDataset; engine: Engine } | null = null;
  /** Work on the tables, one after another. */
  let turn: Promise<unknown> = Promise.resolve();

  async function build(): Promise<{ dataset: MutableDataset; engine: Engine }> {
    const since = await journalPosition(store.db);
    const { memory, kernel } = createMemory(1 << 20);
    const dataset = createDataset(schema, memory, kernel, { sortKey, initials });
    dataset.reserve(await countPeople(store));
    dataset.loadUnits(await readUnits());
    for await (const people of readAllPeople(store, sets)) dataset.append(people);
    for (const _step of dataset.finish()) await breath();
    position = since;
    return { dataset, engine: createEngine(dataset, facts, engineOptions) };
  }

  /** Brings the tables up to what the journal has now. */
  async function follow(dataset: MutableDataset): Promise<void> {
    const now = await journalPosition(store.db);
    if (now === position) return;
    const { people, removed, units } = await readChanged(store, position, now);
    const changed = [];
    for (let from = 0; from < people.length; from += piece)
      changed.push(...(await readPeople(store, people.slice(from, from + piece), sets)));
    dataset.patch({ changed, removed, units: units ? await readUnits() : undefined });
    position = now;
  }

  async function readUnits(): Promise<readonly SourceUnit[]> {
    return sourceUnits((await readUnitTree(store)).units);
  }

  return {
    schema,
    facts,
    get dataset() {
      return built?.dataset ?? null;
    },
    current() {
      const next = turn.then(async () => {
        built ??= await build();
        await follow(built.dataset);
        return built.engine;
      });
      turn = next.catch(() => undefined);
      return next;
    },
  };
}

const engineOptions = {
  scopeColumn: 'A01.statisticalOrgCode',
  populations: { current: 'isCurrent', serving: 'isServing' },
} as const;

function sortKey(text: string): string {
  return nameKeys(text).sort;
}

function initials(text: string): string {
  return nameKeys(text).initials.replaceAll(' ', '|');
}

/** Lets others work between two steps. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
