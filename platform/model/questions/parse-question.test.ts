import { describe, expect, it } from 'vitest';
import { parseQuestion } from './parse-question.ts';

describe('a question from outside', () => {
  it('is a question', () => {
    const question = { where: { op: 'empty', field: 'age' }, population: 'all' };
    expect(parseQuestion(question)).toEqual({ question });
  });

  it.each([
    [{ where: { op: 'like' } }, 'where.op', /^只能是 all、any、/],
    [{ where: { op: 'all', of: [{ op: 'empty' }] } }, 'where.of[0].field', /^应为文字$/],
    [{ where: { op: 'empty', field: 'age', not: true } }, 'where', /^不应有 not/],
    [{ where: { op: 'in', field: 'age', values: [[]] } }, 'where.values[0]', /^应为文字或数字$/],
    [{ where: { op: 'between', field: 'age', to: true } }, 'where.to', /^应为数字、日期或相对日期$/],
    [
      { where: { op: 'last', set: 'A15', n: 0, where: { op: 'empty', field: 'x' } } },
      'where.n',
      /^不能小于 1$/,
    ],
    [{ where: { op: 'all', of: 1 } }, 'where.of', /^应为列表/],
    [{ population: 'former' }, 'population', /^只能是 current、serving、all$/],
    [{ wher: {} }, '', /^不应有 wher/],
    [null, '', /^应为对象/],
    ['{}', '', /^应为对象/],
  ])('is refused with place and reason: %j', (value, path, reason) => {
    expect(parseQuestion(value)).toEqual({ problems: [{ path, reason: expect.stringMatching(reason) }] });
  });

  it('is told everything that is wrong with it', () => {
    const parsed = parseQuestion({ where: { op: 'any', of: [{ op: 'x' }, { op: 'y' }] }, population: 1 });
    expect('problems' in parsed && parsed.problems.map(({ path }) => path)).toEqual([
      'where.of[0].op',
      'where.of[1].op',
      'population',
    ]);
  });
});
