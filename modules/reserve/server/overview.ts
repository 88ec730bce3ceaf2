import type { Condition, Question } from '#engine';
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
  const pools: Overview['pools'][number][] = [];
  // Each pool has the time of one question of its own, and the saved questions that its rules refer to.
  for (const pool of content) {
    const question: Question = { where: { op: 'any', of: rulesOf(pool) } };
    pools.push(poolFigures(await questioner(store, tables, actor, { question, asOf }), catalogue, pool));
  }
  const asker = await questioner(store, tables, actor, { question: {}, asOf });
  const unlisted = await unlistedNames(store, asker, new Set(content.map(({ name }) => name)));
  return { asOf: asker.asOf, pools, unlisted, version, edited };
}

function rulesOf({ entry, exit, target }: Pool): Condition[] {
  const questions = [entry, exit, ...target.lines.map(({ question }) => question)];
  return questions.flatMap((question) => question?.where ?? []);
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
  const rows = [...(await peopleWithRows(store, 'RP01')).values()].flat();
  return [...new Set(rows.map((row) => textOf(row, 'poolName')))]
    .filter((name) => !known.has(name))
    .toSorted()
    .map((name) => ({
      name,
      members: asker.ask({ population: 'all', where: isMember(name) }, (found) => found.count),
    }))
    .filter(({ members }) => members > 0);
}
