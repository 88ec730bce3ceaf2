import { expect, test } from 'vitest';
import type { RecordRow, SetDefinition } from '#platform/model';
import { disagreements, mergedRows, type ThreeStates } from './merge.ts';

const many: SetDefinition = {
  code: 'T',
  key: 't',
  label: '试验',
  subject: 'person',
  repeating: true,
  fields: [
    { key: 'a', code: 'T1', label: '甲', type: 'text' },
    { key: 'b', code: 'T2', label: '乙', type: 'text' },
    { key: 'c', code: 'T3', label: '丙', type: 'text' },
  ],
};
const single: SetDefinition = { ...many, repeating: false };

const row = (id: string, a: string, b = '', c = ''): RecordRow => ({ id, a, b, c });
const settled = (set: SetDefinition, states: ThreeStates) => {
  const sides = new Map(disagreements(set, states).map((point) => [point.key, point.changedBy ?? 'mine']));
  return mergedRows(set, states, (key) => sides.get(key) ?? 'theirs');
};

test('each differing field is one point, and says who alone changed it', () => {
  const states = {
    base: [row('1', 'a', 'b', 'c')],
    mine: [row('1', 'A', 'b', 'mine')],
    theirs: [row('1', 'a', 'B', 'theirs')],
  };
  expect(disagreements(many, states).map((point) => [point.key, point.changedBy])).toEqual([
    ['1.a', 'mine'],
    ['1.b', 'theirs'],
    ['1.c', null],
  ]);
  expect(settled(many, states)).toEqual([row('1', 'A', 'B', 'mine')]);
});

test('the other side is kept where it was chosen', () => {
  const states = { base: [row('1', 'a')], mine: [row('1', 'mine')], theirs: [row('1', 'theirs')] };
  expect(mergedRows(many, states, () => 'theirs')).toEqual(states.theirs);
});

test('rows that either side added are all kept, removals of untouched rows stay removals', () => {
  const states = {
    base: [row('1', 'x'), row('2', 'y')],
    mine: [row('1', 'x'), row('3', 'mine')],
    theirs: [row('2', 'y'), row('4', 'theirs')],
  };
  expect(settled(many, states)).toEqual([row('4', 'theirs'), row('3', 'mine')]);
});

test('a row that one side removed and the other changed has to be chosen', () => {
  const states = { base: [row('1', 'x')], mine: [row('1', 'changed')], theirs: [] };
  expect(disagreements(many, states)).toMatchObject([{ key: '1', field: null, changedBy: null }]);
  expect(mergedRows(many, states, () => 'mine')).toEqual(states.mine);
  expect(mergedRows(many, states, () => 'theirs')).toEqual([]);
});

test('two clerks who both begin a single set write one row', () => {
  const states = { base: [], mine: [row('m', 'mine', 'b')], theirs: [row('t', 'theirs')] };
  expect(disagreements(single, states).map((point) => point.key)).toEqual(['t.a', 't.b']);
  expect(mergedRows(single, states, () => 'mine')).toEqual([row('t', 'mine', 'b')]);
});

test('an original spelling counts as a difference and travels with its side', () => {
  const states = {
    base: [row('1', '')],
    mine: [{ ...row('1', ''), a: null, asWritten: { a: '原文' } }],
    theirs: [row('1', 'coded')],
  };
  expect(mergedRows(many, states, () => 'mine')[0]).toMatchObject({ a: null, asWritten: { a: '原文' } });
});
