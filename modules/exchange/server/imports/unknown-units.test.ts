import { expect, it } from 'vitest';
import { permissions, type Actor, type Permission } from '#platform/model';
import { insertMany } from '#platform/server';
import { rememberMatch } from '#modules/organization/server';
import { addUnit } from '../../../organization/server/test-units.ts';
import { importStore, operator } from '../import/test-import.ts';
import { withExchange } from '../tables.ts';
import { unknownUnits } from './unknown-units.ts';

const clerk: Actor = { ...operator, permissions: new Set(Object.keys(permissions) as Permission[]) };

it('the units that new people come from and nobody knows are told once each, with what they may be', async () => {
  const store = await importStore();
  const id = await addUnit(store, '样板区文化和旅游局');
  const imported = {
    id: 'i',
    rights: '',
    user_id: operator.id,
    state: 'ready',
    started_at: '2026-11-25T08:00:00Z',
    done: 4,
    total: 4,
    counts: '{}',
    ambiguous: 0,
    message: '',
    change_id: null,
  };
  await withExchange(store.db).insertInto('imports').values(imported).execute();
  const item = (n: number, name: string, state: string, unitWords: string) => [
    'i',
    n,
    `${n}.lrmx`,
    name,
    state,
    JSON.stringify({ unitWords }),
    '',
  ];
  await insertMany(
    store.db,
    'import_items',
    ['import_id', 'n', 'file', 'name', 'state', 'details', 'basis'],
    [
      item(1, '甲', 'created', '样板区文化旅游局'),
      item(2, '乙', 'created', '样板区文化旅游局'),
      item(3, '丙', 'created', '某公司'),
      item(4, '丁', 'updated', '某厂'),
      item(5, '戊', 'created', ''),
    ],
  );
  expect(await unknownUnits(store, clerk, 'i')).toMatchObject([
    { name: '样板区文化旅游局', people: 2, candidates: [{ id, reason: 'similar' }] },
    { name: '某公司', people: 1, candidates: [] },
  ]);
  await rememberMatch(store, clerk, { name: '样板区文化旅游局', unit: id });
  expect((await unknownUnits(store, clerk, 'i'))[0]).toMatchObject({ unit: id, by: 'remembered' });
});
