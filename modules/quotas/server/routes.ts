import type { Actor } from '#platform/model';
import {
  defineFileRoute,
  defineRoute,
  dropSetting,
  keepSetting,
  readSetting,
  today,
  type Route,
  type Store,
} from '#platform/server';
import { requireWholeOffice } from '#modules/cadres/server';
import {
  assignSlot,
  exportQuotas,
  orderTeam,
  planQuotas,
  quotaExports,
  readHeadcount,
  readHeadcountNames,
  readPostPortrait,
  readQuotaAlerts,
  readQuotaFile,
  readQuotaNames,
  readQuotaPolicies,
  readQuotaTable,
  readRankTable,
  readTeam,
  readVacancies,
  resetQuotaPolicies,
  saveQuotaPolicies,
  type QuotaExport,
} from '#modules/quotas';
import { quotaAlerts } from './alerts.ts';
import { assignSlotOf, orderTeamOf } from './edit-team.ts';
import { excessPaper, yearBefore } from './export/excess-paper.ts';
import { QuotaFiles } from './export/export-desk.ts';
import { headcountPaper, rankPaper, vacancyPaper } from './export/other-papers.ts';
import { printed, type Paper } from './export/paper.ts';
import { teamPaper } from './export/team-paper.ts';
import { headcountNames, headcountTable } from './headcount.ts';
import { planQuotasFor } from './plan-quotas.ts';
import { postPortrait } from './portrait.ts';
import type { QuotaOffice, QuotaSight } from './quota-office.ts';
import { quotaNames, quotaTable } from './quota-table.ts';
import { rankTable } from './rank-table.ts';
import { quotaPolicySetting } from './stored-policies.ts';
import { teamOf } from './team.ts';
import { vacancyList } from './vacancies.ts';

/** The routes of 职数编制. Posts and approved numbers themselves are edited as sets of the unit. */
export function quotaRoutes(store: Store, office: QuotaOffice): Route[] {
  const files = new QuotaFiles(store);
  const sight = (actor: Actor, asOf?: string) => office.sight(actor, asOf);
  return [
    defineRoute(readQuotaPolicies, async () => {
      const { content, version, edited } = await readSetting(store.db, quotaPolicySetting);
      return { policies: [...content], version, edited };
    }),
    defineRoute(saveQuotaPolicies, async ({ actor, body }) => {
      requireWholeOffice(actor);
      return { version: await keepSetting(store.db, quotaPolicySetting, actor, body.policies, body.version) };
    }),
    defineRoute(resetQuotaPolicies, async ({ actor }) => {
      requireWholeOffice(actor);
      await dropSetting(store.db, quotaPolicySetting.id, actor);
      return {};
    }),
    defineRoute(readQuotaTable, async ({ actor, body }) =>
      quotaTable(store, await sight(actor, body.asOf), body.unit),
    ),
    defineRoute(readQuotaNames, async ({ actor, body }) =>
      quotaNames(store, await sight(actor, body.asOf), body),
    ),
    defineRoute(readHeadcount, async ({ actor, body }) =>
      headcountTable(store, await sight(actor, body.asOf), body.unit),
    ),
    defineRoute(readHeadcountNames, async ({ actor, body }) =>
      headcountNames(store, await sight(actor, body.asOf), body),
    ),
    defineRoute(readRankTable, async ({ actor, body }) =>
      rankTable(store, await sight(actor, body.asOf), body.unit),
    ),
    defineRoute(readVacancies, async ({ actor, body }) =>
      vacancyList(store, await sight(actor, body.asOf), body.unit),
    ),
    defineRoute(readQuotaAlerts, async ({ actor, body }) =>
      quotaAlerts(store, await sight(actor, body.asOf), body.unit),
    ),
    defineRoute(readTeam, async ({ actor, body }) => teamOf(store, await sight(actor, body.asOf), body.unit)),
    defineRoute(orderTeam, async ({ actor, body }) => ({
      changed: await orderTeamOf(store, actor, await sight(actor), body),
    })),
    defineRoute(assignSlot, async ({ actor, body }) => ({
      changed: await assignSlotOf(store, actor, await sight(actor), body),
    })),
    defineRoute(readPostPortrait, async ({ actor, body }) =>
      postPortrait(store, await sight(actor, body.asOf), body),
    ),
    defineRoute(planQuotas, ({ actor, body }) => planQuotasFor(store, office, actor, body)),
    defineRoute(exportQuotas, async ({ actor, body: { asOf, unit, table, format } }) => {
      const before = await sight(actor, table === 'excess' ? yearBefore(asOf ?? today()) : asOf);
      const seen = table === 'excess' ? await sight(actor, asOf) : before;
      const paper = papers[table](store, seen, unit, before);
      const title = quotaExports[table];
      const name = `${title}（截至${seen.asOf}）`;
      return { file: await files.make(actor, name, printed(paper, title, seen, unit), format) };
    }),
    defineFileRoute(readQuotaFile, ({ actor, params }) => files.take(actor, params.id)),
  ];
}

const papers: Readonly<
  Record<
    QuotaExport,
    (store: Store, sight: QuotaSight, unit: string | undefined, before: QuotaSight) => Paper
  >
> = {
  teams: teamPaper,
  ranks: rankPaper,
  excess: (_store, sight, unit, before) => excessPaper(sight, before, unit),
  vacancies: vacancyPaper,
  headcount: headcountPaper,
};
