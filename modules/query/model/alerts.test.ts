import { describe, expect, it } from 'vitest';
import { saveAlerts, type Alert } from './alerts-contracts.ts';
import { defaultAlerts } from './alerts-default.ts';
import { keyFigures } from './alerts-figures.ts';
import { linesOf, monthsOf } from './alerts-lines.ts';
import { testCatalogue } from './test-catalogue.ts';
import { is } from './test-conditions.ts';

const kindOf = (field: string) => testCatalogue.field(field)?.kind;
const alert = (more: Partial<Alert>): Alert => ({
  id: 'one',
  label: '提醒',
  hidden: false,
  question: { population: 'serving', where: is('A01.sexCode', '2') },
  ...more,
});

describe('the lines of a reminder', () => {
  it('are one for each threshold, within its own question', () => {
    const steps = { field: 'monthsInPost', rule: 'at-least', unit: '年', values: [5, 8] } as const;
    expect(linesOf(alert({ steps: { ...steps, values: [...steps.values] } }), kindOf)).toEqual([
      {
        label: '满5年',
        question: {
          population: 'serving',
          where: {
            op: 'all',
            of: [is('A01.sexCode', '2'), { op: 'between', field: 'monthsInPost', from: 60 }],
          },
        },
      },
      expect.objectContaining({ label: '满8年' }),
    ]);
  });

  it('count dates from the reference date', () => {
    const steps: Alert['steps'] = { field: 'postSince', rule: 'at-least', unit: '年', values: [2] };
    const conditionOf = (given: Alert['steps']) =>
      linesOf(alert({ question: {}, steps: given }), kindOf)[0]?.question.where;
    expect(conditionOf(steps)).toEqual({ op: 'between', field: 'postSince', to: { months: -24 } });
    expect(conditionOf({ ...steps, rule: 'within', unit: '个月' })).toEqual({
      op: 'between',
      field: 'postSince',
      from: {},
      to: { months: 2 },
    });
  });

  it('are its own parts, or the question itself', () => {
    const parts = [
      { label: '缺民族', question: { where: { op: 'empty', field: 'A01.ethnicCode' } as const } },
    ];
    expect(linesOf(alert({ parts }), kindOf).map(({ label }) => label)).toEqual(['缺民族']);
    expect(linesOf(alert({}), kindOf)).toEqual([{ label: '提醒', question: alert({}).question }]);
  });

  it('are followed by months over the turn of the year', () => {
    const months = monthsOf(alert({ months: { field: 'retirementDate', count: 3 } }), '2026-11-30');
    expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(monthsOf(alert({}), '2026-11-30')).toEqual([]);
  });
});

describe('the reminders of a new installation', () => {
  it('travel as the contract says, and ask for fields that are there', () => {
    const body = { version: 0, alerts: [...defaultAlerts] };
    expect(saveAlerts.body?.parse(body)).toEqual(body);
    const named = JSON.stringify([defaultAlerts, keyFigures]).matchAll(/"(?:field|average)":"([^"]+)"/g);
    const names = [...named].map(([, name]) => name ?? '');
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !testCatalogue.field(name))).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(defaultAlerts.map(({ id }) => id)).size).toBe(defaultAlerts.length);
  });
});
