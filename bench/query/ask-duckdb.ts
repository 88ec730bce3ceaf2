// Asks DuckDB with two threads, in this process: `ask-duckdb.ts FOLDER PERSONS`. Prints its results as JSON.
import { join } from 'node:path';
import { leastRuns, median, timeOfAsync, warm } from './measure.ts';
import { peerTables, sqlOf } from './peer-sql.ts';
import { importPeer, type PeerResult } from './peers.ts';
import { questions, type Answer } from './questions.ts';

interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: Readonly<Record<string, string>>,
    ): Promise<{ connect(): Promise<Connection> }>;
  };
}

interface Connection {
  runAndReadAll(
    sql: string,
  ): Promise<{ getRows(): readonly (readonly (string | number | bigint | null)[])[] }>;
}

const [folder = '', persons = '0'] = process.argv.slice(2);
const size = Number(persons);

const { DuckDBInstance } = (await importPeer('@duckdb/node-api')) as DuckDb;
const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const run = (sql: string) => connection.runAndReadAll(sql);

for (const statement of sqlOf('duckdb', 'tables', size).split(';'))
  if (statement.trim()) await run(statement);
for (const table of peerTables)
  await run(`copy ${table} from '${join(folder, `${table}.csv`)}' (format csv)`);

const results: PeerResult[] = [];
for (const { name, isOrdered } of questions) {
  const sql = sqlOf('duckdb', name, size);
  const rows = (await run(sql)).getRows();
  const lines: Answer = rows.map((row) => row.map((value) => String(value ?? '')).join('|'));
  await warm(() => run(sql));
  const times: number[] = [];
  for (let turn = 0; turn < leastRuns; turn++) times.push(await timeOfAsync(() => run(sql)));
  results.push({ name, ms: median(times), answer: isOrdered ? lines : lines.toSorted() });
}
console.log(JSON.stringify(results));
