import { dateKey, type Column, type Condition, type Found, type GroupKey } from '#engine';
import { errors, type Actor, type BandSet } from '#platform/model';
import type { Store } from '#platform/server';
import { readUnitTree, type UnitTree } from '#modules/organization/server';
import {
  groupKeyOf,
  groupWhere,
  questioner,
  readBandSets,
  type Questioner,
  type QueryTables,
} from '#modules/query/server';
import {
  drillQuestion,
  lineShares,
  rowShares,
  type ColumnGroup,
  type StandardTable,
  type TableAnswer,
} from '#modules/statistics';
import { averageAges } from './average-ages.ts';
import { byUnits, groupId, rowsOf } from './row-axis.ts';
import { unitTypes } from './unit-rows.ts';

/** As of when a table is counted, for which unit with all below it, and whether with average ages. */
export interface TableAsked {
  readonly asOf?: string | undefined;
  readonly unit?: string | undefined;
  readonly averageAge?: boolean | undefined;
}

/** A group of columns as counted: its columns, and for each row (by its id) the numbers in them. */
interface CountedGroup {
  readonly group: TableAnswer['groups'][number];
  readonly cells: ReadonlyMap<string, readonly number[]>;
}

/** Counts a standard table within an actor's reach. All numbers come from one version of the data. */
export async function countTable(
  store: Store,
  tables: QueryTables,
  actor: Actor,
  table: StandardTable,
  { asOf, unit, averageAge }: TableAsked,
): Promise<TableAnswer> {
  const [bandSets, units] = [await readBandSets(store), await readUnitTree(store)];
  if (unit !== undefined && !units.find(unit)) throw errors.notFound('这个机构');
  const asker = await questioner(store, tables, actor, { question: {}, asOf });
  const rows = rowsOf(table.rows, units, bandSets, asker.asOf);
  const within: Condition | null = unit ? { op: 'in', field: rows.unitField, values: [unit] } : null;
  const base = drillQuestion([table.where, rows.where, within]);
  const columnOf = (field: string): Column | undefined =>
    asker.engine.resolve(field, dateKey(asker.asOf) ?? 0);

  const { lines, count, version, ages, counted } = asker.ask(base, (found) => ({
    lines: linesOf(found, rows.key),
    count: found.count,
    version: found.version,
    ages: averageAge ? averageAges(found, rows.key, asker.asOf) : null,
    counted: table.columns.map((column) =>
      column.by === 'marks'
        ? null
        : partition(found, rows.key, columnKey(column, units, bandSets), column.head),
    ),
  }));
  const groups = table.columns.map(
    (column, index): CountedGroup =>
      counted[index]?.(columnOf, units) ?? marks(asker, base.where, rows.key, column),
  );
  const always = rows.always ?? [];
  const known = new Set(always.map(({ value }) => groupId({ value })));
  const all = [
    ...always.map(({ value, label, where }) => ({ id: groupId({ value }), label, where })),
    ...lines
      .filter(({ group }) => !known.has(groupId(group)))
      .map(({ group }) => ({
        id: groupId(group),
        label: group.label,
        where: groupWhere(rows.key, group, columnOf(rows.key.field), units.within),
      })),
  ];
  const totals = new Map(lines.map(({ group, count: people }) => [groupId(group), people]));
  const rowTotals = all.map(({ id }) => totals.get(id) ?? 0);
  const cells = all.map(({ id }) =>
    groups.flatMap(({ group, cells: own }) => own.get(id) ?? group.columns.map(() => 0)),
  );
  const heads = groups.map(({ group }) => group);
  const width = heads.reduce((sum, { columns }) => sum + columns.length, 0);
  const columnTotals = Array.from({ length: width }, (_, column) =>
    cells.reduce((sum, line) => sum + (line[column] ?? 0), 0),
  );
  return {
    id: table.id,
    title: table.title,
    asOf: asker.asOf,
    generatedAt: new Date().toISOString(),
    unit: unit ? units.nameOf(unit) : null,
    scope: `${unit ? units.nameOf(unit) : '全部'}在职干部`,
    population: 'serving',
    version,
    count,
    where: base.where ?? null,
    rowHead: table.rows.head,
    rows: all.map(({ label, where }) => ({ label, where })),
    groups: heads,
    cells,
    shares: cells.map((line, row) => lineShares(heads, line, rowTotals[row] ?? 0)),
    rowTotals,
    rowShares: rowShares(rowTotals, count),
    columnTotals,
    columnShares: lineShares(heads, columnTotals, count),
    averageAges: ages && { total: ages.total, rows: all.map(({ id }) => ages.of(id)) },
  };
}

function columnKey(
  column: Exclude<ColumnGroup, { by: 'marks' }>,
  units: UnitTree,
  bandSets: readonly BandSet[],
): GroupKey {
  return column.by === 'unit-types' ? byUnits(unitTypes(units)) : groupKeyOf(column.key, bandSets);
}

function linesOf(found: Found, key: GroupKey) {
  const { groups, counts } = found.group([key]);
  return (groups[0] ?? []).map((group, index) => ({ group, count: counts[index] ?? 0 }));
}

/** Counts columns of which everybody is in one; what it answers puts heads to them when the columns are known. */
function partition(found: Found, rowKey: GroupKey, key: GroupKey, head: string) {
  const { groups, counts } = found.group([rowKey, key]);
  const [rows = [], columns = []] = groups;
  const cells = new Map(
    rows.map((row, index) => [
      groupId(row),
      [...counts.subarray(index * columns.length, (index + 1) * columns.length)],
    ]),
  );
  return (columnOf: (field: string) => Column | undefined, units: UnitTree): CountedGroup => ({
    group: {
      head,
      kind: 'partition',
      columns: columns.map((group) => ({
        label: group.label,
        where: groupWhere(key, group, columnOf(key.field), units.within),
      })),
    },
    cells,
  });
}

function marks(
  asker: Questioner,
  base: Condition | undefined,
  rowKey: GroupKey,
  column: ColumnGroup,
): CountedGroup {
  const own = column.by === 'marks' ? column.marks : [];
  const cells = new Map<string, number[]>();
  for (const [index, { where }] of own.entries()) {
    const lines = asker.ask(drillQuestion([base, where]), (found) => linesOf(found, rowKey));
    for (const { group, count } of lines) {
      const line = cells.get(groupId(group)) ?? own.map(() => 0);
      line[index] = count;
      cells.set(groupId(group), line);
    }
  }
  return { group: { head: column.head, kind: 'marks', columns: [...own] }, cells };
}
