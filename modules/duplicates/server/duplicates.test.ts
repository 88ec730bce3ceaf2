import { describe, expect, it } from 'vitest';
import { applyChange, readMany, readSubject, rowsOf, undoChange, type Store } from '#platform/server';
import { currentPerson } from '#modules/cadres/server';
import { createSavedQuery, readSavedQuery, runQueryIds } from '#modules/query';
import { actorOf, openQueryOffice } from '../../query/server/test-office.ts';
import { comparePair } from './compare-pair.ts';
import { PairFinder } from './list-pairs.ts';
import { mergePair, separatePair } from './merge-pair.ts';

const clerk = actorOf('干部科');

const basics = { name: '何其芳', birthDate: '1972-11' };
const year = (assessmentYear: string) => ({ year: assessmentYear, resultCode: '1' });

/** An office with one person who is there twice, and both compared. */
async function officeWithTwins() {
  const office = await openQueryOffice(40);
  const keep = await office.add({ A01: [{ ...basics, health: '健康' }], A15: [year('2022'), year('2023')] });
  const other = await office.add({
    A01: [{ ...basics, workStartDate: '1994-07' }],
    A15: [year('2023'), year('2024')],
  });
  const { people } = await comparePair(office.store, office.tables, clerk, { first: keep, second: other });
  const versions = { keep: people[0]?.versions ?? {}, other: people[1]?.versions ?? {} };
  return { ...office, keep, other, versions };
}

async function setsOf(store: Store, id: string) {
  return rowsOf((await readMany(store.db, [id])).get(id) ?? {});
}

