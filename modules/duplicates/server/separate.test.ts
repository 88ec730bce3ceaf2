import { describe, expect, it } from 'vitest';
import { textOf } from '#platform/model';
import { applyChange, readSubject, type Store } from '#platform/server';
import { currentPerson } from '#modules/cadres/server';
import { createSavedQuery, readSavedQuery } from '#modules/query';
import { readUnitTree } from '#modules/organization/server';
import { actorOf, openQueryOffice, type QueryOffice } from '../../query/server/test-office.ts';
import { comparePair } from './compare-pair.ts';
import { PairFinder } from './list-pairs.ts';
import { mergePair, separatePair } from './merge-pair.ts';

const clerk = actorOf('干部科');
const basics = { name: '何其芳', birthDate: '1972-11' };

async function merge({ store, tables }: QueryOffice, keep: string, other: string): Promise<void> {
  const { people } = await comparePair(store, tables, clerk, { first: keep, second: other });
  const versions = { keep: people[0]?.versions ?? {}, other: people[1]?.versions ?? {} };
  await mergePair(store, clerk, { keep, other, choices: {}, versions });
}

async function rate(store: Store, person: string, year: string, resultCode: string): Promise<void> {
  const stored = (await readSubject(store.db, person))['A15'];
  const rows = (stored?.rows ?? []).map((row) => (row['year'] === year ? { ...row, resultCode } : row));
  await applyChange(store, { actor: clerk, origin: 'web', summary: '修改' }, [
    {
      subject: person,
      kind: 'person',
      event: 'update',
      sets: { A15: { expectedVersion: stored?.version ?? 0, rows } },
    },
  ]);
}

describe('a record that was merged and taken out', () => {
  it('can be merged again although a row that had come with it was changed and stayed', async () => {
    const office = await openQueryOffice(1);
    const keep = await office.add({ A01: [basics], A15: [{ year: '2022', resultCode: '1' }] });
    const other = await office.add({ A01: [basics], A15: [{ year: '2023', resultCode: '1' }] });
    await merge(office, keep, other);
    await rate(office.store, keep, '2023', '2');
    await separatePair(office.store, clerk, { person: keep, merged: other });
    await merge(office, keep, other);
    const rows = (await readSubject(office.store.db, keep))['A15']?.rows ?? [];
    expect(rows.map((row) => `${textOf(row, 'year')} ${textOf(row, 'resultCode')}`).toSorted()).toEqual([
      '2022 1',
      '2023 1',
      '2023 2',
    ]);
    await separatePair(office.store, clerk, { person: keep, merged: other });
    expect((await readSubject(office.store.db, keep))['A15']?.rows).toHaveLength(2);
  });

  it('takes along what had been merged into it before', async () => {
    const office = await openQueryOffice(1);
    const [first, second, third] = [
      await office.add({ A01: [basics] }),
      await office.add({ A01: [basics] }),
      await office.add({ A01: [basics] }),
    ];
    await merge(office, second, first);
    await merge(office, third, second);
    expect(await currentPerson(office.store, first)).toBe(third);
    await separatePair(office.store, clerk, { person: third, merged: second });
    expect(await currentPerson(office.store, first)).toBe(second);
  });

  it('leads to itself, also when it was taken out of the record into which another was merged', async () => {
    const office = await openQueryOffice(1);
    const [first, second, third] = [
      await office.add({ A01: [basics] }),
      await office.add({ A01: [basics] }),
      await office.add({ A01: [basics] }),
    ];
    await merge(office, second, first);
    await merge(office, third, second);
    await separatePair(office.store, clerk, { person: third, merged: first });
    await separatePair(office.store, clerk, { person: third, merged: second });
    expect(await currentPerson(office.store, first)).toBe(first);
    await merge(office, first, third);
    expect(await currentPerson(office.store, third)).toBe(first);
  });

  it('is named and taken out by those alone within whose reach it comes back', async () => {
    const office = await openQueryOffice(30);
    const { units, within } = await readUnitTree(office.store);
    const [own] = units.filter(({ depth }) => depth === 2).map(({ id }) => id);
    const elsewhere = units.find(({ id, depth }) => depth === 2 && !within(own ?? '').includes(id))?.id;
    const keep = await office.add({ A01: [{ ...basics, statisticalOrgCode: own ?? '' }] });
    const other = await office.add({ A01: [{ ...basics, statisticalOrgCode: elsewhere ?? '' }] });
    await merge(office, keep, other);
    const finder = new PairFinder(office.store, office.tables);
    const small = actorOf('小范围', [], { kind: 'units', units: [own ?? ''] });
    expect((await finder.list(small)).merged).toEqual([]);
    const ids = { person: keep, merged: other };
    await expect(separatePair(office.store, small, ids)).rejects.toMatchObject({ code: 'not-found' });
    expect((await finder.list(clerk)).merged).toMatchObject([ids]);
  });
});

it('a list that was opened before two of its records were merged can be saved', async () => {
  const office = await openQueryOffice(1);
  const keep = await office.add({ A01: [basics] });
  const other = await office.add({ A01: [basics] });
  await merge(office, keep, other);
  const body = { kind: 'list', name: '考察组', shared: false, ids: [keep, other] } as const;
  const { id } = await office.call(clerk, createSavedQuery, { body: { ...body, ids: [...body.ids] } });
  expect((await office.call(clerk, readSavedQuery, { params: { id } })).ids).toEqual([keep]);
});
