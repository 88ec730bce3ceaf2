import { describe, expect, it } from 'vitest';
import { testStore } from '../records/test-store.ts';
import { dropSetting, keepSetting, readSetting, type SettingKind } from './office-setting.ts';

const kind: SettingKind<{ readonly years: number }> = {
  id: 'test',
  delivered: { years: 2 },
  parse: (stored) => stored as { years: number },
};
const actor = { id: 'tester', name: '测试员' };

describe('a setting of the office', () => {
  it('is as delivered until somebody sets it, and again after it was dropped', async () => {
    const { db } = await testStore();
    expect(await readSetting(db, kind)).toEqual({ content: { years: 2 }, version: 0, edited: null });
    await keepSetting(db, kind, actor, { years: 3 }, 0);
    expect(await readSetting(db, kind)).toMatchObject({
      content: { years: 3 },
      version: 1,
      edited: { by: '测试员' },
    });
    await dropSetting(db, kind.id, actor);
    expect(await readSetting(db, kind)).toMatchObject({ content: { years: 2 }, edited: null });
  });

  it('is not overwritten by a page from before it was dropped and set again', async () => {
    const { db } = await testStore();
    await dropSetting(db, kind.id, actor);
    const old = await keepSetting(db, kind, actor, { years: 3 }, (await readSetting(db, kind)).version);
    await dropSetting(db, kind.id, actor);
    const dropped = (await readSetting(db, kind)).version;
    await expect(keepSetting(db, kind, actor, { years: 4 }, old)).rejects.toMatchObject({
      code: 'setting-changed',
    });
    const now = await keepSetting(db, kind, actor, { years: 5 }, dropped);
    expect(new Set([0, old, dropped, now]).size).toBe(4);
    for (const stale of [0, old, dropped]) {
      const saving = keepSetting(db, kind, actor, { years: 6 }, stale);
      await expect(saving).rejects.toMatchObject({ code: 'setting-changed' });
    }
    expect((await readSetting(db, kind)).content).toEqual({ years: 5 });
  });

  it.each([0, 1, 3])('is not overwritten by an edit of version %i when it stands at 2', async (version) => {
    const { db } = await testStore();
    await keepSetting(db, kind, actor, { years: 3 }, 0);
    await keepSetting(db, kind, actor, { years: 4 }, 1);
    await expect(keepSetting(db, kind, actor, { years: 5 }, version)).rejects.toMatchObject({
      code: 'setting-changed',
    });
    expect((await readSetting(db, kind)).content).toEqual({ years: 4 });
  });
});
