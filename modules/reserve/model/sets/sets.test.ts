import { expect, it } from 'vitest';
import { loadCodeTables } from '#platform/server';
import { deliveredPools } from '../pools/delivered-pools.ts';
import { deliveredTags } from '../tags/delivered-tags.ts';
import { reserveSets } from './all.ts';

const tables = loadCodeTables();

it('the sets name tables that are there', () => {
  const named = reserveSets.flatMap(({ fields }) =>
    fields.flatMap(({ codeTable, suggest }) => [codeTable ?? [], suggest ?? []].flat()),
  );
  expect(named).toHaveLength(7);
  expect(named.filter((id) => !tables.get(id))).toEqual([]);
});

it('the suggested names of pools are those of the delivered pools', () => {
  expect(tables.get('RP01-POOL')?.items.map(({ label }) => label)).toEqual(
    deliveredPools.map(({ name }) => name),
  );
});

it('the suggested names of tags are those of the delivered list', () => {
  expect(tables.get('TG01-NAME')?.items.map(({ label }) => label)).toEqual(
    Object.values(deliveredTags).flat(),
  );
});
