import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApprovalForm } from '#documents/formats';
import { smallForm, writeForms } from '../support/invented-forms.ts';
import { cadre, importReport } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const work = tempFolder();

/** A folder with these forms. */
function folderOf(name: string, ...forms: Partial<ApprovalForm>[]): string {
  const folder = join(work, name);
  mkdirSync(folder, { recursive: true });
  writeForms(folder, forms.map(smallForm));
  return folder;
}

describe('whose form it is', { timeout: 120_000 }, () => {
  it('two ID numbers are two people, and one number is one person whatever else has changed', async () => {
    const data = join(work, 'numbers');
    const first = '990101197803040017';
    const two = folderOf(
      'two',
      { name: '宋知远', nationalId: first },
      { name: '宋知远', nationalId: '990101197803040033' },
    );
    expect(await importReport(0, data, two)).toMatchObject({ forms: 2, created: 2 });
    const later = folderOf('later', {
      name: '宋致远',
      nationalId: first,
      currentPost: '某区档案馆馆长、某区地方志办公室主任',
    });
    expect(await importReport(0, data, later)).toMatchObject({ forms: 1, created: 0, updated: 1 });
    expect(await importReport(0, data, later)).toMatchObject({ forms: 1, updated: 0, unchanged: 1 });
  });

  it('without a number, name and birth month decide; where they leave a doubt the form is refused', async () => {
    const data = join(work, 'names');
    const known = folderOf('known', { name: '蒋闻笛' });
    expect(await importReport(0, data, known)).toMatchObject({ created: 1 });
    const same = folderOf('same', { name: '蒋闻笛', health: '良好' });
    expect(await importReport(0, data, same)).toMatchObject({ created: 0, updated: 1 });
    const other = folderOf('other', { name: '蒋闻笛', birth: '198103' });
    expect(await importReport(0, data, other)).toMatchObject({ created: 1, updated: 0 });
    const doubtful = folderOf('doubtful', { name: '蒋闻笛', nativePlace: '山西大同' });
    const refused = await importReport(1, data, doubtful);
    expect(refused).toMatchObject({ created: 0, refused: 1 });
    expect(refused.problems.filter(({ level }) => level === 'error')).toMatchObject([
      { file: '0000.lrmx', code: 'person-ambiguous', field: 'name' },
    ]);
    const created = await importReport(0, data, doubtful, '--on-ambiguous', 'create');
    expect(created).toMatchObject({ created: 1, refused: 0 });
    expect(await importReport(0, data, doubtful, '--on-ambiguous', 'create')).toMatchObject({
      created: 0,
      unchanged: 1,
    });
  });

  it('puts new people where the operator says, and refuses a unit that is not there', async () => {
    const folder = folderOf('placed', { name: '沈清和' });
    const ended = await cadre(
      'import',
      folder,
      '--unit',
      '01a00000-0000-7000-8000-000000000000',
      '--data',
      join(work, 'units'),
    );
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(/机构/);
  });
});
