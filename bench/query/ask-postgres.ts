// Asks PostgreSQL 15 with indexes and parallel query: `ask-postgres.ts FOLDER PERSONS`. Runs a server of its own on
// the loopback address, as nobody's root, with its data in the system's temporary folder. Prints its results as JSON.
import { join } from 'node:path';
import { leastRuns, median } from './measure.ts';
import { peerTables, sqlOf } from './peer-sql.ts';
import type { PeerResult } from './peers.ts';
import { startPostgres } from './postgres-server.ts';
import { questions, type BenchQuestion } from './questions.ts';

const [folder = '', persons = '0'] = process.argv.slice(2);
const size = Number(persons);
const server = await startPostgres();
const separator = '----';

async function ask({ name, isOrdered }: BenchQuestion): Promise<PeerResult> {
  const sql = `${sqlOf('postgres', name, size)};\n`;
  const script = `${sql.repeat(2)}\\echo ${separator}\n\\timing on\n${sql.repeat(leastRuns)}`;
  const output = await server.run(script);
  const [before = '', timed = ''] = output.split(`${separator}\n`);
  const both = before.trimEnd().split('\n');
  const lines = both.slice(0, both.length / 2);
  const times = Array.from(timed.matchAll(/^Time: ([\d.]+) ms/gm), ([, ms]) => Number(ms));
  if (times.length !== leastRuns) throw new Error(`PostgreSQL did not answer ${name}`);
  return { name, ms: median(times), answer: isOrdered ? lines : lines.toSorted() };
}

try {
  await server.run(sqlOf('postgres', 'tables', size));
  for (const table of peerTables)
    await server.run(`\\copy ${table} from '${join(folder, `${table}.csv`)}' with (format csv)`);
  await server.run(sqlOf('postgres', 'indexes', size));
  const results: PeerResult[] = [];
  for (const question of questions) results.push(await ask(question));
  console.log(JSON.stringify(results));
} finally {
  await server.stop();
}
