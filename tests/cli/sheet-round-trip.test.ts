import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importSheet, sheetExportTask } from '#modules/sheets/server';
import { takesSheets } from '#modules/sheets';
import { openStore } from '../../server/open-store.ts';
import { operator } from '../../cli/command.ts';
import { cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';

const tools = { progress: () => {}, signal: new AbortController().signal };

it('every set of the sample district goes out as a sheet and changes nothing when it comes back', async () => {
  const folder = tempFolder();
  const data = join(folder, 'data');
  await cadreJson(0, 'sample', '--persons', '600', '--data', data);
  const store = await openStore(data);
  try {
    const people = await store.db.selectFrom('subjects').select('id').where('kind', '=', 'person').execute();
    const ids = people.map(({ id }) => id);
    const sets = store.registry.sets.filter(takesSheets);
    expect(sets.length).toBeGreaterThan(14);
    // Texts in place of codes whose table is not known are part of the sample.
    const entries = await store.db
      .selectFrom('current_records')
      .select('rows')
      .where('set_code', '=', 'A29')
      .execute();
    expect(entries.some(({ rows }) => rows.includes('"entryTypeCode":"军转干部安置"'))).toBe(true);
    for (const { code } of sets) {
      const path = join(folder, `${code}.xlsx`);
      const { rows } = await sheetExportTask(store, { path, set: code, ids }, tools);
      const options = {
        path,
        set: code,
        acceptGood: false,
        keepUnknown: false,
        clearMark: '',
        otherDate: null,
      };
      expect(await importSheet(store, operator, options, tools), code).toEqual({
        rows,
        created: 0,
        updated: 0,
        unchanged: rows,
        refused: 0,
        asked: 0,
        errors: [],
        change: null,
      });
    }
  } finally {
    await store.db.destroy();
  }
}, 60_000);
