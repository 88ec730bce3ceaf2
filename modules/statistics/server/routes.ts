import { errors } from '#platform/model';
import {
  defineFileRoute,
  defineRoute,
  dropSetting,
  keepSetting,
  readSetting,
  type Route,
  type Store,
} from '#platform/server';
import type { QueryTables } from '#modules/query/server';
import {
  countOwnTable,
  createOwnTable,
  exportTable,
  listOwnTables,
  listStandardTables,
  readStandardTable,
  readStatisticsFile,
  readTeamRules,
  readTeams,
  removeOwnTable,
  resetTeamRules,
  saveTeamRules,
  standardTables,
  updateOwnTable,
  type StandardTable,
} from '#modules/statistics';
import { StatisticsFiles } from './export/export-desk.ts';
import { countOwnTableFor } from './own/count-own-table.ts';
import { createTable, removeTable, savedTables, updateTable } from './own/saved-tables.ts';
import { countTable } from './tables/count-table.ts';
import { readTeamsFor } from './team/read-teams.ts';
import { teamRules } from './team/stored-rules.ts';

/** The routes of 统计: standard tables and teams. What they count they ask of the tables of the query module. */
export function statisticsRoutes(store: Store, tables: QueryTables): Route[] {
  const files = new StatisticsFiles(store);
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
        ? await countOwnTableFor(store, tables, actor, { spec: own, asOf: asked.asOf })
        : await countTable(store, tables, actor, tableOf(table ?? ''), asked);
      const withShares = shares || own?.measure === 'share';
      return { file: await files.make(actor, answer, format, withShares) };
    }),
    defineRoute(countOwnTable, ({ actor, body }) => countOwnTableFor(store, tables, actor, body)),
    defineRoute(listOwnTables, async ({ actor }) => ({ items: await savedTables(store, tables, actor) })),
    defineRoute(createOwnTable, ({ actor, body }) => createTable(store, tables, actor, body)),
    defineRoute(updateOwnTable, async ({ actor, params, body }) => ({
      version: await updateTable(store, tables, actor, params.id, body.version, body.table),
    })),
    defineRoute(removeOwnTable, async ({ actor, params }) => {
      await removeTable(store, actor, params.id);
      return {};
    }),
    defineFileRoute(readStatisticsFile, ({ actor, params }) => files.take(actor, params.id)),
    defineRoute(readTeams, ({ actor, body }) => readTeamsFor(store, tables, actor, body)),
    defineRoute(readTeamRules, async () => {
      const { content, version, edited } = await readSetting(store.db, teamRules);
      return { rules: [...content], version, edited };
    }),
    defineRoute(saveTeamRules, async ({ actor, body }) => ({
      version: await keepSetting(store.db, teamRules, actor, body.rules, body.version),
    })),
    defineRoute(resetTeamRules, async ({ actor }) => {
      await dropSetting(store.db, teamRules.id, actor);
      return {};
    }),
  ];
}

function tableOf(id: string): StandardTable {
  const table = standardTables.find((each) => each.id === id);
  if (!table) throw errors.notFound('这张统计表');
  return table;
}