describe('a person who is there twice', () => {
  it('is found, and compared field by field and row by row', async () => {
    const { store, tables, keep, other } = await officeWithTwins();
    const finder = new PairFinder(store, tables);
    const isTwin = ({ first, second }: { first: { id: string }; second: { id: string } }): boolean =>
      [first.id, second.id].toSorted().join() === [keep, other].toSorted().join();
    const before = await finder.list(clerk);
    expect(before.pairs.find(isTwin)).toMatchObject({
      likeness: 'same-name-birth',
      reason: '姓名、出生年月相同',
    });
    const { fields, lists } = await comparePair(store, tables, clerk, { first: keep, second: other });
    expect(fields.map(({ label, texts }) => [label, ...texts])).toEqual([
      ['健康状况', '健康', ''],
      ['参加工作时间', '', '1994.07'],
    ]);
    expect(lists.find(({ key }) => key === 'A15')?.rows.map((rows) => rows.map(({ same }) => same))).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  it('becomes one by merging, and the old id leads to the one that stayed', async () => {
    const { store, keep, other, versions } = await officeWithTwins();
    await mergePair(store, clerk, { keep, other, versions, choices: {} });
    const sets = await setsOf(store, keep);
    expect(sets['A01']?.[0]).toMatchObject({ name: '何其芳', health: '健康', workStartDate: '1994-07' });
    expect(sets['A15']?.map((row) => row['year'])).toEqual(['2022', '2023', '2024']);
    expect(await currentPerson(store, other)).toBe(keep);
  });

  it('stays in a list in which the merged record stood', async () => {
    const office = await officeWithTwins();
    const { store, keep, other, versions } = office;
    const list = { kind: 'list', name: '考察组', shared: false, ids: [other] } as const;
    const { id } = await office.call(clerk, createSavedQuery, { body: { ...list, ids: [other] } });
    await mergePair(store, clerk, { keep, other, versions, choices: {} });
    expect((await office.call(clerk, readSavedQuery, { params: { id } })).ids).toEqual([keep]);
    const question = { where: { op: 'saved', id }, population: 'all' } as const;
    expect((await office.call(clerk, runQueryIds, { body: { question } })).ids).toEqual([keep]);
  });

  it('is two records again when the merge is undone', async () => {
    const { store, keep, other, versions } = await officeWithTwins();
    const before = await setsOf(store, keep);
    const change = await mergePair(store, clerk, { keep, other, versions, choices: {} });
    await undoChange(store, { actor: clerk }, change);
    expect(await setsOf(store, keep)).toEqual({ ...before, AL01: [] });
    expect(await currentPerson(store, other)).toBe(other);
  });

  it('is taken apart also after more work, which stays', async () => {
    const { store, keep, other, versions } = await officeWithTwins();
    await mergePair(store, clerk, { keep, other, versions, choices: {} });
    const stored = (await readSubject(store.db, keep))['A01'];
    const rows = (stored?.rows ?? []).map((row) => ({ ...row, remark: '已核' }));
    await applyChange(store, { actor: clerk, origin: 'web', summary: '修改' }, [
      {
        subject: keep,
        kind: 'person',
        event: 'update',
        sets: { A01: { expectedVersion: stored?.version ?? 0, rows } },
      },
    ]);
    await separatePair(store, clerk, { person: keep, merged: other });
    const sets = await setsOf(store, keep);
    expect(sets['A01']?.[0]).toMatchObject({ remark: '已核' });
    expect(sets['A15']?.map((row) => row['year'])).toEqual(['2022', '2023']);
    expect(await currentPerson(store, other)).toBe(other);
  });

  it('keeps the verified date and its verification, and gives both back when taken apart', async () => {
    const office = await openQueryOffice(5);
    const { store } = office;
    const fact = { factCode: '1', verifiedValue: '1972.11', verifiedOn: '2019-05-20' };
    const proof = { documentName: '认定表', reviewer: '审核组' };
    const keep = await office.add({ A01: [{ ...basics, birthDate: '1970-01' }] });
    const other = await office.add({ A01: [basics], VF01: [{ ...fact, ...proof }] });
    const { people, fields, lists } = await comparePair(store, office.tables, clerk, {
      first: keep,
      second: other,
    });
    expect(fields).toMatchObject([{ key: 'A01.birthDate', verified: { why: 'verified', side: 1 } }]);
    expect(lists).toMatchObject([{ key: 'VF01', lasting: true }]);
    const versions = { keep: people[0]?.versions ?? {}, other: people[1]?.versions ?? {} };
    const choices = { 'A01.birthDate': 'keep', VF01: 'keep' } as const;
    await mergePair(store, clerk, { keep, other, versions, choices });
    const merged = await setsOf(store, keep);
    expect(merged).toMatchObject({ A01: [{ birthDate: '1972-11' }], VF01: [{ verifiedValue: '1972.11' }] });
    await separatePair(store, clerk, { person: keep, merged: other });
    expect((await setsOf(store, keep))['VF01']).toEqual([]);
    expect((await setsOf(store, other))['VF01']).toHaveLength(1);
  });

  it.each(['keep', 'other'] as const)(
    'has the more exact of two dates that are as verified, although the clerk chose the %s one',
    async (chosen) => {
      const office = await openQueryOffice(5);
      const { store, tables } = office;
      const proof = { documentName: '认定表', reviewer: '审核组', verifiedOn: '2019-05-20' };
      const VF01 = [{ factCode: '1', verifiedValue: '1972.11.03', ...proof }];
      const exact = await office.add({ A01: [{ ...basics, birthDate: '1972-11-03' }], VF01 });
      const vague = await office.add({ A01: [basics] });
      for (const [keep, other] of [
        [exact, vague],
        [vague, exact],
      ] as const) {
        const { people, fields } = await comparePair(store, tables, clerk, { first: keep, second: other });
        expect(fields).toMatchObject([{ verified: { why: 'more-exact', side: keep === exact ? 0 : 1 } }]);
        const versions = { keep: people[0]?.versions ?? {}, other: people[1]?.versions ?? {} };
        const change = await mergePair(store, clerk, {
          keep,
          other,
          versions,
          choices: { 'A01.birthDate': chosen },
        });
        expect((await setsOf(store, keep))['A01']).toMatchObject([{ birthDate: '1972-11-03' }]);
        await undoChange(store, { actor: clerk }, change);
      }
    },
  );

  it('is not merged while it is verified differently on the same day, and is once one is withdrawn', async () => {
    const office = await openQueryOffice(5);
    const { store, tables } = office;
    const proof = { documentName: '认定表', reviewer: '审核组', verifiedOn: '2019-05-20' };
    const fact = (verifiedValue: string) => ({ factCode: '1', verifiedValue, ...proof });
    const keep = await office.add({ A01: [basics], VF01: [fact('1972.11')] });
    const other = await office.add({ A01: [{ ...basics, birthDate: '1974-05' }], VF01: [fact('1974.05')] });
    const merge = async () => {
      const ids = { first: keep, second: other };
      const { people, fields, disputes } = await comparePair(store, tables, clerk, ids);
      const versions = { keep: people[0]?.versions ?? {}, other: people[1]?.versions ?? {} };
      return { fields, disputes, merging: mergePair(store, clerk, { keep, other, versions, choices: {} }) };
    };
    const refused = await merge();
    expect(refused.fields).toMatchObject([{ key: 'A01.birthDate', verified: { why: 'disputed' } }]);
    await expect(refused.merging).rejects.toMatchObject({ code: 'merge-disputed', status: 422 });
    expect(refused.disputes).toMatchObject([
      { counts: null, verified: [{ value: '1972.11' }, { value: '1974.05' }] },
    ]);

    const stored = (await readSubject(store.db, other))['VF01'];
    const withdrawal = { withdrawnOn: '2026-03-02', withdrawnBy: '审核组', withdrawnDocument: '复核意见' };
    const rows = (stored?.rows ?? []).map((row) => ({ ...row, ...withdrawal }));
    const sets = { VF01: { expectedVersion: stored?.version ?? 0, rows } };
    await applyChange(store, { actor: clerk, origin: 'web', summary: '撤销认定' }, [
      { subject: other, kind: 'person', event: 'update', sets },
    ]);
    const { disputes, merging } = await merge();
    await merging;
    expect(disputes).toEqual([]);
    expect((await setsOf(store, keep))['A01']).toMatchObject([{ birthDate: '1972-11' }]);
  });

  it('is not merged when one of the records has changed since it was looked at', async () => {
    const { store, keep, other, versions } = await officeWithTwins();
    const stale = { ...versions, other: { ...versions.other, A15: 0 } };
    const merging = mergePair(store, clerk, { keep, other, versions: stale, choices: {} });
    await expect(merging).rejects.toMatchObject({ code: 'merge-outdated' });
  });

  it('is hidden from whoever may not see ID numbers', async () => {
    const { store, tables } = await officeWithTwins();
    const listing = new PairFinder(store, tables).list(actorOf('查阅', ['cadre:sensitive']));
    await expect(listing).rejects.toMatchObject({ code: 'forbidden' });
  });
});
