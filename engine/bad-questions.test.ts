import { describe, expect, it } from 'vitest';
import { BadQuestion, QuestionExpired, type Asking } from './ask.ts';
import { dateKey, dayKey } from './column/date-key.ts';
import { createEngine } from './engine.ts';
import type { Question } from './plan/question.ts';
import { facts, initials, schema, units } from './plan/test-world.ts';
import { testDataset, testId, testPerson } from './table/test-dataset.ts';

const people = [1, 2, 3].map((number) => testPerson(number, { P: [{ name: '王明', tag: 'red' }] }));
const dataset = testDataset(schema, people, { units, initials });
const engine = createEngine(dataset, facts, { scopeColumn: 'P.unit' });

function asking(question: unknown, more: Partial<Asking> = {}): Asking {
  return {
    question: question as Question,
    asOf: dayKey(2020, 6, 30),
    scope: null,
    hideSensitive: false,
    ...more,
  };
}

function problems(where: unknown, more: Partial<Asking> = {}): string[] {
  return engine.check(asking({ where }, more)).map(({ path, reason }) => `${path}：${reason}`);
}

const sex = { op: 'in', field: 'P.sex', values: ['1'] };

/** A condition within so many negations. */
function nested(levels: number): unknown {
  return Array.from({ length: levels }).reduce((of) => ({ op: 'not', of }), sex as unknown);
}

