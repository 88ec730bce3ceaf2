import { BadQuestion, type Found, type Question } from '#engine';
import { errors, type Actor, type OperationOutput } from '#platform/model';
import { readSetting, type Store } from '#platform/server';
import { keyFigures, linesOf, monthsOf, type Alert, type countAlerts } from '#modules/query';
import { questioner, refusing, type Questioner } from './asking.ts';
import { catalogueFor } from './catalogue.ts';
import type { QueryTables } from './query-tables.ts';
import { referencesOf } from './saved-references.ts';
import { homeAlerts } from './alerts-stored.ts';

type Counts = OperationOutput<typeof countAlerts>;

/** 首页: the key figures and all reminders at once, of one version of the data. */
export async function countAlertsFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { asOf }: { readonly asOf?: string | undefined },
): Promise<Counts> {
  const { content: alerts } = await readSetting(store.db, homeAlerts);
  const catalogue = await catalogueFor(store, tables, actor);
  const kindOf = (field: string): string | undefined => catalogue.field(field)?.kind;
  const asker = await questioner(store, tables, actor, { question: {}, asOf });
  const everybody = asker.ask({}, ({ count, version }) => ({ count, version }));
  return {
    asOf: asker.asOf,
    version: everybody.version,
    figures: figuresOf(asker, everybody.count),
    alerts: alerts
      .filter(({ hidden }) => !hidden)
      .flatMap((alert) => {
        const own = counts(asker, alert, kindOf);
        return own === null ? [] : [own];
      }),
  };
}

/** Refuses reminders that cannot be asked, with place and reason. */
export async function requireAskable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  alerts: readonly Alert[],
): Promise<void> {
  const twice = alerts.find(({ id }, index) => alerts.findIndex((other) => other.id === id) !== index);
  if (twice) throw errors.invalid(`有两项提醒的编号都是“${twice.id}”。`);
  const catalogue = await catalogueFor(store, tables, actor);
  const asker = await questioner(store, tables, actor, { question: {} });
  for (const alert of alerts) {
    const steps = alert.steps && catalogue.field(alert.steps.field);
    if (alert.steps && steps?.kind !== 'date' && !(steps?.kind === 'number' && steps.unit === '月'))
      throw errors.invalid(`“${alert.label}”的界限只能设在日期或月数上。`);
    if (alert.months && catalogue.field(alert.months.field)?.kind !== 'date')
      throw errors.invalid(`“${alert.label}”只能按日期列出各月人数。`);
    const questions = [...linesOf(alert, kindOf), ...monthsOf(alert, asker.asOf)];
    for (const { question } of questions) {
      if (referencesOf(question).length > 0)
        throw errors.invalid(
          `“${alert.label}”引用了查询方案或名单，别人可能看不到；请把条件直接写在提醒里。`,
        );
      refusing(() => count(asker, question));
    }
  }

  function kindOf(field: string): string | undefined {
    return catalogue.field(field)?.kind;
  }
}

function count(asker: Questioner, question: Question): number {
  return asker.engine.ask(asker.asking(question), (found: Found) => found.count);
}

/** Without the lines that the actor may not ask, because they are about sensitive fields; null where none is left. */
function counts(
  asker: Questioner,
  alert: Alert,
  kindOf: (field: string) => string | undefined,
): Counts['alerts'][number] | null {
  if (alert.steps && kindOf(alert.steps.field) === undefined) return null;
  const lines = linesOf(alert, kindOf).flatMap((line) => counted(asker, line));
  const months = monthsOf(alert, asker.asOf).flatMap((line) => counted(asker, line));
  return lines.length === 0 ? null : { id: alert.id, label: alert.label, lines, months };
}

function counted<Line extends { readonly question: Question }>(
  asker: Questioner,
  line: Line,
): (Line & { readonly count: number })[] {
  try {
    return [{ ...line, count: count(asker, line.question) }];
  } catch (thrown) {
    if (thrown instanceof BadQuestion) return [];
    throw thrown;
  }
}

function figuresOf(asker: Questioner, everybody: number): Counts['figures'] {
  return keyFigures.map(({ id, label, where, average }) => {
    const question = where === undefined ? {} : { where };
    const { people, mean } = asker.ask(question, (found) => {
      const summary = average === undefined ? null : found.summary(average);
      return { people: found.count, mean: summary?.count ? summary.sum / summary.count : null };
    });
    return {
      id,
      label,
      question,
      count: people,
      share: where === undefined || everybody === 0 ? null : Math.round((people / everybody) * 1000) / 10,
      average: mean === null ? null : Math.round(mean * 10) / 10,
    };
  });
}
