// Asks everything of the tables in a snapshot: `ask-tables.ts FILE PERSONS simd|plain [text]`. Between two questions
// people change, as they do while an office works. Prints the figures as JSON.
import { readFileSync } from 'node:fs';
import {
  createEngine,
  dateKey,
  memoryOf,
  type Asking,
  type Condition,
  type Engine,
  type Found,
  type Question,
} from '#engine';
import { engineOptions, facts } from './facts.ts';
import { tenYearsBack, today } from './fields.ts';
import { leastRuns, median, sameAnswer, timeOf, warm } from './measure.ts';
import { openTables } from './open-tables.ts';
import { questions, type Answer, type BenchQuestion } from './questions.ts';
import { sourcePerson } from './tables.ts';
import { firstAreas, wideScope } from './units.ts';

const [file = '', persons = '0', kind, text] = process.argv.slice(2);
const size = Number(persons);
const withText = text === 'text';

let engine: Engine | undefined;
let dataset = undefined as ReturnType<typeof openTables> | undefined;
const start = timeOf(() => {
  dataset = openTables(file, withText, kind === 'plain' ? 'plain' : 'simd');
  engine = createEngine(dataset, facts, engineOptions);
});
if (!dataset || !engine) throw new Error('no tables');
const tables = dataset;
const asked = engine;

/** Nearly everybody is within reach, or about half; nobody may see what is sensitive. */
const wide = firstAreas(size, wideScope);
const narrow = firstAreas(size, 10);

function ask<T>(
  question: Question,
  use: (found: Found) => T,
  scope: readonly string[],
  asOf = today,
  by = asked,
): T {
  const asking: Asking = { question, asOf: dateKey(asOf) ?? 0, scope, hideSensitive: true };
  return by.ask(asking, use);
}

/** Where the arena begins. */
const firstByte = 65_536;

const changesAtOnce = 5;
const patchTimes: number[] = [];

/** Some people get the records of others, then their own again; made up before, which is no work of the engine. */
const changes = Array.from({ length: 100 }, (_, run) => {
  const first = (Math.floor(run / 2) * 7919) % size;
  return Array.from({ length: changesAtOnce }, (__, index) => {
    const number = (first + index * 101) % size;
    return sourcePerson(run % 2 === 0 ? (number + 3) % size : number, size, withText, number);
  });
});

function change(run: number): void {
  const changed = changes[run % changes.length] ?? [];
  patchTimes.push(timeOf(() => tables.patch({ changed, removed: [] })));
}

/** The median over runs with changes between them; the answer is the one over the data as they were made. */
async function measure(question: BenchQuestion, scope = wide, asOf = today, by = asked) {
  const run = () => ask({ where: question.where }, (found) => question.answer(found), scope, asOf, by);
  const first = timeOf(run);
  const answer: Answer = run();
  let warmed = 0;
  await warm(() => {
    change(warmed++);
    run();
  });
  // Whoever was changed last is as he was again.
  if (warmed % 2 === 1) change(warmed);
  const times: number[] = [];
  let stable = true;
  for (let turn = 0; turn < leastRuns * 2; turn++) {
    change(turn);
    let now: Answer = [];
    times.push(timeOf(() => (now = run())));
    if (turn % 2 === 1) stable &&= sameAnswer(now, answer);
  }
  return { name: question.name, ms: median(times), first, stable, answer, bytes: bytesOf(question) };
}

async function measureAll(asks: readonly BenchQuestion[], scope = wide, asOf = today, by = asked) {
  const all = [];
  for (const question of asks) all.push(await measure(question, scope, asOf, by));
  return all;
}

/** Q1 with a birthday that nobody has asked for: one condition is new every time, as when somebody changes a question. */
async function measureOneNew(first: BenchQuestion, by: Engine) {
  const { where } = first;
  const others = where.op === 'all' ? where.of.slice(0, -1) : [];
  const count = (turn: number, engineAsked: Engine) => {
    const day = `${1940 + (turn % 60)}-0${1 + (Math.floor(turn / 60) % 9)}-${2 + (Math.floor(turn / 540) % 26)}`;
    const born: Condition = { op: 'between', field: 'A01.birth', from: day.replace(/-(\d)$/, '-0$1') };
    const use = (found: Found) => found.count;
    return ask({ where: { op: 'all', of: [...others, born] } }, use, wide, today, engineAsked);
  };
  let turns = 0;
  await warm(() => count(turns++, asked));
  const times: number[] = [];
  let stable = true;
  for (let turn = 0; turn < leastRuns * 2; turn++) {
    change(turn);
    let found = 0;
    times.push(timeOf(() => (found = count(turns, asked))));
    stable &&= found === count(turns++, by);
  }
  return { ms: median(times), stable };
}

/** The bytes of the keys that a question has to look at: its columns, who is in office, and the scope. */
function bytesOf({ reads }: BenchQuestion): number {
  const own = ['isCurrent', 'A01.unit', ...reads];
  return own.reduce((sum, name) => {
    const column = asked.resolve(name, dateKey(today) ?? 0);
    if (!column || column.kind === 'paragraph') return sum;
    const keys = column.kind === 'date' ? column.months : column.keys;
    const ways = column.table.name === '' ? 0 : tables.root.rows * 6;
    return sum + keys.width * column.table.rows + ways;
  }, 0);
}

/** How fast this machine reads memory through the kernel, in GB/s: as much of it as a few questions look at. */
function bandwidth(): number {
  const bytes = Math.min(tables.arena.top - firstByte, 64 * 1024 * 1024) & ~15;
  const times = Array.from({ length: leastRuns }, () => timeOf(() => tables.kernel.count(firstByte, bytes)));
  return bytes / median(times) / 1e6;
}

const asks = questions.filter(({ needsText }) => withText || !needsText);
const results = await measureAll(asks);
const half = await measureAll(
  asks.filter(({ name }) => ['Q1', 'Q2', 'Q6'].includes(name)),
  narrow,
);
const past = await measureAll(
  asks.filter(({ name }) => name === 'Q1' || name === 'Q2'),
  wide,
  tenYearsBack,
);
const { total, parts } = memoryOf(tables);
const highest = residentMemory('VmHWM');

/** Reads the columns every time. */
const reading = createEngine(tables, facts, { ...engineOptions, keptBytes: 0 });
const unkept = await measureAll(
  asks.filter(({ needsText }) => !needsText),
  wide,
  today,
  reading,
);
const [firstQuestion] = questions;
const oneNew = firstQuestion && (await measureOneNew(firstQuestion, reading));
console.log(
  JSON.stringify({
    start,
    results,
    half,
    past,
    patch: median(patchTimes),
    bandwidth: bandwidth(),
    tables: total,
    parts,
    highest,
    unkept,
    oneNew,
  }),
);

/** In MB, as Linux counts it. */
function residentMemory(key: string): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
}
