import { join } from 'node:path';
import { runScript } from '../run-program.ts';
import type { Suite } from '../suite.ts';

/** What `measure.ts` prints. */
interface Report {
  readonly build: number;
  readonly median: number;
  readonly worst: number;
  readonly units: number;
  readonly places: number;
  readonly megabytes: number;
  readonly agree: boolean;
}

export const quotasSuite: Suite = {
  about: 'the quota table of any day over five thousand units',
  persons: 1_000_000,
  async run({ persons, folder }) {
    const run = await runScript('bench/quotas/measure.ts', [join(folder, 'data'), String(persons)]);
    if (run.exitCode !== 0) throw new Error('the quota table could not be measured');
    const { build, median, worst, units, places, megabytes, agree } = JSON.parse(run.output) as Report;
    return [
      { name: 'table of any day, median', ours: median, unit: 'ms', agree },
      { name: 'table of any day, slowest', ours: worst, unit: 'ms', agree },
      { name: 'index from the tables', ours: build, unit: 's', agree },
      { name: 'units', ours: units, unit: '', agree },
      { name: 'places', ours: places, unit: '', agree },
      { name: 'memory of the index', ours: megabytes, unit: 'MB', agree },
      { name: 'peak memory', ours: run.peakMemory, unit: 'MB', agree },
    ];
  },
};
