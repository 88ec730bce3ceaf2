import type { Condition, Question } from '#engine';
import { dateKey } from '#engine';
import type { Actor, OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import type { runFacets } from '#modules/query';
import { questioner, type Asked } from './asking.ts';
import { readBandSets } from './band-sets.ts';
import { groupKeyOf, type GroupKeySpec } from './group-keys.ts';
import { groupWhere } from './group-where.ts';
import type { QueryTables } from './query-tables.ts';

/** 分面: the counts of each field's values, each under the conditions on the others. */
export async function runFacetsFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  body: Asked & { readonly fields: readonly GroupKeySpec[] },
): Promise<OperationOutput<typeof runFacets>> {
  const bandSets = await readBandSets(store);
  const asker = await questioner(store, tables, actor, body);
  const keys = body.fields.map((spec) => groupKeyOf(spec, bandSets));
  const { count, version } = asker.ask(body.question, (found) => found);
  // Fields that the question does not bound itself share one pass: for them it is the question as it is.
  const asked = Map.groupBy(keys, ({ field }) => withoutField(body.question, field));
  const counted = new Map(
    [...asked].flatMap(([question, group]) => {
      const facets = asker.ask(question, (found) => found.facets(group));
      return group.map((key, index) => [key, facets[index] ?? []] as const);
    }),
  );
  const day = dateKey(asker.asOf) ?? 0;
  return {
    asOf: asker.asOf,
    version,
    count,
    facets: keys.map((key) => {
      const column = asker.engine.resolve(key.field, day);
      const isUnit = column?.kind === 'unit';
      return {
        field: key.field,
        label: column?.schema.label ?? key.field,
        groups: (counted.get(key) ?? []).map((group) => ({
          value: group.value,
          label: isUnit ? asker.units.listedNameOf(String(group.value)) || group.label : group.label,
          count: group.count,
          where: groupWhere(key, group, column, asker.units.within),
        })),
      };
    }),
  };
}

/** The question without an `in` on the field, at its top or in the `all` there. */
function withoutField(question: Question, field: string): Question {
  const { where, ...rest } = question;
  const isOn = (node: Condition): boolean => node.op === 'in' && node.field === field;
  if (where === undefined || isOn(where)) return rest;
  if (where.op !== 'all' || !where.of.some(isOn)) return question;
  return { ...rest, where: { op: 'all', of: where.of.filter((node) => !isOn(node)) } };
}
