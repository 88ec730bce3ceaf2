import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFormFolder } from '../form-folder.ts';
import { watchWriteLock } from '../other-writer.ts';
import { runCadre } from '../run-program.ts';
import type { Suite } from '../suite.ts';

export const importSuite: Suite = {
  about: 'reading .lrmx files with photos into an empty store, and newer ones of the same people',
  persons: 10_000,
  async run({ persons, folder }) {
    const forms = join(folder, 'forms');
    const data = join(folder, 'data');
    writeFormFolder(forms, persons);
    const created = await watchedImport(forms, data);
    rmSync(forms, { recursive: true });
    // Everybody has a new photo, another post and one more appraisal, so sets and derived rows change for all.
    writeFormFolder(forms, persons, (form) => ({
      ...form,
      currentPost: `${form.currentPost}（试用期满）`,
      assessments: `${form.assessments}；新的年度考核为称职`,
    }));
    const updated = await watchedImport(forms, data);
    const isWhole = (await runCadre('verify', '--data', data)).answer['ok'] === true;
    const agree = isWhole && created.answer['created'] === persons && updated.answer['updated'] === persons;
    return [
      { name: 'speed', ours: persons / created.seconds, unit: 'forms/s', agree },
      { name: 'peak memory', ours: created.peakMemory, unit: 'MB', agree },
      { name: 'longest wait of another writer', ours: created.longestWait, unit: 'ms', agree },
      { name: 'speed of updates', ours: persons / updated.seconds, unit: 'forms/s', agree },
      { name: 'peak memory of updates', ours: updated.peakMemory, unit: 'MB', agree },
      { name: 'longest wait during updates', ours: updated.longestWait, unit: 'ms', agree },
    ];
  },
};

/** An import while somebody else asks for the write lock again and again. */
async function watchedImport(forms: string, data: string) {
  const other = watchWriteLock(data);
  const run = await runCadre('import', forms, '--data', data);
  return { ...run, longestWait: other.stop() };
}
