import { join } from 'node:path';
import { compareErrors, writePlantedSheet, type PlantedError } from '../planted-sheet.ts';
import { runCadre } from '../run-program.ts';
import { makeSampleStore } from '../sample-store.ts';
import type { Suite } from '../suite.ts';

export const sheetSuite: Suite = {
  about: 'reading a sheet of 12 columns with 3 % wrong rows into 学历学位, two rows a person',
  persons: 50_000,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    const rows = persons * 2;
    const path = join(folder, 'sheet.xlsx');
    const planted = await writePlantedSheet(data, path, rows);
    const read = () => runCadre('import', path, '--set', 'A08', '--accept-good', '--data', data);
    const first = await read();
    const { missed, invented } = compareErrors(planted, first.answer['errors'] as PlantedError[]);
    const again = await read();
    const isWhole = (await runCadre('verify', '--data', data)).answer['ok'] === true;
    const agree =
      isWhole &&
      missed.length === 0 &&
      invented.length === 0 &&
      first.answer['refused'] === planted.length &&
      again.answer['created'] === 0 &&
      again.answer['updated'] === 0;
    return [
      { name: 'time', ours: first.seconds, unit: 's', agree },
      { name: 'peak memory', ours: first.peakMemory, unit: 'MB', agree },
      { name: 'planted errors missed', ours: missed.length, unit: 'cells', agree },
      { name: 'errors invented', ours: invented.length, unit: 'cells', agree },
      { name: 'time of the same sheet again', ours: again.seconds, unit: 's', agree },
    ];
  },
};
