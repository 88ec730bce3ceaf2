import {
  createDataset,
  createEngine,
  createMemory,
  dateKey,
  type Engine,
  type Found,
  type MutableDataset,
} from '#engine';
import { engineOptions, facts } from '../query/facts.ts';
import { tenYearsBack, today } from '../query/fields.ts';
import { median, sameAnswer, timeOf, warm } from '../query/measure.ts';
import { questions, type Answer, type BenchQuestion } from '../query/questions.ts';
import { datasetSchema, sourcePerson } from '../query/tables.ts';
import { firstAreas, unitsOf, wideScope } from '../query/units.ts';

/** One question, asked again and again where this runs. Times in ms. */
export interface AskedHere {
  readonly name: string;
  /** Before anything that follows from the date is worked out. */
  readonly first: number;
  readonly ms: number;
  readonly worst: number;
  /** How many people fit. */
  readonly count: number;
  /** Whether the answer was the same again whenever the data were. */
  readonly stable: boolean;
}

/** What a page or a worker can be told to do. */
export interface Here {
  /** Makes the tables of so many people; answers which kernel works on them. */
  build(persons: number): string;
  /** The names of everything that is asked. */
  names(): string[];
  ask(name: string): Promise<AskedHere>;
  /** Work that is always the same, to see how much slower a thread has been made. */
  spin(): number;
}

const runs = 40;
const changesAtOnce = 5;
const inPast = ' ten years back';

interface Tables {
  readonly size: number;
  readonly dataset: MutableDataset;
  readonly engine: Engine;
}

/** The suite's people and questions in a browser: the whole engine without anything of Node. */
export function askedHere(): Here {
  let tables: Tables | null = null;
  const built = (): Tables => {
    if (!tables) throw new Error('the tables have not been built');
    return tables;
  };
  return {
    build(persons) {
      tables = tablesOf(persons);
      return tables.dataset.kernel.name;
    },
    names: () => [...questions.map(({ name }) => name), ...['Q1', 'Q2'].map((name) => name + inPast)],
    ask(name) {
      const isPast = name.endsWith(inPast);
      const question = questions.find(
        (each) => each.name === (isPast ? name.slice(0, -inPast.length) : name),
      );
      if (!question) throw new Error(`there is no question ${name}`);
      return askAgain(built(), question, isPast ? tenYearsBack : today, name);
    },
    spin: () =>
      timeOf(() => {
        let state = 1;
        for (let turn = 0; turn < 20_000_000; turn++) state = (Math.imul(state, 31) + turn) | 0;
        return state;
      }),
  };
}

function tablesOf(size: number): Tables {
  const { memory, kernel } = createMemory(1 << 20);
  const dataset = createDataset(datasetSchema(true), memory, kernel);
  dataset.reserve(size);
  dataset.loadUnits([...unitsOf(size)]);
  const piece = 1000;
  for (let from = 0; from < size; from += piece) {
    const numbers = Array.from({ length: Math.min(piece, size - from) }, (_, index) => from + index);
    dataset.append(numbers.map((number) => sourcePerson(number, size, true)));
  }
  for (const _step of dataset.finish());
  return { size, dataset, engine: createEngine(dataset, facts, engineOptions) };
}

/** Between two runs a few people change, so that no answer is one that was kept. */
async function askAgain(
  tables: Tables,
  question: BenchQuestion,
  asOf: string,
  name: string,
): Promise<AskedHere> {
  const { size, dataset, engine } = tables;
  const scope = firstAreas(size, wideScope);
  const asking = {
    question: { where: question.where },
    asOf: dateKey(asOf) ?? 0,
    scope,
    hideSensitive: true,
  };
  const run = <T>(use: (found: Found) => T): T => engine.ask(asking, use);
  const answer = (): Answer => run((found) => question.answer(found));
  /** Some people get the records of others, every second time their own again. */
  const change = (turn: number): void => {
    const first = (Math.floor(turn / 2) * 7919) % size;
    const changed = Array.from({ length: changesAtOnce }, (_, index) => {
      const number = (first + index * 101) % size;
      return sourcePerson(turn % 2 === 0 ? (number + 3) % size : number, size, true, number);
    });
    dataset.patch({ changed, removed: [] });
  };
  const first = timeOf(answer);
  const expected = answer();
  const count = run((found) => found.count);
  let warmed = 0;
  await warm(() => {
    change(warmed++);
    answer();
  });
  if (warmed % 2 === 1) change(warmed);
  const times: number[] = [];
  let stable = true;
  for (let turn = 0; turn < runs; turn++) {
    change(turn);
    let now: Answer = [];
    times.push(timeOf(() => (now = answer())));
    if (turn % 2 === 1) stable &&= sameAnswer(now, expected);
  }
  return { name, first, ms: median(times), worst: Math.max(...times), count, stable };
}
