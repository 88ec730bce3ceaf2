import { expect, it } from 'vitest';
import { askedMoves, noMove, type DraftPost } from './moves.ts';

const post: DraftPost = { unit: 'u1', title: ' 局长 ', role: '1', isPrimary: true, isAttached: false };

it('asks for what is filled in, and waits for the rest', () => {
  expect(askedMoves([noMove('a')])).toEqual([]);
  expect(
    askedMoves([
      {
        ...noMove('a'),
        begins: [
          { ...post, unit: null },
          { ...post, title: ' ' },
        ],
      },
    ]),
  ).toEqual([]);
  expect(
    askedMoves([
      { ...noMove('a'), ends: ['r1'], begins: [post] },
      { ...noMove('b'), leaves: true },
      { ...noMove('c'), rank: '17' },
    ]),
  ).toEqual([
    {
      person: 'a',
      ends: ['r1'],
      begins: [{ unit: 'u1', title: '局长', roleCode: '1', isPrimary: true, isAttached: false }],
      leaves: false,
    },
    { person: 'b', ends: [], begins: [], leaves: true },
    { person: 'c', ends: [], begins: [], rank: '17', leaves: false },
  ]);
});
