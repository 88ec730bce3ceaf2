import { errors } from '#platform/model';
import { defineFileRoute, defineRoute, type Route, type Store } from '#platform/server';
import { runStatisticsFor, type QueryTables } from '#modules/query/server';
import {
  exportTable,
  listStandardTables,
  ownTable,
  readStandardTable,
  readStatisticsFile,
  readTeamRules,
  readTeams,
  resetTeamRules,
  saveTeamRules,
  standardTables,
  type StandardTable,
} from '#modules/statistics';
import { StatisticsFiles } from './export/export-desk.ts';
import { countTable } from './tables/count-table.ts';
import { readTeamsFor } from './team/read-teams.ts';
import { dropRules, keepRules, readStoredRules } from './team/stored-rules.ts';

/** The routes of 统计: standard tables and teams. What they count they ask of the tables of the query module. */
export function statisticsRoutes(store: Store, tables: QueryTables): Route[] {
  const files = new StatisticsFiles();
  return [
    defineRoute(listStandardTables, () => ({
      tables: standardTables.map(({ id, title, about, family, rows }) => ({
        id,
        title,
        about,
        family,
        byUnits: rows.by === 'units',
      })),
    })),
    defineRoute(readStandardTable, ({ actor, params, body }) =>
      countTable(store, tables, actor, tableOf(params.id), body),
    ),
    defineRoute(exportTable, async ({ actor, body }) => {
      const { table, own, format, shares, ...asked } = body;
      const answer = own
        ? ownTable(
            await runStatisticsFor(store, tables, actor, { question: {}, asOf: asked.asOf, ...own }),
            now(),
          )
        : await countTable(store, tables, actor, tableOf(table ?? ''), asked);
      return { file: await files.make(actor, answer, format, shares) };
    }),
    defineFileRoute(readStatisticsFile, ({ actor, params }) => files.take(actor, params.id)),
    defineRoute(readTeams, ({ actor, body }) => readTeamsFor(store, tables, actor, body)),
    defineRoute(readTeamRules, () => readStoredRules(store)),
    defineRoute(saveTeamRules, async ({ actor, body }) => ({
      version: await keepRules(store, actor, body.rules, body.version),
    })),
    defineRoute(resetTeamRules, async () => {
      await dropRules(store);
      return {};
    }),
  ];
}

function tableOf(id: string): StandardTable {
  const table = standardTables.find((each) => each.id === id);
  if (!table) throw errors.notFound('这张统计表');
  return table;
}

function now(): string {
  return new Date().toISOString();
}