describe('questions that cannot be asked are refused with place and reason', () => {
  it.each([
    [{ op: 'in', field: 'P.shoe', values: ['1'] }, 'where.field：没有“P.shoe”这个信息项，请重新选择'],
    [{ op: 'like', field: 'P.name' }, 'where.op：没有“like”这种条件，请换成可用的条件'],
    [{ op: 'all', of: [sex, null] }, 'where.of[1]：这里应当是一个条件，请补上或者删去'],
    [{ op: 'any', of: sex }, 'where.of：这里应当是一组条件，请用数组列出'],
    [
      { op: 'in', field: 'P.sex', values: ['1', '7'] },
      'where.values[1]：“P的sex”没有代码“7”，请从代码表中选择',
    ],
    [{ op: 'in', field: 'P.sex', values: [] }, 'where.values：请至少选择一个值'],
    [{ op: 'in', field: 'P.unit', values: ['u77'] }, 'where.values[0]：没有编号为“u77”的机构，请重新选择'],
    [{ op: 'in', field: 'P.score', values: [1.5] }, 'where.values[0]：“P的score”是数字，请填写整数'],
    [{ op: 'in', field: 'P.score', values: ['1'] }, 'where.values[0]：“P的score”是数字，请填写整数'],
    [{ op: 'between', field: 'P.score' }, 'where：请填写“从”或“到”，或者两者都填'],
    [
      { op: 'between', field: 'P.birth', from: '1972-02-30' },
      'where.from：日期应当写成 1972、1972-11 或 1972-11-05 的样子，在 1800 年到 2199 年之间，请改正',
    ],
    [
      { op: 'between', field: 'P.birth', to: { years: 1e9 } },
      'where.to.years：请填写 -400 到 400 之间的整数',
    ],
    [
      { op: 'between', field: 'P.name', from: 1 },
      'where.op：“P的name”是文字，不能用“介于”，请改用“属于”、“包含”、“开头是”、“拼音首字母”、“未填写”',
    ],
    [
      { op: 'in', field: 'P.note', values: ['x'] },
      'where.op：“P的note”是长文字，不能用“属于”，请改用“包含”、“开头是”、“未填写”',
    ],
    [{ op: 'initials', field: 'E.nick', text: 'w' }, 'where.op：“E的nick”不能按拼音首字母查，请改用“包含”'],
    [{ op: 'contains', field: 'P.name', text: '' }, 'where.text：请填写要查找的文字'],
    [
      { op: 'empty', field: 'J.level' },
      'where.field：“职务”每人可有多条，请把“J的level”放进“职务”的条件（有、没有、有几条、最近几条等）里面',
    ],
    [
      { op: 'some', set: 'J', where: sex },
      'where.where.field：“P的sex”是人员的信息项，不能放在“职务”每一条的条件里面，请移到外面',
    ],
    [
      { op: 'some', set: 'J', where: { op: 'empty', field: 'Y.year' } },
      'where.where.field：这里只能使用“职务”的信息项，“Y的year”属于“考核”，请移到外面另立条件',
    ],
    [
      { op: 'none', set: 'J', where: { op: 'some', set: 'Y' } },
      'where.where：这种条件针对人员，不能放在“职务”每一条的条件里面，请移到外面',
    ],
    [{ op: 'some', set: 'X' }, 'where.set：没有“X”这个信息集，请重新选择'],
    [{ op: 'some', set: 'P' }, 'where.set：“人员”每人只有一条，请直接使用其中的信息项'],
    [{ op: 'count', set: 'J' }, 'where：请填写“至少”或“至多”，或者两者都填'],
    [{ op: 'count', set: 'J', atLeast: -1 }, 'where.atLeast：请填写不小于 0 的整数'],
    [
      { op: 'last', set: 'Y', n: 0, where: { op: 'empty', field: 'Y.year' } },
      'where.n：请填写 1 到 1000 之间的整数',
    ],
    [{ op: 'last', set: 'Y', n: 3 }, 'where.where：这里应当是一个条件，请补上或者删去'],
    [
      { op: 'first', set: 'Y', n: 2, atLeast: 3, where: { op: 'empty', field: 'Y.year' } },
      'where.atLeast：请填写 0 到 2 之间的整数',
    ],
    [{ op: 'months', spans: [], atLeast: 1 }, 'where.spans：请至少选择一个要累计时间的信息集'],
    [
      { op: 'months', spans: [{ set: 'Y' }], atLeast: 1 },
      'where.spans[0].set：“考核”没有起止时间，不能累计月数，请改选有起止时间的信息集',
    ],
    [{ op: 'people', ids: [7] }, 'where.ids：名单里有的不是人员编号，请重新选择名单'],
    [{ op: 'saved', id: 'x' }, 'where.id：引用的查询或名单不存在，或者没有使用权限，请重新选择'],
  ])('%j', (where, problem) => {
    expect(problems(where)).toEqual([problem]);
    expect(() => engine.ask(asking({ where }), (found) => found.count)).toThrow(BadQuestion);
  });

  it('tells everything that is wrong at once, in the order of the tree', () => {
    const where = {
      op: 'all',
      of: [
        { op: 'empty', field: 'a' },
        { op: 'not', of: { op: 'empty', field: 'b' } },
      ],
    };
    expect(problems(where).map((problem) => problem.split('：')[0])).toEqual([
      'where.of[0].field',
      'where.of[1].of.field',
    ]);
  });

  it('says of a hidden field the same as of one that is not there', () => {
    for (const field of ['P.secret', 'since']) {
      const where = { op: 'empty', field };
      expect(problems(where)).toEqual([]);
      expect(problems(where, { hideSensitive: true })).toEqual([
        `where.field：没有“${field}”这个信息项，请重新选择`,
      ]);
    }
  });

  it('says of a set of which every field is hidden the same as of one that is not there', () => {
    const penalties = {
      name: 'S',
      label: '奖惩',
      repeating: true,
      span: { from: 'S.from', to: 'S.to' },
      columns: (['from', 'to'] as const).map((key) => ({
        name: `S.${key}`,
        label: key,
        kind: 'date' as const,
        sensitive: true,
      })),
    };
    const withPenalties = testDataset({ ...schema, sets: [...schema.sets, penalties] }, people, {
      units,
      initials,
    });
    const open = createEngine(withPenalties, facts, { scopeColumn: 'P.unit' });
    for (const where of [
      { op: 'none', set: 'S' },
      { op: 'count', set: 'S', atLeast: 1 },
      { op: 'last', set: 'S', n: 1, where: { op: 'all', of: [] } },
    ]) {
      expect(open.check(asking({ where }))).toEqual([]);
      expect(open.check(asking({ where }, { hideSensitive: true }))).toEqual([
        { path: 'where.set', reason: '没有“S”这个信息集，请重新选择' },
      ]);
    }
    const where = { op: 'months', spans: [{ set: 'S' }], atLeast: 1 };
    expect(open.check(asking({ where }, { hideSensitive: true }))).toHaveLength(1);
    expect(open.check(asking({ where: { op: 'some', set: 'J' } }, { hideSensitive: true }))).toEqual([]);
  });

  it('accepts codes that records hold and the list does not have, as counts by code show them', () => {
    expect(problems({ op: 'in', field: 'P.tag', values: ['red'] })).toEqual([]);
  });

  it('goes no deeper than 24 levels and no wider than 2,000 conditions', () => {
    expect(problems(nested(23))).toEqual([]);
    expect(problems(nested(24))).toHaveLength(1);
    expect(problems(nested(5000))).toHaveLength(1);
    expect(problems({ op: 'any', of: Array.from({ length: 1999 }, () => sex) })).toEqual([]);
    expect(problems({ op: 'any', of: Array.from({ length: 100_000 }, () => sex) })).toHaveLength(1);
    expect(
      problems({ op: 'in', field: 'P.score', values: Array.from({ length: 10_001 }, () => 1) }),
    ).toHaveLength(1);
  });

  it('refuses saved questions that refer to themselves, and counts what they bring', () => {
    const questions: Record<string, Question> = {
      a: { where: { op: 'not', of: { op: 'saved', id: 'b' } } },
      b: { where: { op: 'saved', id: 'a' } },
      wrong: { where: { op: 'empty', field: 'gone' } },
      wide: { where: { op: 'any', of: Array.from({ length: 30 }, () => ({ op: 'saved', id: 'wider' })) } },
      wider: { where: { op: 'any', of: Array.from({ length: 30 }, () => ({ op: 'saved', id: 'widest' })) } },
      widest: { where: { op: 'any', of: Array.from({ length: 30 }, () => ({ op: 'people', ids: [] })) } },
    };
    const saved = (id: string): Question | undefined => questions[id];
    expect(problems({ op: 'saved', id: 'a' }, { saved })).toEqual([
      'where：引用的查询有误（where.id）：引用的查询绕回了自身，请去掉其中一处引用',
    ]);
    expect(problems({ op: 'all', of: [{ op: 'saved', id: 'wrong' }] }, { saved })).toEqual([
      'where.of[0]：引用的查询有误（where.field）：没有“gone”这个信息项，请重新选择',
    ]);
    expect(problems({ op: 'saved', id: 'wide' }, { saved })).toHaveLength(1);
  });

  it.each([
    null,
    7,
    'x',
    [],
    { where: [] },
    { population: 'some' },
    { where: { op: 'in', field: 'P.sex', values: 'x' } },
  ])('is not brought down by %j', (question) => {
    expect(engine.check(asking(question))).toHaveLength(1);
  });

  it('needs a reference date of day precision', () => {
    expect(engine.check(asking({}, { asOf: dateKey('2020-06') ?? 0 }))).toEqual([
      { path: 'asOf', reason: '截止日期应当精确到日，请改正' },
    ]);
  });

  it('stops when the time is over, and answers the next question', () => {
    let looks = 0;
    const where = { op: 'any', of: [sex, sex, { op: 'between', field: 'age', from: 1 }] };
    const late = asking({ where }, { expired: () => ++looks > 2 });
    expect(() => engine.ask(late, (found) => found.count)).toThrow(QuestionExpired);
    expect(engine.ask(asking({ where: { op: 'people', ids: [testId(2)] } }), (found) => found.count)).toBe(1);
  });
});
