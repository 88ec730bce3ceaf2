import { join } from 'node:path';
import { writeFormFolder } from '../form-folder.ts';
import { watchWriteLock } from '../other-writer.ts';
import { runCadre } from '../run-program.ts';
import type { Suite } from '../suite.ts';

export const importSuite: Suite = {
  about: 'reading .lrmx files with photos into an empty store',
  persons: 10_000,
  async run({ persons, folder }) {
    const forms = join(folder, 'forms');
    const data = join(folder, 'data');
    writeFormFolder(forms, persons);
    const other = watchWriteLock(data);
    const run = await runCadre('import', forms, '--data', data);
    const longestWait = other.stop();
    const { ok } = (await runCadre('verify', '--data', data)).answer;
    const agree = run.answer['created'] === persons && ok === true;
    return [
      { name: 'speed', ours: persons / run.seconds, unit: 'forms/s', agree },
      { name: 'peak memory', ours: run.peakMemory, unit: 'MB', agree },
      { name: 'longest wait of another writer', ours: longestWait, unit: 'ms', agree },
    ];
  },
};
