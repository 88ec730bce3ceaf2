import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSubject } from '#platform/server';
import { readUnitTree } from '#modules/organization/server';
import { actorOf, openQueryOffice } from '../../../query/server/test-office.ts';
import { importSheet } from './import-by-command.ts';

it('a sheet moves nobody to where the operator could not see them', async () => {
  const office = await openQueryOffice(30);
  const { store } = office;
  const { units, nameOf, within } = await readUnitTree(store);
  const own = units.find(({ depth }) => depth === 2)?.id ?? '';
  const elsewhere = units.find(({ id, depth }) => depth === 2 && !within(own).includes(id))?.id ?? '';
  const person = await office.add({
    A01: [{ name: '何其芳', birthDate: '1972-11', statisticalOrgCode: own }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'cadre-sheet-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const small = actorOf('小范围', [], { kind: 'units', units: [own] });
  const importing = (unit: string) => {
    const path = join(folder, 'sheet.csv');
    writeFileSync(path, `姓名,出生日期,统计关系所在单位\n何其芳,1972.11,${unit}\n`);
    const options = {
      path,
      set: 'A01',
      acceptGood: true,
      keepUnknown: false,
      clearMark: '（清空）',
      otherDate: null,
    };
    return importSheet(store, small, options, {
      signal: new AbortController().signal,
      progress: () => {},
    });
  };
  expect(await importing('（清空）')).toMatchObject({ refused: 1, errors: [{ code: 'required' }] });
  expect(await importing(nameOf(elsewhere))).toMatchObject({
    refused: 1,
    errors: [{ code: 'unknown-unit' }],
  });
  expect((await readSubject(store.db, person))['A01']?.rows).toMatchObject([{ statisticalOrgCode: own }]);
});
