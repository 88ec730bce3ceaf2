import type { Question } from '#engine';
import type { OperationOutput } from '#platform/model';
import type { runStatistics } from '#modules/query';
import type { CountedTable } from '../counted-table.ts';

type Answer = OperationOutput<typeof runStatistics>;

export interface OwnTableFrame {
  /** Who is counted, as it was asked and in words. */
  readonly question: Question;
  readonly scope: string;
  /** Without it the table is called by its keys. */
  readonly title?: string | undefined;
  readonly generatedAt: string;
  /** Of all rows, columns and cells, when they were asked for. */
  readonly averageAges?: CountedTable['averageAges'];
}

/**
 * An own table in the form of a standard one: with several keys in the columns those before the last are heads, which
 * name the last one, because 是 and 否 say little by themselves.
 */
export function ownTable(answer: Answer, frame: OwnTableFrame): CountedTable {
  const { question, scope, title, generatedAt, averageAges = null } = frame;
  const { rows, columns } = answer;
  const heads = columns.keys.map(({ label }) => label).join('、');
  const byHead = Map.groupBy(columns.items, ({ labels }) =>
    labels.length > 1 ? `${labels.slice(0, -1).join(' · ')}（${columns.keys.at(-1)?.label ?? ''}）` : heads,
  );
  const rowHead = rows.keys.map(({ label }) => label).join('、');
  const hasColumns = columns.keys.length > 0;
  return {
    title: title || [rowHead, heads].filter(Boolean).join(' × '),
    asOf: answer.asOf,
    generatedAt,
    unit: null,
    scope,
    count: answer.count,
    population: question.population ?? 'serving',
    // It travels as the conditions of rows and columns do.
    where: (question.where as CountedTable['where'] | undefined) ?? null,
    rowHead: rowHead || '人数',
    rows: rows.items.map(({ labels, where }) => ({ label: labels.join(' · ') || '全部', where })),
    groups: hasColumns
      ? [...byHead].map(([head, items]) => ({
          head,
          kind: 'partition' as const,
          columns: items.map(({ labels, where }) => ({ label: labels.at(-1) ?? '', where })),
        }))
      : [],
    cells: hasColumns ? answer.cells : answer.cells.map(() => []),
    shares: hasColumns ? answer.cellPercents : answer.cellPercents.map(() => []),
    rowTotals: answer.rowTotals,
    rowShares: answer.rowPercents,
    columnTotals: hasColumns ? answer.columnTotals : [],
    columnShares: hasColumns ? answer.columnPercents : [],
    averageAges:
      hasColumns || !averageAges
        ? averageAges
        : { ...averageAges, columns: [], cells: answer.cells.map(() => []) },
  };
}
