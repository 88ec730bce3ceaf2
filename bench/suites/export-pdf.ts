import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileTail } from '../file-tail.ts';
import { runCadre, runProgram } from '../run-program.ts';
import { firstPeople, makeSampleStore } from '../sample-store.ts';
import type { Figure, Suite } from '../suite.ts';

const comparedForms = 200;

export const exportPdfSuite: Suite = {
  about: 'writing all forms into one PDF; some of them also by LibreOffice from our Word files',
  persons: 5_000,
  async run({ persons, folder }) {
    const data = await makeSampleStore(folder, persons);
    const pdf = join(folder, 'all.pdf');
    const run = await runCadre('export', '--format', 'pdf', '--out', pdf, '--data', data);
    const agree = run.answer['people'] === persons && pagesOf(pdf) >= 2 * persons;
    return [
      { name: 'time', ours: run.seconds, unit: 's', agree },
      { name: 'peak memory', ours: run.peakMemory, unit: 'MB', agree },
      await compared(folder, data, Math.min(comparedForms, persons)),
    ];
  },
};

/** The same forms by both, each as whole processes; LibreOffice starts once for all. */
async function compared(folder: string, data: string, count: number): Promise<Figure> {
  const [list, word, theirs, ours] = ['ids', 'word', 'libreoffice', 'some.pdf'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  writeFileSync(list, firstPeople(data, count).join('\n'));
  const chosen = ['--ids', `@${list}`, '--data', data];
  await runCadre('export', '--format', 'docx', '--out', word, ...chosen);
  const run = await runCadre('export', '--format', 'pdf', '--out', ours, ...chosen);
  const files = readdirSync(word).map((name) => join(word, name));
  const convert = (some: readonly string[]) =>
    runProgram('soffice', [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      theirs,
      ...some,
    ]);
  // The first conversion makes its profile.
  await convert(files.slice(0, 1));
  const libreoffice = (await convert(files)).seconds;
  const agree = pagesOf(ours) >= 2 * count && readdirSync(theirs).length === count;
  return { name: `time for ${count} forms`, ours: run.seconds, unit: 's', peers: { libreoffice }, agree };
}

/** The root of the page tree stands near the end and counts all pages. */
function pagesOf(pdf: string): number {
  const counts = [...fileTail(pdf, 1_000_000).matchAll(/\/Type\/Pages\/Count (\d+)/g)].map(([, count]) =>
    Number(count),
  );
  return Math.max(0, ...counts);
}
