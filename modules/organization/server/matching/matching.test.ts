import { expect, it } from 'vitest';
import { addUnit, clerk, unitStore } from '../test-units.ts';
import { forgetMatch, listMatches, rememberMatch } from './remembered-matches.ts';
import { matchUnit } from './unit-matcher.ts';

it('asks once about a name, and remembers what was said until it is forgotten', async () => {
  const store = await unitStore();
  const id = await addUnit(store, '样板区文化和旅游局', null, { publicCode: 'E09.001' });
  expect(await matchUnit(store, { code: 'E09.001', name: '' })).toMatchObject({ unit: { id }, by: 'code' });
  const asked = { name: '样板区文化旅游局' };
  expect(await matchUnit(store, asked)).toMatchObject({ candidates: [{ id, reason: 'similar' }] });
  await rememberMatch(store, clerk, { ...asked, unit: id });
  expect(await matchUnit(store, { name: '样板区 文化旅游局' })).toMatchObject({
    unit: { id },
    by: 'remembered',
  });
  await rememberMatch(store, clerk, { ...asked, unit: null });
  expect(await matchUnit(store, asked)).toEqual({ unit: null, by: 'remembered' });
  const matches = await listMatches(store);
  expect(matches).toMatchObject([{ name: '样板区文化旅游局', unit: null, chosenBy: '经办人' }]);
  await forgetMatch(store, matches[0]?.id ?? '');
  expect(await matchUnit(store, asked)).toHaveProperty('candidates');
  await expect(forgetMatch(store, matches[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
});
