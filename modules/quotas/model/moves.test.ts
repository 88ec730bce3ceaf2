import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMoves, whatIf, type Move, type NewPost } from './moves.ts';
import { cadre, day, told, toolsOf } from './test-careers.ts';

const on = day('2024-07-01');
const chiefOf = (unit: string, more: Partial<NewPost> = {}): NewPost => ({
  unit,
  orgName: unit,
  title: '局长',
  role: '1',
  isPrimary: true,
  ...more,
});
const people = new Map([
  ['甲', cadre([{ post: '财政局 局长', role: '正职', main: true }])],
  ['乙', cadre([{ post: '财政局 副局长', role: '副职', main: true }])],
  ['丙', cadre([{ post: '民政局 副局长', role: '副职', main: true }])],
]);
const move = (person: string, more: Partial<Move>): Move => ({ person, on, ends: [], begins: [], ...more });

describe('a batch of moves', () => {
  it('shows what it releases and fills: a chain of three', () => {
    const chain = [
      move('甲', { leaves: true }),
      move('乙', { ends: ['post-0'], begins: [chiefOf('财政局')] }),
      move('丙', { ends: ['post-0'], begins: [chiefOf('财政局', { title: '副局长', role: '3' })] }),
    ];
    expect(whatIf(people, chain, on, toolsOf())).toEqual(
      expect.arrayContaining([
        { unit: '财政局', bucket: 'principal', released: ['甲'], filled: ['乙'] },
        { unit: '财政局', bucket: 'deputy', released: ['乙'], filled: ['丙'] },
        { unit: '民政局', bucket: 'deputy', released: ['丙'], filled: [] },
      ]),
    );
  });

  it('changes nothing before it takes effect, and nothing without moves', () => {
    expect(whatIf(people, [], on, toolsOf())).toEqual([]);
    expect(whatIf(people, [move('甲', { leaves: true })], day('2024-06-30'), toolsOf())).toEqual([]);
  });

  it('takes the main post along: the old one goes on beside it and counts no more where it is a deputy’s', () => {
    const kept = applyMoves(people.get('丙') ?? cadre([]), [move('丙', { begins: [chiefOf('财政局')] })]);
    expect(told(kept, '2024-06-30')).toEqual(['民政局 deputy']);
    expect(told(kept, '2024-07-01')).toEqual(['民政局 deputy elsewhere', '财政局 principal']);
  });

  it('gives another rank from its day on', () => {
    const promoted = applyMoves(people.get('乙') ?? cadre([]), [move('乙', { rank: '17' })]);
    expect(told(promoted, '2024-06-30')).toEqual(['财政局 deputy']);
    expect(told(promoted, '2024-07-01')).toEqual(['财政局 deputy', '财政局 rank:principalStaff12']);
  });

  it('is the same in any order', () => {
    const moves = [
      move('甲', { ends: ['post-0'], begins: [chiefOf('民政局')] }),
      move('甲', { rank: '18' }),
      move('乙', { ends: ['post-0'], begins: [chiefOf('财政局')] }),
      move('丙', {
        begins: [chiefOf('青石镇', { title: '镇长' }), chiefOf('民政局', { role: '3', isPrimary: false })],
      }),
      move('丙', { on: day('2024-08-01'), leaves: true }),
    ];
    const expected = whatIf(people, moves, on, toolsOf());
    expect(expected.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(moves, { minLength: moves.length }), (shuffled) => {
        expect(whatIf(people, shuffled, on, toolsOf())).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
