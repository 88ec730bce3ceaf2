import { runScript } from '../run-program.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

/** What `run-checks.ts` prints. */
interface Report {
  readonly people: number;
  /** Whether each change was found to break the rule that it breaks. */
  readonly agree: boolean;
  readonly seconds: number;
  readonly first: number;
  readonly again: number;
  readonly board: number;
  readonly person: number;
  readonly summary: number;
  readonly listed: number;
}

export const checksSuite: Suite = {
  about: 'everybody by all rules, and people after a change',
  persons: 100_000,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    const run = await runScript('bench/checks/run-checks.ts', [data]);
    if (run.exitCode !== 0) throw new Error('run-checks failed');
    const report = JSON.parse(run.output) as Report;
    const agree = report.agree && report.people === persons;
    return [
      { name: `all rules about the records of ${persons} people`, ours: report.seconds, unit: 's', agree },
      { name: 'first summary, with the questions', ours: report.first, unit: 'ms', agree },
      { name: 'summary again', ours: report.again, unit: 'ms', agree },
      { name: 'one change followed', ours: report.board, unit: 'ms', agree },
      { name: 'all faults of the person changed, in words', ours: report.person, unit: 'ms', agree },
      { name: 'summary after a change', ours: report.summary, unit: 'ms', agree },
      { name: 'the command, without processes beside it', ours: report.listed, unit: 's', agree },
    ];
  },
};
