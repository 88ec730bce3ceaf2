import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '#engine';
import { cadre, cadreJson } from '../support/run-cadre.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { Oracle } from './evaluate.ts';
import { personFacts } from './facts.ts';
import { openProduct, worldOf, type Product } from './product.ts';
import { RandomQuestions } from './random-questions.ts';
import type { World } from './records.ts';
import { tableOf, type Key } from './statistics.ts';
import { writtenQuestions } from './written-questions.ts';

/** The end of a half-year, of a year, a leap day, and a day to come. */
const dates = ['2026-11-25', '2020-06-30', '2016-12-31', '2024-02-29', '2031-03-31'];

const folder = tempFolder();
let product: Product;
let world: World;
const oracles = new Map<string, Oracle>();

/** One for each date, so that facts are worked out once. */
function oracleOf(asOf: string): Oracle {
  const oracle = oracles.get(asOf) ?? new Oracle(world, asOf);
  oracles.set(asOf, oracle);
  return oracle;
}

beforeAll(async () => {
  await cadreJson(0, 'sample', '--persons', '600', '--seed', '7', '--data', folder);
  product = await openProduct(folder);
  world = await worldOf(folder, product.fields);
});

afterAll(() => product.close());

/** Questions to which the product and the oracle have different answers. */
async function differences(questions: readonly Question[], asOf: string): Promise<string[]> {
  const oracle = oracleOf(asOf);
  const found: string[] = [];
  for (const question of questions) {
    const theirs = (await product.ids(question, asOf)).toSorted();
    const ours = oracle.answer(question).toSorted();
    if (theirs.join() !== ours.join())
      found.push(`${asOf} ${JSON.stringify(question)}: ${theirs.length}, not ${ours.length}`);
  }
  return found;
}

function written(): Question[] {
  const parents = [...world.units.values()].map(({ parent }) => parent).filter((id) => id !== null);
  const unit = [...world.units.keys()].findLast((id) => parents.includes(id)) ?? '';
  return writtenQuestions({ unit, people: world.people.map(({ id }) => id) });
}

describe('the oracle and the product', () => {
  it.each(dates)('agree about every derived fact of everybody on %s', async (asOf) => {
    const names = [...world.fields.values()].filter((each) => each.isFact && each.of === 'person');
    expect(names.map(({ name }) => name).toSorted()).toEqual(Object.keys(personFacts).toSorted());
    const oracle = oracleOf(asOf);
    const facts = await product.facts(Object.keys(personFacts), asOf);
    const ours = new Map(
      world.people.map((person) => [
        person.id,
        Object.keys(personFacts).map((name) => oracle.fact(person, name)),
      ]),
    );
    expect(facts).toEqual(ours);
  });

  it.each(dates)('agree about questions of the field on %s', async (asOf) => {
    expect(written().length).toBeGreaterThan(60);
    expect(await differences(written(), asOf)).toEqual([]);
  });

  it.each(dates)('agree about questions by chance on %s', async (asOf) => {
    const random = new RandomQuestions(world, oracleOf(asOf), Number(asOf.replaceAll('-', '')));
    const questions = Array.from({ length: 30 }, () => random.next());
    expect(await differences(questions, asOf)).toEqual([]);
  });

  it('agree about months: held posts last until the reference date, ended ones without a date last no time', async () => {
    const months = { op: 'months', spans: [{ set: 'A02' }, { set: 'A05' }], atLeast: 120 } as const;
    const held = { op: 'in', field: 'A02.isHeld', values: ['1'] } as const;
    const ofHeld = { op: 'months', spans: [{ set: 'A02', where: held }], atLeast: 1 } as const;
    expect(await differences([{ where: months }, { where: ofHeld }], '2020-06-30')).toEqual([]);
    expect((await product.ids({ where: ofHeld }, '2020-06-30')).length).toBeGreaterThan(100);
  });

  it('answer as of today as without a date', async () => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    for (const question of written()) {
      const now = await product.ids(question);
      expect(await product.ids(question, today.format(new Date()))).toEqual(now);
    }
  });
});

