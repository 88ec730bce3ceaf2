import { createQueryTables, runFacetsFor, runQueryFor } from '#modules/query/server';
import { operator } from '../../cli/command.ts';
import { openStore } from '../../server/open-store.ts';

/** What the page of questions shows of people and counts beside them until somebody chooses. */
const columns = ['A01.sexCode', 'age', 'posts', 'postLevel', 'highestEducation', 'postSince', 'postsToEnter'];
const counted = [
  'A01.sexCode',
  'age',
  'highestEducation',
  'postLevel',
  'rank',
  'isParty',
  'isMinority',
  'mainUnit',
];

/** Days that nobody has asked for, most of them years from any that was; the first of them warm the program up. */
const farDays = Array.from({ length: 24 }, (_, index) => `${1986 + ((index * 17) % 40)}-03-09`);
/** The same, half a year apart. */
const days = Array.from(
  { length: 24 },
  (_, half) => `${2025 - Math.trunc(half / 2)}-${half % 2 === 0 ? '05' : '11'}-17`,
);
const warming = 4;

/** Makes the tables of a data folder as the server does, and asks the first questions of some days. Prints JSON. */
const [folder = ''] = process.argv.slice(2);
const store = await openStore(folder);
const began = performance.now();
const before = process.cpuUsage();
const tables = createQueryTables(store);
const { dataset } = await tables.current();
const used = process.cpuUsage(before);
const seconds = (performance.now() - began) / 1000;
const processor = (used.user + used.system) / 1e6;

/** The page and its counts; milliseconds. */
async function ask(asOf: string): Promise<number> {
  const question = { question: {}, asOf };
  const start = performance.now();
  await runQueryFor(store, tables, operator, { ...question, columns, from: 0, size: 60, counts: false });
  await runFacetsFor(store, tables, operator, { ...question, fields: counted.map((field) => ({ field })) });
  return performance.now() - start;
}

const far: number[] = [];
const first: number[] = [];
const again: number[] = [];
for (const day of farDays) far.push(await ask(day));
for (const day of days) {
  first.push(await ask(day));
  again.push(await ask(day));
}
const median = (times: readonly number[]) =>
  times.slice(warming).toSorted((a, b) => a - b)[Math.trunc((times.length - warming) / 2)];
let people = 0;
for (const byte of dataset.arena.u8(dataset.root.live, dataset.root.bitmapBytes))
  for (let bits = byte; bits > 0; bits &= bits - 1) people += 1;
console.log(
  JSON.stringify({
    seconds,
    processor,
    people,
    far: median(far),
    first: median(first),
    again: median(again),
  }),
);
await store.db.destroy();
