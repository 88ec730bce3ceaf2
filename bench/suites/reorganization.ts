import { runScript } from '../run-program.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

/** So many people are moved at least. */
const moved = 2_000;

/** What `measure.ts` prints. */
interface Report {
  readonly people: number;
  readonly units: number;
  readonly preview: number;
  readonly apply: number;
  readonly undo: number;
  readonly agree: boolean;
}

export const reorganizationSuite: Suite = {
  about: `departments merged into a new one until ${moved} people are moved`,
  persons: 10_000,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    const wanted = Math.min(moved, Math.floor(persons / 4));
    const run = await runScript('bench/reorganization/measure.ts', [data, String(wanted)]);
    if (run.exitCode !== 0) throw new Error('the reorganization could not be measured');
    const { people, units, preview, apply, undo, agree } = JSON.parse(run.output) as Report;
    return [
      { name: 'preview', ours: preview, unit: 's', agree },
      { name: 'carrying out', ours: apply, unit: 's', agree },
      { name: 'undo', ours: undo, unit: 's', agree },
      { name: 'people moved', ours: people, unit: '', agree },
      { name: 'units changed', ours: units, unit: '', agree },
    ];
  },
};
