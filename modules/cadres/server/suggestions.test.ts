import { expect, it } from 'vitest';
import { newId } from '#platform/model';
import { suggestionReader, suggestionsOfMany } from './suggestions.ts';
import { cadreStore } from './test-cadres.ts';

it('the suggestions of many people leave other requests their turn', async () => {
  const store = await cadreStore();
  const reader = await suggestionReader(store);
  const ids = Array.from({ length: 200 }, () => newId());
  let turns = 0;
  const other = setInterval(() => (turns += 1), 0);
  let people = 0;
  for await (const _person of suggestionsOfMany(store, reader, ids)) people += 1;
  clearInterval(other);
  expect(people).toBe(200);
  expect(turns).toBeGreaterThan(0);
});
