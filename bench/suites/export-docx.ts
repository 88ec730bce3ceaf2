import { join } from 'node:path';
import { fileTail } from '../file-tail.ts';
import { runScript } from '../run-program.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

export const exportDocxSuite: Suite = {
  about: 'writing Word files of all forms into one zip',
  persons: 5_000,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    const zip = join(folder, 'all.zip');
    const run = await runScript('bench/export-zip.ts', [data, String(persons), zip]);
    const agree = run.exitCode === 0 && entriesOf(zip) === persons;
    return [
      { name: 'time', ours: run.seconds, unit: 's', agree },
      { name: 'peak memory', ours: run.peakMemory, unit: 'MB', agree },
    ];
  },
};

/** The number of files that the end record of a zip names (below 65,535). */
function entriesOf(zip: string): number {
  const end = Buffer.from(fileTail(zip, 22), 'latin1');
  return end.readUInt32LE() === 0x06054b50 ? end.readUInt16LE(10) : 0;
}
