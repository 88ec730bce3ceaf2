import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileTail } from '../file-tail.ts';
import { runScript } from '../run-program.ts';
import type { Suite } from '../suite.ts';

export const xlsxSuite: Suite = {
  about: 'writing a table of 20 columns as .xlsx, a row a person',
  persons: 100_000,
  async run({ persons, folder }) {
    const path = join(folder, 'table.xlsx');
    const run = await runScript('bench/xlsx-table.ts', [String(persons), path]);
    // The directory is whole, and there is at least a byte for each cell of each row.
    const end = Buffer.from(fileTail(path, 22), 'latin1');
    const agree =
      run.exitCode === 0 && end.readUInt32LE() === 0x06054b50 && statSync(path).size > 20 * persons;
    return [
      { name: 'time', ours: run.seconds, unit: 's', agree },
      { name: 'peak memory', ours: run.peakMemory, unit: 'MB', agree },
    ];
  },
};
