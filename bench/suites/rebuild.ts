import { runScript } from '../run-program.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

/** What `make-tables.ts` prints. */
interface Report {
  readonly seconds: number;
  readonly processor: number;
  readonly people: number;
  readonly far: number;
  readonly first: number;
  readonly again: number;
}

export const rebuildSuite: Suite = {
  about: 'the tables made from the records, and the first questions of a day',
  persons: 100_000,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    const run = await runScript('bench/rebuild/make-tables.ts', [data]);
    if (run.exitCode !== 0) throw new Error('make-tables failed');
    const { seconds, processor, people, far, first, again } = JSON.parse(run.output) as Report;
    const agree = people === persons;
    return [
      { name: `tables of ${persons} people from the records`, ours: seconds, unit: 's', agree },
      { name: 'processor time of both threads', ours: processor, unit: 's', agree },
      { name: 'peak memory of the process', ours: run.peakMemory, unit: 'MB', agree },
      { name: 'first page and counts of a day', ours: first, unit: 'ms', agree },
      { name: 'the same of a day far from others', ours: far, unit: 'ms', agree },
      { name: 'the same again', ours: again, unit: 'ms', agree },
    ];
  },
};
