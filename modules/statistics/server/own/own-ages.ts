import { dateKey, type Found, type Group, type GroupKey, type Question } from '#engine';
import { errors, type OperationOutput } from '#platform/model';
import type { runStatistics } from '#modules/query';
import { groupWhere, type StatisticsAsked } from '#modules/query/server';
import { drillQuestion, type CountedTable } from '#modules/statistics';
import { Ages, eachAge } from '../tables/average-ages.ts';

type Answer = OperationOutput<typeof runStatistics>;
type Values = readonly Group['value'][];

/** The people are counted by their month of birth in each cell: more cells would take too long. */
const mostCells = 200_000;
/** The people of each group of a third key are asked for by themselves. */
const mostGroups = 200;

/** Who is in which groups is how old: the ages of every combination of groups, then of what they add up to. */
export type CellAges = (answer: Answer) => NonNullable<CountedTable['averageAges']>;

/**
 * The average ages of an own table. The engine counts by three keys at most and the birth takes one: of three keys, the
 * one with the fewest groups is asked for group by group.
 */
export function ownAges({ asker, question, keys }: StatisticsAsked): CellAges {
  const cells = new Map<string, Ages>();
  const sides = asker.ask(question, (found) => keys.map((key) => groupsOf(found, key)));
  const sizes = sides.map(({ length }) => length);
  const all = sizes.reduce((product, size) => product * size, 1);
  const split = keys.length > 2 ? sizes.indexOf(Math.min(...sizes)) : -1;
  if (all > mostCells || (sizes[split] ?? 0) > mostGroups)
    throw errors.invalid('统计表过大，不能计算平均年龄。请分段、归并，减少统计项，或者先缩小范围。');
  const others = keys.filter((_, index) => index !== split);
  const ask = (asked: Question, place: (groups: readonly Group[]) => readonly Group[]) =>
    asker.ask(asked, (found) => {
      eachAge(
        found,
        others,
        asker.asOf,
        (groups, people, months) => {
          const id = idOf(place(groups).map(({ value }) => value));
          const own = cells.get(id) ?? new Ages();
          cells.set(id, own);
          own.add(people, months);
        },
        all,
      );
    });
  const key = keys[split];
  if (!key) ask(question, (groups) => groups);
  else {
    const column = asker.engine.resolve(key.field, dateKey(asker.asOf) ?? 0);
    for (const group of sides[split] ?? []) {
      const where = groupWhere(key, group, column, asker.units.within);
      ask(drillQuestion([question.where, where], question.population), (groups) =>
        groups.toSpliced(split, 0, group),
      );
    }
  }
  return ({ rows, columns }) => {
    const of = (parts: readonly Values[]): number | null => {
      const sum = new Ages();
      for (const values of parts) sum.join(cells.get(idOf(values)));
      return sum.average;
    };
    const line = (row: Values) => columns.items.map(({ values }) => [...row, ...values]);
    const lines = rows.items.map(({ values }) => line(values));
    return {
      total: of(lines.flat()),
      rows: lines.map(of),
      columns: columns.items.map((_, column) => of(lines.flatMap((each) => [each[column] ?? []]))),
      cells: lines.map((each) => each.map((values) => of([values]))),
    };
  };
}

const groupsOf = (found: Found, key: GroupKey): readonly Group[] => found.group([key]).groups[0] ?? [];

const idOf = (values: Values): string => JSON.stringify(values);
