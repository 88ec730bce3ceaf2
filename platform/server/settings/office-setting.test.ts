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
    await dropSetting(db, kind.id);
    expect((await readSetting(db, kind)).version).toBe(0);
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
