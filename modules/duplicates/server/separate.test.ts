import { describe, expect, it } from 'vitest';
import { textOf } from '#platform/model';
import { applyChange, readChange, readChanges, readSubject, undoChange, type Store } from '#platform/server';
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

const verified = (verifiedValue: string, verifiedOn = '2019-05-20') => ({
  factCode: '1',
  verifiedValue,
  verifiedOn,
  documentName: '出生日期认定表',
  reviewer: '干部科',
});

async function birthOf(store: Store, person: string): Promise<string> {
  return textOf((await readSubject(store.db, person))['A01']?.rows[0], 'birthDate');
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

  it('takes along the dates that only its verification settled', async () => {
    const office = await openQueryOffice(1);
    const { store } = office;
    const keep = await office.add({ A01: [{ ...basics, birthDate: '1970-03' }] });
    const other = await office.add({ A01: [basics], VF01: [verified('1972.11')] });
    await merge(office, keep, other);
    expect(await birthOf(store, keep)).toBe('1972-11');
    const change = await separatePair(store, clerk, { person: keep, merged: other });
    expect([await birthOf(store, keep), await birthOf(store, other)]).toEqual(['1970-03', '1972-11']);
    expect((await readSubject(store.db, keep))['VF01']?.rows).toEqual([]);
    expect((await readChange(store.db, change)).summary).toMatch(
      /拆出何其芳，出生(年月|日期)恢复为合并前的内容$/,
    );
    // Merged and taken out once more, by way of an undo and its undo.
    await merge(office, keep, other);
    const [merging] = await readChanges(store.db, 1);
    const undo = await undoChange(store, { actor: clerk }, merging?.id ?? '');
    expect(await birthOf(store, keep)).toBe('1970-03');
    await undoChange(store, { actor: clerk }, undo.id);
    expect(await birthOf(store, keep)).toBe('1972-11');
    await separatePair(store, clerk, { person: keep, merged: other });
    expect(await birthOf(store, keep)).toBe('1970-03');
  });

  it.each([
    ['in the order of the merges', [0, 1], ['1974-05', '1970-03']],
    ['in the other order', [1, 0], ['1972-11', '1970-03']],
  ])('leaves the own date behind when all verified ones are taken out, %s', async (_name, order, births) => {
    const office = await openQueryOffice(1);
    const keep = await office.add({ A01: [{ ...basics, birthDate: '1970-03' }] });
    const others = [
      await office.add({ A01: [basics], VF01: [verified('1972.11')] }),
      await office.add({
        A01: [{ ...basics, birthDate: '1974-05' }],
        VF01: [verified('1974.05', '2021-06-01')],
      }),
    ];
    for (const other of others) await merge(office, keep, other);
    expect(await birthOf(office.store, keep)).toBe('1974-05');
    const seen: string[] = [];
    for (const index of order) {
      await separatePair(office.store, clerk, { person: keep, merged: others[index] ?? '' });
      seen.push(await birthOf(office.store, keep));
    }
    expect(seen).toEqual(births);
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
