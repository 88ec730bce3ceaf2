import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conditionSchema, questionSchema, storedQuestionSchema } from './question-schema.ts';

const woman = { op: 'in', field: 'A01.sexCode', values: ['2'] };

/** A condition within so many negations. */
function nested(levels: number): unknown {
  let condition: unknown = woman;
  for (let level = 0; level < levels; level++) condition = { op: 'not', of: condition };
  return condition;
}

describe('the schema of questions', () => {
  it.each([
    { op: 'all', of: [] },
    { op: 'any', of: [woman, { op: 'not', of: woman }] },
    { op: 'in', field: 'A01.sexCode', values: ['1', 2], exact: true },
    { op: 'between', field: 'age', from: 30, to: 35 },
    { op: 'between', field: 'A01.birthDate', from: '1972', to: { years: -60, months: 12, days: 1 } },
    { op: 'contains', field: 'A01.resumeText', text: '扶贫' },
    { op: 'starts', field: 'A01.name', text: '王' },
    { op: 'initials', field: 'A01.name', text: 'wxm' },
    { op: 'empty', field: 'A01.partyJoinDate' },
    { op: 'some', set: 'A02', where: woman },
    { op: 'none', set: 'A14' },
    { op: 'every', set: 'A15', where: woman },
    { op: 'count', set: 'A02', atLeast: 2, atMost: 4 },
    { op: 'last', set: 'A15', n: 3, where: woman },
    { op: 'first', set: 'A15', n: 5, where: woman, atLeast: 2 },
    { op: 'months', spans: [{ set: 'A05', where: woman }, { set: 'A02' }], atLeast: 24 },
    { op: 'people', ids: ['a', 'b'] },
    { op: 'saved', id: 'q1' },
  ])('takes $op', (condition) => {
    expect(conditionSchema.parse(condition)).toEqual(condition);
    expect(questionSchema.parse({ where: condition, population: 'all' })).toEqual({
      where: condition,
      population: 'all',
    });
  });

  it.each([
    [{ op: 'like', field: 'A01.name' }, 'op'],
    [{ field: 'A01.name' }, 'op'],
    [{ op: 'in', field: 'A01.sexCode', values: [null] }, 'values.0'],
    [{ op: 'in', field: 'A01.sexCode', values: ['1'], exactly: true }, ''],
    [{ op: 'all', of: [woman, { op: 'empty' }] }, 'of.1.field'],
    [{ op: 'last', set: 'A15', n: 0, where: woman }, 'n'],
    [{ op: 'last', set: 'A15', n: 3 }, 'where'],
    [{ op: 'count', set: 'A15', atLeast: 1.5 }, 'atLeast'],
    [{ op: 'between', field: 'age', from: { weeks: 1 } }, 'from'],
    [{ op: 'months', spans: [{}] }, 'spans.0.set'],
    [null, ''],
    [[], ''],
    ['all', ''],
  ])('refuses %j', (condition, path) => {
    const paths = conditionSchema.safeParse(condition).error?.issues.map((issue) => issue.path.join('.'));
    expect(paths).toContain(path);
  });

  it('knows the version of a stored question', () => {
    expect(storedQuestionSchema.parse({ version: 1, question: {} })).toEqual({ version: 1, question: {} });
    expect(storedQuestionSchema.safeParse({ version: 2, question: {} }).success).toBe(false);
  });

  it.each([
    ['not', nested(100_000)],
    ['of', (JSON.parse(`${'[{"op":"all","of":'.repeat(3000)}[]${'}]'.repeat(3000)}`) as unknown[])[0]],
    ['where', JSON.parse(`${'{"op":"some","set":"A02","where":'.repeat(3000)}null${'}'.repeat(3000)}`)],
    ['arrays', { op: 'all', of: JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`) }],
    ['values', { op: 'in', field: 'x', values: JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`) }],
  ])('refuses endless nesting with its place: %s', (_, condition) => {
    const { error } = questionSchema.safeParse({ where: condition });
    expect(error?.issues).toHaveLength(1);
    expect(error?.issues[0]?.path.length).toBeLessThan(210);
    expect(error?.issues[0]?.path[0]).toBe('where');
  });

  it('takes nesting as deep as people need', () => {
    expect(questionSchema.safeParse({ where: nested(64) }).success).toBe(true);
    expect(questionSchema.safeParse({ where: nested(101) }).error?.issues[0]?.message).toBe(
      '条件嵌套过深，请减少层次',
    );
  });

  it('describes itself as a component that refers to itself', () => {
    const described = z.toJSONSchema(z.object({ question: questionSchema }), { io: 'input' });
    expect(described.properties?.['question']).toEqual({ $ref: '#/$defs/Question' });
    const condition = described.$defs?.['Condition'];
    expect(condition?.oneOf).toHaveLength(12);
    expect(JSON.stringify(condition)).toContain('"$ref":"#/$defs/Condition"');
  });
});
