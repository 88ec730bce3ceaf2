import {
  createDataset,
  createEngine,
  createMemory,
  dateKey,
  type DatasetSchema,
  type Engine,
  type Fact,
  type MutableDataset,
  type SourcePerson,
  type SourceUnit,
} from '#engine';
import { datasetSchemaOf } from '#platform/model';
import { journalPosition, nameKeys, today, type Store } from '#platform/server';
import { cadreFacts } from '#modules/cadres';
import { sourceUnits } from '#modules/organization';
import { readUnitTree } from '#modules/organization/server';
import { breath, loadPeople } from './load-people.ts';
import { statutoryOrder } from './orders.ts';
import { countPeople, readChanged, readPeople } from './read-people.ts';
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

/** Changes are read in pieces of this many people. */
const piece = 500;

/** So many people are held beside the tables at most before they are written into them. */
const mostHeld = 10_000;

/** So often the journal is read again when others write meanwhile: whoever imports must not keep questions waiting. */
const mostPasses = 8;

/** Milliseconds from one file of the tables to the next, and to the next try when they changed while being written. */
const fileEvery = 10 * 60_000;
const retryAfter = 60_000;

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
  /** When the next file may be begun. */
  let fileFrom = -Infinity;
  let maintaining: Promise<void> | null = null;
  /** Work on the tables, one after another. */
  let turn: Promise<unknown> = Promise.resolve();

  async function make(): Promise<Built> {
    const dataset = (await fromFile()) ?? (await fromRecords());
    const engine = createEngine(dataset, facts, engineOptions);
    // The first question must not run out of its time for what is done once for all of them.
    await warm(engine);
    return { dataset, engine };
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
    const people = await countPeople(store);
    dataset.reserve(people);
    dataset.loadUnits(await readUnits());
    await loadPeople(store, schema, dataset, people);
    for (const _step of dataset.finish()) await breath();
    position = since;
    if (folder !== null && performance.now() - began > slowBuild) filed = -1;
    return dataset;
  }

  /**
   * Brings the tables up to what the journal has now. What is committed while the changes are read is read as well, so
   * that the tables never have one half of a change.
   */
  async function follow(dataset: MutableDataset): Promise<void> {
    const changed = new Map<string, SourcePerson>();
    const removed = new Set<string>();
    let units: readonly SourceUnit[] | undefined;
    let read = position;
    for (let pass = 0; pass < mostPasses; pass += 1) {
      const now = await journalPosition(store.db);
      if (now === read) break;
      const touched = await readChanged(store, read, now);
      if (touched.units) units = await readUnits();
      for (let from = 0; from < touched.people.length; from += piece) {
        const people = await readPeople(store, touched.people.slice(from, from + piece), sets);
        for (const person of people) {
          changed.set(person.id, person);
          removed.delete(person.id);
        }
        if (changed.size < mostHeld) continue;
        dataset.patch({ changed: [...changed.values()], removed: [], units });
        changed.clear();
      }
      for (const id of touched.removed) {
        changed.delete(id);
        removed.add(id);
      }
      read = now;
    }
    if (read === position) return;
    dataset.patch({ changed: [...changed.values()], removed: [...removed], units });
    position = read;
  }

  /** Between two steps questions are asked and changes followed. */
  async function maintain(): Promise<void> {
    const { dataset, engine } = await inTurn(upToDate);
    const steps = dataset.maintain();
    while (!(await inTurn(async () => steps.next().done))) await breath();
    await warm(engine);
    await file(dataset);
  }

  async function upToDate(): Promise<Built> {
    built ??= await make();
    await follow(built.dataset);
    return built;
  }

  /** Writes the tables down beside the questions that are asked meanwhile, now and then. */
  async function file(dataset: MutableDataset): Promise<void> {
    if (folder === null || filed === null || filed === position || performance.now() < fileFrom) return;
    const at = position;
    fileFrom = Infinity;
    let written = false;
    try {
      const stamp: SnapshotStamp = { position: at, change: await changeAt(at), textRules };
      written = at === position && (await writeSnapshotFile(folder, dataset, stamp));
      if (written) filed = at;
    } finally {
      fileFrom = performance.now() + (written ? fileEvery : retryAfter);
    }
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
    current: async () => (await inTurn(upToDate)).engine,
    maintain() {
      maintaining ??= maintain().finally(() => {
        maintaining = null;
      });
      return maintaining;
    },
  };
}

/** Works out for today what nearly every page asks for, so that nobody waits for it. */
async function warm(engine: Engine): Promise<void> {
  const day = dateKey(today()) ?? 0;
  for (const name of usualFacts) {
    engine.resolve(name, day);
    await breath();
  }
  // The order of the names too.
  engine.ask({ question: {}, asOf: day, scope: null, hideSensitive: false }, (found) =>
    found.rows(statutoryOrder, 0, 1),
  );
}
