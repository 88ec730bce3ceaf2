import { expect, it } from 'vitest';
import type { ShownPost, ShownSlot } from '../../model/contracts.ts';
import { choosePost, chooseSlot, comesAlong, endsByChoice } from './choices.ts';

const slot: ShownSlot = {
  unit: 'u',
  slot: 's',
  title: '局长',
  newTitle: '局长',
  places: 1,
  from: '甲局',
  heir: '乙局',
  comes: true,
};
const post: ShownPost = {
  row: 'r',
  before: { orgName: '甲局', title: '局长', since: '2019-03' },
  after: { orgName: '乙局', title: '局长', since: '2024-03-20' },
  mayEnd: true,
};

it('a choice for a slot takes the place of the one before, and goes when it says nothing', () => {
  const renamed = chooseSlot([], slot, { title: '主任' });
  expect(renamed).toEqual([{ unit: 'u', slot: 's', title: '主任', keep: true }]);
  const left = chooseSlot(renamed, slot, { keep: false });
  expect(left).toEqual([{ unit: 'u', slot: 's', title: '主任', keep: false }]);
  expect([comesAlong(renamed, slot), comesAlong(left, slot)]).toEqual([true, false]);
  expect(chooseSlot(chooseSlot(left, slot, { keep: true }), slot, { title: '局长' })).toEqual([]);
});

it('a title of one person is kept beside those of others, also when it is the one of before', () => {
  const other = { person: 'q', post: 'r', title: '副局长', keep: true };
  const posts = choosePost([other], 'p', post, { title: '局长' });
  expect(posts).toEqual([other, { person: 'p', post: 'r', title: '局长', keep: true }]);
  const ended = choosePost(posts, 'p', post, { keep: false });
  expect([endsByChoice(ended, 'p', post), endsByChoice(ended, 'q', post)]).toEqual([true, false]);
  expect(choosePost(ended, 'p', post, { keep: true, title: '' })).toEqual([other]);
});
