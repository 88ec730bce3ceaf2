import type { OperationOutput } from '#platform/model';
import type { runStatistics } from '#modules/query';
import type { CountedTable } from './counted-table.ts';

type Answer = OperationOutput<typeof runStatistics>;

/** An own table in the form of a standard one: with two keys in the columns the first is the head over the second. */
export function ownTable(answer: Answer, generatedAt: string): CountedTable {
  const { rows, columns } = answer;
  const heads = columns.keys.map(({ label }) => label).join('、');
  const byHead = Map.groupBy(columns.items, ({ labels }) => (labels.length > 1 ? (labels[0] ?? '') : heads));
  const rowHead = rows.keys.map(({ label }) => label).join('、');
  const hasColumns = columns.keys.length > 0;
  return {
    title: [rowHead, heads].filter(Boolean).join(' × '),
    asOf: answer.asOf,
    generatedAt,
    unit: null,
    count: answer.count,
    where: null,
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
    averageAges: null,
  };
}
