import { join } from 'node:path';
import type { PeerResult } from '../query/peers.ts';
import { installPeers } from '../query/peers.ts';
import { sameAnswer } from '../query/measure.ts';
import { installPostgres } from '../query/postgres-server.ts';
import { runScript } from '../run-program.ts';
import type { Figure, Suite, SuiteOptions } from '../suite.ts';

interface Measured extends PeerResult {
  /** The first time, when what follows from the date is worked out. */
  readonly first: number;
  /** Whether the answer was the same again whenever the data were. */
  readonly stable: boolean;
  readonly bytes: number;
}

/** What `ask-tables.ts` prints. */
interface TablesReport {
  readonly start: number;
  readonly results: readonly Measured[];
  readonly half: readonly Measured[];
  readonly past: readonly Measured[];
  /** Without bitmaps of conditions that were asked before. */
  readonly unkept: readonly Measured[];
  /** Q1 with one condition that nobody has asked before. */
  readonly oneNew: { readonly ms: number; readonly stable: boolean };
  readonly patch: number;
  readonly bandwidth: number;
  readonly tables: number;
  readonly highest: number;
}

interface BuildReport {
  readonly seconds: number;
}

type Peers = Readonly<Record<string, readonly PeerResult[]>>;

/** The last line that a script of the suite prints, as JSON. */
async function report<T>(script: string, ...args: readonly (string | number)[]): Promise<T> {
  const { exitCode, output } = await runScript(`bench/query/${script}.ts`, args.map(String));
  if (exitCode !== 0) throw new Error(`${script} failed`);
  return JSON.parse(output) as T;
}

/** The same of a peer, which is left out when it fails. */
async function peerReport(
  script: string,
  ...args: readonly (string | number)[]
): Promise<readonly PeerResult[]> {
  try {
    return await report<readonly PeerResult[]>(script, ...args);
  } catch (error) {
    leftOut(script, error instanceof Error ? error.message : String(error));
    return [];
  }
}

function leftOut(peer: string, why: string): void {
  console.error(`left out: ${peer} (${why})`);
}

async function askPeers({ persons, folder }: SuiteOptions): Promise<Peers> {
  const peers: Record<string, readonly PeerResult[]> = {};
  await runScript('bench/query/column-files.ts', [folder, String(persons)]);
  if (installPeers()) {
    peers['duckdb'] = await peerReport('ask-duckdb', folder, persons);
    peers['arquero'] = await peerReport('ask-arquero', persons);
  } else leftOut('DuckDB, Arquero', 'npm ci in bench/peers failed');
  if (installPostgres()) peers['postgres'] = await peerReport('ask-postgres', folder, persons);
  else leftOut('PostgreSQL', 'postgresql-15 could not be installed');
  return peers;
}

/** A row for a question: ours, the twin without SIMD, the peers; and the multiple of what reading the memory takes. */
function rowsOf(simd: TablesReport, plain: TablesReport | null, peers: Peers): Figure[] {
  return simd.results.flatMap(({ name, ms, answer, stable, bytes }) => {
    const twin = plain?.results.find((result) => result.name === name);
    const others = Object.entries(peers).flatMap(([peer, results]) => {
      const result = results.find((each) => each.name === name);
      return result ? [{ peer, result }] : [];
    });
    if (twin) others.unshift({ peer: 'plain', result: twin });
    const times = Object.fromEntries(others.map(({ peer, result }) => [peer, result.ms]));
    for (const { peer, result } of others)
      if (!sameAnswer(result.answer, answer)) console.error(`${name}: ${peer} answers otherwise`);
    const agree = stable && others.every(({ result }) => sameAnswer(result.answer, answer));
    const limit = bytes / simd.bandwidth / 1e6;
    return [
      { name, ours: ms, unit: 'ms', peers: times, agree },
      ...(name.startsWith('Q4')
        ? []
        : [{ name: `${name} by the memory limit`, ours: ms / limit, unit: '×', agree }]),
    ];
  });
}

