import { buildServer, keepSetting } from '#platform/server';
import { expect, it, onTestFinished } from 'vitest';
import { defaultQuotaPolicies, isRankGroup, type QuotaPolicy } from '#modules/quotas';
import { actorOf } from '../../query/server/test-office.ts';
import { quotaAlerts } from './alerts.ts';
import { quotaTable } from './quota-table.ts';
import { rankTable } from './rank-table.ts';
import { quotaRoutes } from './routes.ts';
import { quotaPolicySetting } from './stored-policies.ts';
import { tellQuotas } from './tell-quotas.ts';
import { asOf, clerk, openQuotas } from './test-quotas.ts';

const [delivered] = defaultQuotaPolicies;
if (!delivered) throw new Error('a policy is delivered');
const own: QuotaPolicy = {
  effectiveFrom: '2026-01-01',
  source: '市委组织部 2026 年通知',
  value: {
    concurrentRanks: false,
    ratios: { consultant2: 0, consultant34: 0, consultant3: 0, staff: 0, staff12: 0 },
    principalVacancyMonths: 1,
    comingVacancyMonths: 60,
  },
};

it('rules of the office count from their day on: table, alerts and command; before it those delivered', async () => {
  const { store, tables, quotas } = await openQuotas(400);
  const ranksOn = async (day: string) =>
    quotaTable(store, await quotas.sight(clerk, day), undefined).lines.filter(({ bucket }) =>
      isRankGroup(bucket),
    );
  const sum = (lines: readonly { filled: number; notCounted: number }[]) =>
    lines.reduce(
      (all, { filled, notCounted }) => [(all[0] ?? 0) + filled, (all[1] ?? 0) + notCounted],
      [0, 0],
    );
  const alertsOn = async (day: string) => quotaAlerts(store, await quotas.sight(clerk, day), undefined);
  const [before, past, told] = [await ranksOn(asOf), await ranksOn('2025-12-31'), await alertsOn(asOf)];
  const concurrent = rankTable(store, await quotas.sight(clerk, asOf), undefined)
    .pools.flatMap(({ lines }) => lines)
    .reduce((all, line) => all + line.concurrent, 0);
  expect(concurrent).toBeGreaterThan(0);

  await keepSetting(store.db, quotaPolicySetting, clerk, [delivered, own], 0);
  const after = await ranksOn(asOf);
  const [filled = 0, notCounted = 0] = sum(before);
  const [filledNow = 0, notCountedNow = 0] = sum(after);
  expect([filledNow, notCountedNow]).toEqual([filled - concurrent, notCounted + concurrent]);
  expect(await ranksOn('2025-12-31')).toEqual(past);
  const now = await alertsOn(asOf);
  expect([told.months, now.months]).toEqual([
    { vacant: 3, coming: 12 },
    { vacant: 1, coming: 60 },
  ]);
  const many = (answer: typeof now, kind: string) =>
    answer.alerts.filter((each) => each.kind === kind).length;
  expect(many(now, 'comingVacancy')).toBeGreaterThan(many(told, 'comingVacancy'));
  expect(many(now, 'principalVacant')).toBeGreaterThanOrEqual(many(told, 'principalVacant'));
  expect(many(now, 'ratio')).toBeGreaterThan(many(told, 'ratio'));
  const lines = await tellQuotas(store, tables, clerk, { asOf });
  expect(
    lines.filter(({ bucket }) => isRankGroup(bucket)).reduce((all, { filled: own }) => all + own, 0),
  ).toBe(filledNow);
});

it('rules are set by who may edit quotas and reaches everybody', async () => {
  const { store, quotas } = await openQuotas(60);
  const unit = (await quotas.sight(clerk, asOf)).book.units[0]?.id;
  const actors = new Map([
    ['all', clerk],
    ['reader', actorOf('读', ['quota:edit'])],
    ['part', actorOf('分管', [], { kind: 'units', units: [unit ?? ''] })],
  ]);
  const server = await buildServer({
    routes: quotaRoutes(store, quotas),
    authenticate: async (token) => actors.get(token ?? '') ?? null,
    version: '0.0.0',
    log: () => {},
  });
  onTestFinished(() => server.close());
  const put = async (actor: string, version: number) => {
    const response = await server.inject({
      method: 'PUT',
      url: '/api/v1/quotas/rules',
      headers: { cookie: `cadre-session=${actor}` },
      payload: { version, policies: [delivered, own] },
    });
    return response.statusCode;
  };
  expect(await put('reader', 0)).toBe(403);
  expect(await put('part', 0)).toBe(400);
  expect(await put('all', 0)).toBe(200);
  expect(await put('all', 0)).toBe(409);
});
