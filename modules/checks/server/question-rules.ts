import type { Condition, Question } from '#engine';
import { CadreError, errors, type Actor } from '#platform/model';
import type { Store } from '#platform/server';
import {
  catalogueLists,
  questioner,
  runQueryFor,
  type Questioner,
  type QueryTables,
} from '#modules/query/server';
import { fieldOfPlace, placesOf, type Fault, type QuestionRule } from '#modules/checks';
import type { CheckBasis } from './check-people.ts';
import { keyOfFault } from './dismissals.ts';

export function questionsInForce({ settings, world }: CheckBasis): QuestionRule[] {
  return settings.questions.filter(({ enabled, effectiveFrom }) => enabled && effectiveFrom <= world.today);
}

/** Who breaks a question rule; null when the question cannot be asked any more, as when a field has gone. */
export function askRule(asker: Questioner, question: Question): readonly string[] | null {
  try {
    return asker.ask(question, (found) =>
      found.rows([], 0, found.count).map((row) => asker.engine.dataset.idOf(row)),
    );
  } catch (error) {
    if (error instanceof CadreError) return null;
    throw error;
  }
}

/** The question of a rule about certain people only. */
export function amongPeople({ where, ...rest }: Question, ids: readonly string[]): Question {
  const people: Condition = { op: 'people', ids: [...ids] };
  return { ...rest, where: where ? { op: 'all', of: [people, where] } : people };
}

/** The fault of somebody who breaks a question rule. What it says is its value: when that changes, it counts again. */
export function questionFault(rule: QuestionRule, message: string): Fault {
  return { rule: rule.id, level: rule.level, set: '', row: '', field: '', value: message, message };
}

/** The faults of a question rule of these people who break it, with the fields named in braces filled in as of the day. */
export async function questionFaults(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  rule: QuestionRule,
  ids: readonly string[],
  asOf: string,
): Promise<ReadonlyMap<string, Fault>> {
  const { fields } = catalogueLists(store, tables, actor);
  const named = placesOf(rule.message).map((place) => ({
    place,
    field: fieldOfPlace(fields, place)?.name,
  }));
  const columns = [...new Set(named.flatMap(({ field }) => field ?? []))];
  const question = { where: { op: 'people', ids: [...ids] }, population: 'all' } as const;
  const asked = { question, asOf, columns, sort: [], from: 0, size: ids.length, counts: false };
  const { rows } = await runQueryFor(store, tables, actor, asked);
  return new Map(
    rows.map(({ id, texts }) => {
      const text = new Map(
        named.map(({ place, field }) => [place, texts[columns.indexOf(field ?? '')] || '（空）']),
      );
      const message = rule.message.replaceAll(
        /\{([^{}]+)\}/gu,
        (whole, place: string) => text.get(place.trim()) ?? whole,
      );
      return [id, questionFault(rule, message)];
    }),
  );
}

/** Those of the people who break a rule without whom somebody has found to be in order. */
export async function countingIds(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  { dismissed, world }: CheckBasis,
  rule: QuestionRule,
  ids: readonly string[],
): Promise<readonly string[]> {
  const decided = ids.filter((id) =>
    [...(dismissed.get(id) ?? [])].some((key) => key.startsWith(`${rule.id} `)),
  );
  if (decided.length === 0) return ids;
  const faults = await questionFaults(store, tables, actor, rule, decided, world.today);
  return ids.filter((id) => {
    const fault = faults.get(id);
    return !fault || !dismissed.get(id)?.has(keyOfFault(fault));
  });
}

/** Refuses question rules that could not be asked, or whose messages name what there is not. */
export async function requireAskable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  rules: readonly QuestionRule[],
): Promise<void> {
  const { fields } = catalogueLists(store, tables, actor);
  const asker = await questioner(store, tables, actor, { question: {} });
  const ids = new Set<string>();
  for (const { id, label, question, message } of rules) {
    if (ids.has(id)) throw errors.invalid(`编号“${id}”的规则有两条，请去掉一条。`);
    ids.add(id);
    if (JSON.stringify(question).includes('"op":"saved"'))
      throw errors.invalid(`规则“${label}”引用了已存的查询，请改为直接填写条件。`);
    if (question.where === undefined) throw errors.invalid(`规则“${label}”没有条件，请添加条件。`);
    const unknown = placesOf(message).find((place) => !fieldOfPlace(fields, place));
    if (unknown !== undefined)
      throw errors.invalid(`规则“${label}”的提示内容中没有“${unknown}”这一项，请从列表中选择。`);
    asker.ask(question, ({ count }) => count);
  }
}
