import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTableFile } from '#documents/formats';
import type { TaskActor } from '#platform/server';
import { suggestMapping, takesSheets } from '#modules/sheets';
import { testDatabase } from '../../../../platform/server/database/test-database.ts';
import { cadreStore } from '../../../cadres/server/test-cadres.ts';
import { importSheet } from '../sheet/import-by-command.ts';
import { sheetTemplate } from './sheet-template.ts';

const operator: TaskActor = { id: 'tester', name: '测试员', scope: { kind: 'everything' } };
const tools = { progress: () => {}, signal: new AbortController().signal };

it('the template of every set says with each head what it is for, and brings nothing in as it is', async () => {
  const store = await cadreStore();
  const { folder } = await testDatabase();
  const sets = store.registry.sets.filter(takesSheets);
  expect(sets.length).toBeGreaterThan(14);
  for (const set of sets) {
    const path = join(folder, `${set.code}.xlsx`);
    await writeFile(path, sheetTemplate(set, store.tables));
    const rows = await Array.fromAsync((await openTableFile(await readFile(path))).rows(0));
    const heads = rows.flat()[0]?.cells.map((cell) => cell?.text ?? '') ?? [];
    expect(suggestMapping(set, heads), set.code).not.toContain(null);
    const options = { path, set: set.code, acceptGood: false, keepUnknown: false, clearMark: '' };
    expect(
      await importSheet(store, operator, { ...options, otherDate: null }, tools),
      set.code,
    ).toMatchObject({
      rows: 0,
      refused: 0,
      errors: [],
      change: null,
    });
  }
});
