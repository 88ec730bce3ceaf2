import type { Question } from '#engine';
import {
  CadreError,
  sentenceOf,
  textOf,
  type Actor,
  type FieldCatalogue,
  type OperationOutput,
} from '#platform/model';
import type { Store } from '#platform/server';
import { catalogueFor, questioner, type QueryTables, type Questioner } from '#modules/query/server';
import {
  candidatesQuestion,
  isMember,
  leaversQuestion,
  lineFigures,
  lineQuestion,
  membersQuestion,
  type Pool,
  type readReserve,
} from '#modules/reserve';
import { readPools, requireSight } from './settings.ts';
import { peopleWithRows } from './stored-rows.ts';

type Overview = OperationOutput<typeof readReserve>;

/** 后备库一览: every pool with its figures on the day. */
export async function reserveOverview(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  asOf: string | undefined,
): Promise<Overview> {
  requireSight(actor);
  const { content, version, edited } = await readPools(store);
  const catalogue = await catalogueFor(store, tables, actor);
  // The saved questions that rules refer to are loaded for all of them at once.
  const rules = content.flatMap(({ entry, exit, target }) => [
    ...(entry?.where ? [entry.where] : []),
    ...(exit?.where ? [exit.where] : []),
    ...target.lines.flatMap(({ question }) => (question.where ? [question.where] : [])),
  ]);
  const asker = await questioner(store, tables, actor, {
    question: { where: { op: 'any', of: rules } },
    asOf,
  });
  const pools = content.map((pool) => poolFigures(asker, catalogue, pool));
  const unlisted = await unlistedNames(store, asker, new Set(content.map(({ name }) => name)));
  return {
    asOf: asker.asOf,
    pools,
    unlisted,
    version,
    edited,
  };
}

function poolFigures(asker: Questioner, catalogue: FieldCatalogue, pool: Pool): Overview['pools'][number] {
  const problems = new Set<string>();
  const count = (question: Question | null, of: string): number | null => {
    if (question === null) return null;
    try {
      return asker.ask(question, (found) => found.count);
    } catch (error) {
      if (!(error instanceof CadreError)) throw error;
      problems.add(`${of}：${error.message}`);
      return null;
    }
  };
  const members = count(membersQuestion(pool), '成员') ?? 0;
  const year = asker.asOf.slice(0, 4);
  const reviewed = lineQuestion(pool, {
    where: {
      op: 'some',
      set: 'RP02',
      where: {
        op: 'all',
        of: [
          { op: 'in', field: 'RP02.poolName', values: [pool.name] },
          { op: 'in', field: 'RP02.year', values: [year] },
        ],
      },
    },
  });
  const words = (question: Question | null): string =>
    question === null ? '' : sentenceOf(question, catalogue);
  return {
    pool,
    sentences: {
      entry: words(pool.entry),
      exit: words(pool.exit),
      lines: pool.target.lines.map(({ question }) => words(question)),
    },
    members,
    candidates: count(candidatesQuestion(pool), '入库条件'),
    leavers: count(leaversQuestion(pool), '出库条件'),
    lines: pool.target.lines.map((line) =>
      lineFigures(line, count(lineQuestion(pool, line.question), line.label) ?? 0, members),
    ),
    reviewed: count(reviewed, '研判') ?? 0,
    problem: [...problems].join('；'),
  };
}

/** Names of pools in the records that no definition has: from imports, or after a rename was undone. */
async function unlistedNames(
  store: Store,
  asker: Questioner,
  known: ReadonlySet<string>,
): Promise<Overview['unlisted']> {
  const names = new Set<string>();
  for (const rows of (await peopleWithRows(store, 'RP01')).values())
    for (const row of rows) names.add(textOf(row, 'poolName'));
  return [...names]
    .filter((name) => !known.has(name))
    .toSorted()
    .map((name) => ({
      name,
      members: asker.ask({ population: 'all', where: isMember(name) }, (found) => found.count),
    }))
    .filter(({ members }) => members > 0);
}
