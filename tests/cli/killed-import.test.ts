import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { districtForms, writeForms } from '../support/invented-forms.ts';
import { cadreJson, importReport, startCadre } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const persons = 700;
const work = tempFolder();
const data = join(work, 'data');
const forms = join(work, 'forms');

/** How many people an import that is still going on has written so far. */
function underWay(): number {
  try {
    const db = new DatabaseSync(join(data, 'cadre.db'), { readOnly: true });
    try {
      const row = db
        .prepare('select count(*) as n from subjects where draft in (select id from drafts)')
        .get();
      return Number(row?.['n']);
    } finally {
      db.close();
    }
  } catch {
    // The database is being made, or is busy for the moment.
    return 0;
  }
}

/** Starts the import and ends it by force as soon as it has written so many people. */
async function killedAt(people: number): Promise<NodeJS.Signals | null> {
  const { child, ended } = startCadre(['import', forms, '--data', data]);
  while (underWay() < people && child.exitCode === null) await pause(2);
  child.kill('SIGKILL');
  return (await ended).signal;
}

async function peopleInStore(): Promise<number> {
  const file = join(work, 'people.jsonl');
  const { people } = await cadreJson<{ people: number }>(
    0,
    'export',
    '--format',
    'jsonl',
    '--out',
    file,
    '--data',
    data,
  );
  expect(readFileSync(file, 'utf8').split('\n').filter(Boolean)).toHaveLength(people);
  return people;
}

describe('an import that is killed', { timeout: 180_000 }, () => {
  it('leaves nobody behind or everybody, and run again brings everybody', async () => {
    mkdirSync(forms);
    writeForms(forms, districtForms(persons));
    const ends: (NodeJS.Signals | null)[] = [];
    for (const people of [1, 300]) {
      ends.push(await killedAt(people));
      expect([0, persons]).toContain(await peopleInStore());
      expect(await cadreJson(0, 'verify', '--data', data)).toMatchObject({ ok: true });
    }
    expect(ends).toContain('SIGKILL');
    const { created, unchanged, refused } = await importReport(0, data, forms);
    expect([created + unchanged, refused]).toEqual([persons, 0]);
    expect(await peopleInStore()).toBe(persons);
    expect(await importReport(0, data, forms)).toMatchObject({ created: 0, unchanged: persons });
    expect(await cadreJson(0, 'verify', '--data', data)).toMatchObject({ changes: 1, ok: true });
  });
});