const ageBands = [
  { label: '35岁以下', to: 35 },
  { label: '36至40岁', from: 36, to: 40 },
  { label: '41至45岁', from: 41, to: 45 },
  { label: '46至50岁', from: 46, to: 50 },
  { label: '51至54岁', from: 51, to: 54 },
  { label: '55岁以上', from: 55 },
];
const educationHeads = [
  { label: '研究生', values: ['1'] },
  { label: '大学', values: ['2'] },
  { label: '大专', values: ['3'] },
  { label: '中专及以下', values: ['41', '61'] },
];
const age: Key & { id: string } = { field: 'age', id: 'age:standard', bands: ageBands };
const education: Key & { id: string } = {
  field: 'highestEducation',
  id: 'highestEducation:heads',
  heads: educationHeads,
};

describe('tables of statistics', () => {
  const tables: readonly (readonly [string, readonly Key[], readonly Key[], Question])[] = [
    ['age by level', [age], [{ field: 'postLevel' }], {}],
    ['age by education', [age], [education], { population: 'all' }],
    ['sex by level', [{ field: 'A01.sexCode' }], [{ field: 'postLevel' }], { population: 'current' }],
    ['unit by age', [{ field: 'mainUnit' }], [age], {}],
    ['rank by age', [{ field: 'rank' }], [age], {}],
    ['year of retirement by level', [{ field: 'retirementDate' }], [{ field: 'postLevel' }], {}],
    [
      'women by education, party and age',
      [education, { field: 'isParty' }],
      [age],
      { where: { op: 'in', field: 'A01.sexCode', values: ['2'] } },
    ],
    ['years of excellence', [{ field: 'excellentYears' }], [], {}],
  ];

  it.each(tables)('%s is counted from the raw records alike', async (_name, rows, columns, question) => {
    for (const asOf of dates) {
      const oracle = oracleOf(asOf);
      const people = oracle.people({ population: 'serving', ...question });
      const spec = (key: Key) => ({ field: key.field, ...('id' in key ? { bands: String(key.id) } : {}) });
      const answer = await product.statistics({
        question,
        asOf,
        rows: rows.map(spec),
        columns: columns.map(spec),
      });
      const theirs = new Map<string, number>();
      for (const [row, line] of answer.cells.entries())
        for (const [column, count] of line.entries()) {
          const values = [
            ...(answer.rows.items[row]?.values ?? []),
            ...(answer.columns.items[column]?.values ?? []),
          ];
          if (count > 0) theirs.set(JSON.stringify(values.map(String)), count);
        }
      expect(theirs).toEqual(tableOf(world, oracle, people, [...rows, ...columns]));
      expect(answer.count).toBe(people.length);
      const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
      expect(sum(answer.rowTotals)).toBe(people.length);
      expect(answer.rowTotals).toEqual(answer.cells.map(sum));
      expect(answer.columnTotals).toEqual(
        answer.columns.items.map((_, column) => sum(answer.cells.map((line) => line[column] ?? 0))),
      );
    }
  });
});

it('the command line answers as the oracle does, and refuses with place and reason', async () => {
  const asOf = '2020-06-30';
  const oracle = oracleOf(asOf);
  for (const question of written().slice(8, 10)) {
    const answer = await cadreJson<{ asOf: string; count: number; ids: string[] }>(
      0,
      'query',
      JSON.stringify(question),
      '--as-of',
      asOf,
      '--data',
      folder,
    );
    expect(answer.ids.toSorted()).toEqual(oracle.answer(question).toSorted());
    expect(answer).toMatchObject({ asOf, count: answer.ids.length });
  }
  const bad = { where: { op: 'all', of: [{ op: 'in', field: 'A01.sexCode', values: ['7'] }] } };
  const refused = await cadre('query', JSON.stringify(bad), '--json', '--data', folder);
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({
    error: { code: 'bad-question', problems: [{ path: 'where.of[0].values[0]' }] },
  });
});
