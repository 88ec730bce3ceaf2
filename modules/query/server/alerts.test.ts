import { beforeEach, describe, expect, it } from 'vitest';
import { dropSetting, keepSetting, readSetting } from '#platform/server';
import { defaultAlerts, type Alert } from '#modules/query';
import { readUnitTree } from '#modules/organization/server';
import { countAlertsFor, requireAskable } from './alerts-count.ts';
import { homeAlerts } from './alerts-stored.ts';
import { runQueryFor } from './run-query.ts';
import { actorOf, openQueryOffice, type QueryOffice } from './test-office.ts';

const asOf = '2026-06-30';
const clerk = actorOf('科员');
const reader = actorOf('查阅', ['cadre:sensitive', 'query:share']);

let office: QueryOffice;

beforeEach(async () => {
  office = await openQueryOffice(120);
});

const countsFor = (actor = clerk) => countAlertsFor(office.store, office.tables, actor, { asOf });

describe('the home page', () => {
  it('says of every number what the question behind it finds', async () => {
    const { figures, alerts } = await countsFor();
    const lines = [...figures, ...alerts.flatMap((alert) => [...alert.lines, ...alert.months.slice(0, 3)])];
    const page = { from: 0, size: 0, counts: false };
    for (const { label, question, count } of lines) {
      const asked = { ...page, asOf, question };
      const answer = await runQueryFor(office.store, office.tables, clerk, asked);
      expect([label, count]).toEqual([label, answer.count]);
    }
    const [everybody, women] = figures;
    expect(everybody).toMatchObject({ label: '在册人数', share: null });
    expect(women?.share).toBe(Math.round(((women?.count ?? 0) / (everybody?.count ?? 1)) * 1000) / 10);
    expect(figures.find(({ id }) => id === 'average-age')?.average).toBeGreaterThan(25);
  });

  it('counts each month so that they sum to the line above them', async () => {
    const { alerts } = await countsFor();
    const [retiring] = alerts;
    const sum = (count: number) =>
      retiring?.months.slice(0, count).reduce((all, month) => all + month.count, 0);
    // "Within twelve months" has the month of the date and the twelve after it.
    expect(retiring?.lines.map(({ count }) => count)).toEqual([sum(13), sum(25)]);
  });

  it('leaves out what is sensitive for whoever may not see it', async () => {
    const ids = async (actor = clerk) => (await countsFor(actor)).alerts.map(({ id }) => id);
    expect(await ids()).toContain('discipline-ending');
    expect(await ids(reader)).toEqual((await ids()).filter((id) => id !== 'discipline-ending'));
    const missing = async (actor = clerk) =>
      (await countsFor(actor)).alerts.find(({ id }) => id === 'missing')?.lines.map(({ label }) => label);
    expect(await missing()).toContain('缺照片');
    expect(await missing(reader)).toEqual((await missing())?.filter((label) => label !== '缺照片'));
  });

  it('counts those within reach alone', async () => {
    const unit = (await readUnitTree(office.store)).units.find(({ depth }) => depth === 2)?.id ?? '';
    const bounded = actorOf('分管', [], { kind: 'units', units: [unit] });
    const [all] = (await countsFor()).figures;
    const [some] = (await countsFor(bounded)).figures;
    expect(some?.count).toBeLessThan(all?.count ?? 0);
  });
});

describe('the reminders', () => {
  it('are kept as edited and counted so, and go back', async () => {
    const { store } = office;
    const edited = defaultAlerts.slice(0, 1).map((alert) => ({ ...alert, label: '临近退休', hidden: true }));
    await keepSetting(store.db, homeAlerts, clerk, edited, 0);
    expect((await readSetting(store.db, homeAlerts)).content).toEqual(edited);
    expect((await countsFor()).alerts).toEqual([]);
    await dropSetting(store.db, homeAlerts.id, clerk);
    expect((await countsFor()).alerts.length).toBeGreaterThan(1);
  });

  it('are refused where they cannot be asked', async () => {
    const base: Alert = { id: 'one', label: '提醒', hidden: false, question: {} };
    const requireAll = (...alerts: Alert[]) => requireAskable(office.store, office.tables, clerk, alerts);
    await expect(requireAll(...defaultAlerts)).resolves.toBeUndefined();
    const unknown = { where: { op: 'empty', field: 'A01.gone' } } as const;
    await expect(requireAll({ ...base, question: unknown })).rejects.toMatchObject({ code: 'bad-question' });
    const saved = { where: { op: 'saved', id: 's1' } } as const;
    await expect(requireAll({ ...base, question: saved })).rejects.toMatchObject({ code: 'invalid' });
    await expect(requireAll(base, base)).rejects.toMatchObject({ code: 'invalid' });
  });
});