/** What questions take where nothing was kept of their conditions, and where one of them is new. */
function unkeptRows({ unkept, oneNew, results, bandwidth }: TablesReport): Figure[] {
  const rows = unkept.flatMap(({ name, ms, answer, stable, bytes }): Figure[] => {
    const kept = results.find((result) => result.name === name);
    const agree = stable && kept !== undefined && sameAnswer(kept.answer, answer);
    return [
      { name: `${name}, nothing kept`, ours: ms, unit: 'ms', agree },
      {
        name: `${name}, nothing kept, by the memory limit`,
        ours: ms / (bytes / bandwidth / 1e6),
        unit: '×',
        agree,
      },
    ];
  });
  return [{ name: 'Q1 with a new condition', ours: oneNew.ms, unit: 'ms', agree: oneNew.stable }, ...rows];
}

/** How much longer questions take that look ten years back, and how long the first of that date. */
function pastRows({ past, results }: TablesReport): Figure[] {
  return past.flatMap(({ name, ms, first, stable }) => [
    { name: `${name} ten years back`, ours: ms, unit: 'ms', agree: stable },
    {
      name: `${name} ten years back by today`,
      ours: ms / (results.find((result) => result.name === name)?.ms ?? Number.NaN),
      unit: '×',
      agree: stable,
    },
    { name: `${name} ten years back, first`, ours: first, unit: 'ms', agree: stable },
  ]);
}

async function tablesOf(
  options: SuiteOptions,
  text: 'text' | 'bare',
): Promise<{ file: string; build: BuildReport }> {
  const file = join(options.folder, `${text}.snapshot`);
  const build = await report<BuildReport>('build-tables', file, options.persons, text);
  return { file, build };
}

export const querySuite: Suite = {
  about: 'questions to the engine and to others',
  persons: 1_000_000,
  async run(options) {
    const { persons } = options;
    const { file, build } = await tablesOf(options, 'text');
    const simd = await report<TablesReport>('ask-tables', file, persons, 'simd', 'text');
    if (options.onlyOurs) return [...rowsOf(simd, null, {}), ...unkeptRows(simd), ...pastRows(simd)];
    const plain = await report<TablesReport>('ask-tables', file, persons, 'plain', 'text');
    const bare = await tablesOf(options, 'bare');
    const withoutText = await report<TablesReport>('ask-tables', bare.file, persons, 'simd', 'bare');
    const peers = await askPeers(options);
    return [
      ...rowsOf(simd, plain, peers),
      ...unkeptRows(simd),
      ...simd.half.map(({ name, ms, stable }) => ({
        name: `${name} of half the units`,
        ours: ms,
        unit: 'ms',
        agree: stable,
      })),
      ...pastRows(simd),
      { name: 'change of five people', ours: simd.patch, unit: 'ms', agree: true },
      { name: 'start from snapshot', ours: simd.start / 1000, unit: 's', agree: true },
      { name: 'tables from rows', ours: build.seconds, unit: 's', agree: true },
      { name: 'memory of the tables with text', ours: simd.tables / 1e6, unit: 'MB', agree: true },
      { name: 'memory of the process with text', ours: simd.highest * 1.048576, unit: 'MB', agree: true },
      { name: 'memory of the tables', ours: withoutText.tables / 1e6, unit: 'MB', agree: true },
      { name: 'memory of the process', ours: withoutText.highest * 1.048576, unit: 'MB', agree: true },
      { name: 'speed of memory', ours: simd.bandwidth, unit: 'GB/s', agree: true },
    ];
  },
};

/** What a whole country would be: without texts and without peers. */
export const queryLargeSuite: Suite = {
  about: 'the same for seven times as many, without texts and others',
  persons: 7_000_000,
  async run(options) {
    const { file, build } = await tablesOf(options, 'bare');
    const simd = await report<TablesReport>('ask-tables', file, options.persons, 'simd', 'bare');
    return [
      ...rowsOf(simd, null, {}),
      ...unkeptRows(simd),
      ...pastRows(simd),
      { name: 'start from snapshot', ours: simd.start / 1000, unit: 's', agree: true },
      { name: 'tables from rows', ours: build.seconds, unit: 's', agree: true },
      { name: 'memory of the tables', ours: simd.tables / 1e6, unit: 'MB', agree: true },
      { name: 'memory of the process', ours: simd.highest * 1.048576, unit: 'MB', agree: true },
    ];
  },
};
