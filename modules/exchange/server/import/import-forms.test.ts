import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/model';
import { applyChange, type Store, type TaskActor } from '#platform/server';
import { writeLrmx } from '#documents/formats';
import { importForms } from './import-forms.ts';
import { folderOf, form, importFolder, importStore, operator, tools } from './test-import.ts';

const first = '990101197803040017';

describe('one batch', () => {
  it('takes a form that lies there twice once, and refuses a second one of the same person', async () => {
    const store = await importStore();
    const folder = folderOf(
      { nationalId: first },
      { nationalId: first },
      { nationalId: first, health: '一般' },
    );
    const result = await importFolder(store, folder);
    expect(result).toMatchObject({ created: 1, unchanged: 1, refused: 1 });
    expect(result.problems.find(({ level }) => level === 'error')).toMatchObject({ code: 'person-twice' });
  });

  it('leaves namesakes that contradict each other to the operator', async () => {
    const store = await importStore();
    const folder = folderOf({ sex: '男' }, { sex: '女' });
    const result = await importFolder(store, folder);
    expect(result).toMatchObject({ created: 1, refused: 1 });
    expect(result.problems).toContainEqual(expect.objectContaining({ code: 'person-ambiguous', value: '0' }));
    const other = await importStore();
    expect(await importFolder(other, folder, { onAmbiguous: 'create' })).toMatchObject({ created: 2 });
    expect(await importFolder(other, folder)).toMatchObject({ unchanged: 2 });
  });

  it('makes one person of an unclear form that lies there twice', async () => {
    const store = await importStore();
    await importFolder(store, folderOf({ birth: '' }));
    const folder = folderOf({ health: '一般' }, { health: '一般' });
    expect(await importFolder(store, folder, { onAmbiguous: 'create' })).toMatchObject({
      created: 1,
      unchanged: 1,
    });
  });

  it('refuses a second form for a person whom another form has already changed', async () => {
    const store = await importStore();
    await importFolder(store, folderOf({ nationalId: first }));
    const folder = folderOf({ nationalId: first, name: '蒋问笛' }, { health: '一般' });
    const result = await importFolder(store, folder);
    expect(result).toMatchObject({ updated: 1, refused: 1 });
    expect(result.problems).toContainEqual(
      expect.objectContaining({ code: 'person-twice', value: '1.lrmx' }),
    );
  });

  it('gives the forms that are not left out the same fate as without the choice', async () => {
    const store = await importStore();
    const folder = folderOf({ nationalId: first }, { nationalId: first, health: '一般' });
    const result = await importFolder(store, folder, { choices: new Map([[1, 'skip']]) });
    expect(result).toMatchObject({ forms: 2, created: 0, refused: 1, change: null });
  });
});

describe('odd signs', () => {
  it('in a file name, a value or the place of the photo hold up no other form', async () => {
    const store = await importStore();
    const folder = folderOf({});
    const odd = '\u0007\ufffe&#7;\ud840';
    const bytes = writeLrmx(form({ name: '宋知远', photo: null }));
    const text = Buffer.from(bytes)
      .toString('utf8')
      .replace('宋知远', `宋${odd}知远`)
      .replace('197803', `1978${odd}03`)
      .replace(/<ZhaoPian *\/>|<ZhaoPian><\/ZhaoPian>/, `<ZhaoPian>${odd}no picture</ZhaoPian>`)
      .replace(/<\/Person>/, `<Odd>${odd}</Odd></Person>`);
    writeFileSync(join(folder, 'odd\u0007\u001b.lrmx'), text);
    const result = await importFolder(store, folder);
    expect(result.problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(result).toMatchObject({ forms: 2, created: 2 });
  });
});

describe('two imports at once', () => {
  it.each([
    ['with an ID number', { nationalId: first }],
    ['without one', {}],
  ])('do not make one person twice (%s)', async (_what, person) => {
    const store = await importStore();
    const folder = folderOf(person);
    const slow = importForms(
      store,
      operator,
      { paths: [folder], placement: 'none', onAmbiguous: 'refuse' },
      tools,
      async () => void (await importFolder(store, folder)),
    );
    await expect(slow).rejects.toMatchObject({ code: 'changed-meanwhile', status: 409 });
    const people = await store.db.selectFrom('subjects').select('id').execute();
    expect(people).toHaveLength(1);
  });

  it('write nothing over the other', async () => {
    const store = await importStore();
    await importFolder(store, folderOf({ nationalId: first }));
    const slow = importForms(
      store,
      operator,
      { paths: [folderOf({ nationalId: first, health: '一般' })], placement: 'none', onAmbiguous: 'refuse' },
      tools,
      async () => void (await importFolder(store, folderOf({ nationalId: first, health: '健康' }))),
    );
    await expect(slow).rejects.toMatchObject({ code: 'changed-meanwhile' });
  });
});

describe('an operator of some units', () => {
  it('changes and makes nobody outside, and learns nothing of them', async () => {
    const store = await importStore();
    const [ours, theirs] = [await unit(store, '甲局'), await unit(store, '乙局')];
    const bounded: TaskActor = { ...operator, scope: { kind: 'units', units: [ours] } };
    await importFolder(store, folderOf({ nationalId: first }), { placement: { unit: theirs } });
    const forms = folderOf({ nationalId: first, health: '一般' }, { name: '宋知远' });
    const suggested = await importFolder(store, forms, {}, bounded);
    expect(suggested).toMatchObject({ created: 0, updated: 0, refused: 2 });
    expect(suggested.problems.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual([
      'out-of-scope',
      'out-of-scope',
    ]);
    const placed = await importFolder(store, forms, { placement: { unit: ours } }, bounded);
    expect(placed).toMatchObject({ created: 1, refused: 1 });
  });
});

async function unit(store: Store, name: string): Promise<string> {
  const id = newId();
  const B01 = { expectedVersion: 0, rows: [{ id: newId(), name }] };
  await applyChange(store, { actor: operator, origin: 'web', summary: '准备' }, [
    { subject: id, kind: 'unit', event: 'create', sets: { B01 } },
  ]);
  return id;
}
