import type { Condition } from '#engine';
import type { Actor, OperationOutput } from '#platform/model';
import { errors } from '#platform/model';
import { readSetting, type Store } from '#platform/server';
import { catalogueFor, questioner, type QueryTables } from '#modules/query/server';
import type { readCompleteness, RuleSettings } from '#modules/checks';
import { requireSight } from './people-in-reach.ts';
import { checkSettings } from './stored-settings.ts';
import { childUnits, unitOrder } from './summarize.ts';

type Required = RuleSettings['required'][number];

/** 完整性: the fields that people in office should have, and how many have them, by unit and set. */
export async function completeness(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  unit?: string,
): Promise<OperationOutput<typeof readCompleteness>> {
  requireSight(actor);
  const { content: settings } = await readSetting(store.db, checkSettings);
  const catalogue = await catalogueFor(store, tables, actor);
  const required = settings.required.filter(({ set, field }) => catalogue.field(`${set}.${field}`));
  const within: Condition[] =
    unit === undefined ? [] : [{ op: 'in', field: 'A01.statisticalOrgCode', values: [unit] }];
  const asker = await questioner(store, tables, actor, { question: {} });
  if (unit !== undefined && !asker.units.find(unit)) throw errors.notFound('这个机构');
  const ask = (conditions: readonly Condition[]) =>
    ({ where: { op: 'all', of: [...within, ...conditions] }, population: 'serving' }) as const;
  const childOf = childUnits(asker.units, unit);
  const byUnit = (conditions: readonly Condition[]): Map<string, number> =>
    asker.ask(ask(conditions), (found) => {
      const { groups, counts } = found.group([{ field: 'A01.statisticalOrgCode' }]);
      const sums = new Map<string, number>();
      for (const [index, group] of (groups[0] ?? []).entries()) {
        const child = childOf(String(group.value ?? ''));
        sums.set(child, (sums.get(child) ?? 0) + (counts[index] ?? 0));
      }
      return sums;
    });
  const count = (conditions: readonly Condition[]): number =>
    asker.ask(ask(conditions), (found) => found.count);
  const codes = [...new Set(required.map(({ set }) => set))];
  const everybody = byUnit([]);
  const complete = codes.map((code) => byUnit(required.filter(({ set }) => set === code).map(isFilled)));
  const labelOf = (code: string): string => store.registry.find(code)?.label ?? code;
  return {
    asOf: asker.asOf,
    people: count([]),
    fields: required.map((each) => ({
      set: each.set,
      setLabel: labelOf(each.set),
      field: each.field,
      label: store.registry.find(each.set)?.fields.find(({ key }) => key === each.field)?.label ?? each.field,
      filled: count([isFilled(each)]),
      missing: ask([isMissing(each)]),
    })),
    sets: codes.map((code) => ({ code, label: labelOf(code) })),
    units: unitOrder(asker.units, [...everybody.keys()]).map((id) => ({
      id,
      name: asker.units.nameOf(id) || '未归属',
      people: everybody.get(id) ?? 0,
      complete: complete.map((sums) => sums.get(id) ?? 0),
    })),
  };

  function isFilled({ set, field }: Required): Condition {
    const filled: Condition = { op: 'not', of: { op: 'empty', field: `${set}.${field}` } };
    return store.registry.find(set)?.repeating ? { op: 'some', set, where: filled } : filled;
  }

  /** The opposite, as somebody would put it on the page of questions. */
  function isMissing({ set, field }: Required): Condition {
    const empty: Condition = { op: 'empty', field: `${set}.${field}` };
    if (!store.registry.find(set)?.repeating) return empty;
    return { op: 'none', set, where: { op: 'not', of: empty } };
  }
}
