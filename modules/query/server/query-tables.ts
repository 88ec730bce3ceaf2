import {
  createDataset,
  createEngine,
  createMemory,
  dateKey,
  type DatasetSchema,
  type Engine,
  type Fact,
  type MutableDataset,
  type SourceUnit,
} from '#engine';
import { datasetSchemaOf } from '#platform/model';
import { journalPosition, nameKeys, today, type Store } from '#platform/server';
import { cadreFacts } from '#modules/cadres';
import { sourceUnits } from '#modules/organization';
import { readUnitTree } from '#modules/organization/server';
import { countPeople, readAllPeople, readChanged, readPeople } from './read-people.ts';
import { readSnapshotFile, textRules, writeSnapshotFile, type SnapshotStamp } from './snapshot-file.ts';

/** The tables of the engine over the records of a store. */
export interface QueryTables {
  readonly schema: DatasetSchema;
  readonly facts: readonly Fact[];
  /**
   * The engine over all that is committed now; waits for the first build. Questions are to be asked at once, without
   * waiting for anything else in between: then all of them see one version.
   */
  current(): Promise<Engine>;
  /** What is better done while nobody asks: indexes are made anew, the tables written down where building them is slow. */
  maintain(): Promise<void>;
}

interface Built {
  readonly dataset: MutableDataset;
  readonly engine: Engine;
}

/** Changes are read in pieces of this many people before they are written into the tables at once. */
const piece = 500;

/** Milliseconds of building from which the tables are worth keeping in a file. */
const slowBuild = 1_000;

/** Facts of lists, of the search box and of the first statistics. */
const usualFacts = [
  'isCurrent',
  'isServing',
  'mainUnit',
  'teamOrder',
  'mainPost',
  'posts',
  'age',
  'postLevel',
] as const;

const engineOptions = {
  scopeColumn: 'A01.statisticalOrgCode',
  populations: { current: 'isCurrent', serving: 'isServing' },
} as const;

const textOptions = {
  sortKey: (text: string): string => nameKeys(text).sort,
  initials: (text: string): string => nameKeys(text).initials.replaceAll(' ', '|'),
};

/**
 * Opens the tables; they are made when first asked for, from the file in `folder` if it fits, else from the records,
 * and follow the journal from then on.
 */
export function createQueryTables(store: Store, folder: string | null = null): QueryTables {
  const facts = cadreFacts(store.tables);
  const schema = datasetSchemaOf(store.registry, store.tables, facts);
  const sets = schema.sets.map(({ name }) => name);
  /** The place in the journal up to which the tables have everything. */
  let position = 0;
  let built: Built | null = null;
  /** The place at which the file in the folder was written; null when there is to be none. */
  let filed: number | null = null;
  /** Work on the tables, one after another. */
  let turn: Promise<unknown> = Promise.resolve();

  async function make(): Promise<Built> {
    const dataset = (await fromFile()) ?? (await fromRecords());
    return { dataset, engine: createEngine(dataset, facts, engineOptions) };
  }

  async function fromFile(): Promise<MutableDataset | null> {
    const found = folder === null ? null : await readSnapshotFile(folder, schema, textOptions);
    if (!found || found.stamp.change !== (await changeAt(found.stamp.position))) return null;
    position = found.stamp.position;
    filed = position;
    return found.dataset;
  }

  async function fromRecords(): Promise<MutableDataset> {
    const began = performance.now();
    const since = await journalPosition(store.db);
    const { memory, kernel } = createMemory(1 << 20);
    const dataset = createDataset(schema, memory, kernel, textOptions);
    dataset.reserve(await countPeople(store));
    dataset.loadUnits(await readUnits());
    for await (const people of readAllPeople(store, sets)) dataset.append(people);
    for (const _step of dataset.finish()) await breath();
    position = since;
    if (folder !== null && performance.now() - began > slowBuild) filed = -1;
    return dataset;
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

  async function changeAt(seq: number): Promise<string> {
    const change = await store.db
      .selectFrom('changes')
      .select('id')
      .where('seq', '=', seq)
      .executeTakeFirst();
    return change?.id ?? '';
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  return {
    schema,
    facts,
    current: () =>
      inTurn(async () => {
        built ??= await make();
        await follow(built.dataset);
        return built.engine;
      }),
    maintain: () =>
      inTurn(async () => {
        built ??= await make();
        const { dataset } = built;
        await follow(dataset);
        for (const _step of dataset.maintain()) await breath();
        await warm(built.engine);
        if (folder === null || filed === null || filed === position) return;
        const stamp: SnapshotStamp = { position, change: await changeAt(position), textRules };
        if (await writeSnapshotFile(folder, dataset, stamp)) filed = stamp.position;
      }),
  };
}

/** Works out for today what nearly every page asks for, so that nobody waits for it. */
async function warm(engine: Engine): Promise<void> {
  const day = dateKey(today()) ?? 0;
  for (const name of usualFacts) {
    engine.resolve(name, day);
    await breath();
  }
}

/** Lets others work between two steps. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
