import { expect, test } from 'vitest';
import { countsBelow, findRows, forestOf, livingUnits, treeRows, unitPath } from './tree-rows.ts';

const unit = (id: string, parent: string | null, name: string, pinyin: string) => ({
  id,
  parent,
  name,
  pinyin,
});
const forest = forestOf([
  unit('a', null, '样板区', 'ybq'),
  unit('b', 'a', '区政府', 'qzf'),
  unit('c', 'b', '教育局', 'jyj'),
  unit('d', 'b', '财政局', 'czj'),
  unit('e', 'gone', '直属单位', 'zsdw'),
]);

test('only the units below open ones are in sight, in the order given', () => {
  expect(treeRows(forest, new Set(['a'])).map((row) => row.unit.id)).toEqual(['a', 'b', 'e']);
  expect(treeRows(forest, new Set(['a', 'b'])).map((row) => [row.unit.id, row.depth])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
    ['d', 2],
    ['e', 0],
  ]);
});

test('a search by name or initials shows the units found and the way to them', () => {
  expect(findRows(forest, '教育').map((row) => row.unit.id)).toEqual(['a', 'b', 'c']);
  expect(findRows(forest, ' CZ ').map((row) => row.unit.id)).toEqual(['a', 'b', 'd']);
  expect(findRows(forest, '没有')).toEqual([]);
});

test('numbers of people count those below', () => {
  const sums = countsBelow(forest, { a: 1, c: 5, d: 2 });
  expect([sums.get('a'), sums.get('b'), sums.get('d'), sums.get('e')]).toEqual([8, 7, 2, 0]);
});

test('the path of a unit begins at the top', () => {
  expect(unitPath(forest, 'c')).toEqual(['样板区', '区政府', '教育局']);
});

test('units that have ended are left out, but for those with people and what stands above living ones', () => {
  const ended = (id: string, parent: string | null) => ({ ...unit(id, parent, id, id), abolished: true });
  const units = [
    ended('a', null),
    unit('b', 'a', 'b', 'b'),
    ended('c', null),
    ended('d', 'c'),
    ended('e', null),
  ];
  expect(livingUnits(units, () => false).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(livingUnits(units, (id) => id === 'd').map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
});

test('a unit is found by a name of its past', () => {
  const renamed = forestOf([{ ...unit('a', null, '文化和旅游局', 'whhlyj'), formerNames: ['文化局'] }]);
  expect(findRows(renamed, '文化局').map((row) => row.unit.id)).toEqual(['a']);
});
