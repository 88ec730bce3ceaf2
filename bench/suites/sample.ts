import { join } from 'node:path';
import { runCadre } from '../run-program.ts';
import type { Suite } from '../suite.ts';

export const sampleSuite: Suite = {
  about: 'making the sample district',
  persons: 100_000,
  async run({ persons, folder }) {
    const run = await runCadre('sample', '--persons', String(persons), '--data', join(folder, 'data'));
    const agree = run.answer['people'] === persons;
    return [
      { name: 'speed', ours: persons / run.seconds, unit: 'persons/s', agree },
      { name: 'peak memory', ours: run.peakMemory, unit: 'MB', agree },
    ];
  },
};
