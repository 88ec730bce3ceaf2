import { dateKey, largestRemainder, type Condition, type Group, type GroupKey, type Question } from '#engine';
import { errors, sentenceOf, type Actor, type CadreError, type OperationOutput } from '#platform/model';
import type { Store } from '#platform/server';
import type { runStatistics } from '#modules/query';
import { questioner, type Asked, type Questioner } from './asking.ts';
import { readBandSets } from './band-sets.ts';
import { catalogueFor } from './catalogue.ts';
import { groupKeyOf, type GroupKeySpec } from './group-keys.ts';
import { groupWhere } from './group-where.ts';
import type { QueryTables } from './query-tables.ts';

type Answer = OperationOutput<typeof runStatistics>;
type Item = Answer['rows']['items'][number];

/** What one answer may be at most: the cells, and the characters of labels and conditions of its rows or columns. */
const mostCells = 1_000_000;
const mostText = 16_000_000;

/** With what the people of a table were counted, to ask more of the same version of the data. */
export interface StatisticsAsked {
  readonly asker: Questioner;
  readonly question: Question;
  /** Those of the rows, then those of the columns. */
  readonly keys: readonly GroupKey[];
}

/**
 * 统计: people counted by one to three keys, with totals and per cents. Without a population it counts who is 在职. What
 * `also` asks is asked of the same version of the data.
 */
export async function runStatisticsFor(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  body: Asked & { readonly rows: readonly GroupKeySpec[]; readonly columns: readonly GroupKeySpec[] },
  also?: (asked: StatisticsAsked) => void,
): Promise<Answer> {
  const bandSets = await readBandSets(store);
  const catalogue = await catalogueFor(store, tables, actor);
  const question: Question = { population: 'serving', ...body.question };
  const asker = await questioner(store, tables, actor, { ...body, question });
  const rowKeys = body.rows.map((spec) => groupKeyOf(spec, bandSets));
  const columnKeys = body.columns.map((spec) => groupKeyOf(spec, bandSets));
  const { counts, groups, count, version } = asker.ask(question, (found) => ({
    ...found.group([...rowKeys, ...columnKeys]),
    count: found.count,
    version: found.version,
  }));
  if (counts.length > mostCells) throw tooLarge();
  also?.({ asker, question, keys: [...rowKeys, ...columnKeys] });
  const rows = axisItems(asker, rowKeys, groups.slice(0, rowKeys.length));
  const columns = axisItems(asker, columnKeys, groups.slice(rowKeys.length));
  const width = columns.length;
  const cells = rows.map((_, row) => [...counts.subarray(row * width, (row + 1) * width)]);
  const rowTotals = cells.map(sum);
  const columnTotals = columns.map((_, column) => sum(cells.map((line) => line[column] ?? 0)));
  const shares = (parts: readonly number[], base: number) =>
    largestRemainder(parts, base) ?? parts.map(() => null);
  const axis = (keys: readonly GroupKey[], items: Item[]) => ({
    keys: keys.map(({ field }) => ({ field, label: catalogue.field(field)?.label ?? field })),
    items,
  });
  return {
    asOf: asker.asOf,
    version,
    count,
    sentence: sentenceOf(question, catalogue),
    rows: axis(rowKeys, rows),
    columns: axis(columnKeys, columns),
    cells,
    rowTotals,
    columnTotals,
    rowPercents: [...shares(rowTotals, count)],
    columnPercents: [...shares(columnTotals, count)],
    cellPercents: cells.map((line, row) => [...shares(line, rowTotals[row] ?? 0)]),
  };
}

/** The rows or columns of the table: every combination of the groups of its keys, the first key outermost. */
function axisItems(
  asker: Questioner,
  keys: readonly GroupKey[],
  groups: readonly (readonly Group[])[],
): Item[] {
  const day = dateKey(asker.asOf) ?? 0;
  const members = keys.map((key, index) => {
    const column = asker.engine.resolve(key.field, day);
    return (groups[index] ?? []).map((group) => ({
      group,
      where: groupWhere(key, group, column, asker.units.within),
    }));
  });
  if (textOf(members) > mostText) throw tooLarge();
  let items: { values: (string | number | null)[]; labels: string[]; wheres: Condition[] }[] = [
    { values: [], labels: [], wheres: [] },
  ];
  for (const side of members) {
    items = items.flatMap(({ values, labels, wheres }) =>
      side.map(({ group, where }) => ({
        values: [...values, group.value],
        labels: [...labels, group.label],
        wheres: [...wheres, where],
      })),
    );
  }
  return items.map(({ values, labels, wheres: [first, ...others] }) => ({
    values,
    labels,
    where: first && others.length === 0 ? first : { op: 'all', of: first ? [first, ...others] : [] },
  }));
}

/** The characters that the combinations of all groups take: every group stands once in each combination of the others. */
function textOf(
  members: readonly (readonly { readonly group: Group; readonly where: Condition }[])[],
): number {
  const items = members.reduce((product, { length }) => product * length, 1);
  return sum(
    members.map(
      (side) => (items / Math.max(1, side.length)) * sum(side.map((one) => JSON.stringify(one).length)),
    ),
  );
}

function tooLarge(): CadreError {
  return errors.invalid('统计表过大，请分段、归并，减少统计项，或者先缩小范围。');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
